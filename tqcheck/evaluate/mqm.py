"""Human marks in the layout in which MQM ratings are published: one mark of one rater a line, tabs between columns."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import InputError

COLUMNS = ("system", "doc", "seg_id", "rater", "source", "target", "category", "severity")
TAG = re.compile(r"</?v>")
_HUMAN = re.compile(r"(?i)human|ref")
NOTHING = frozenset({"no-error", "no error", ""})


@dataclass(frozen=True, slots=True)
class Mark:
    """What one rater marked in a rendering, in code points; `start` equals `end` where something is missing."""

    rater: str
    start: int
    end: int
    category: str
    severity: str

    @property
    def counts(self) -> bool:
        """Whether it is an error of the rendering, and not of its source nor a matter of taste."""
        return self.severity in ("minor", "major", "critical") and not self.category.startswith("source")

    @property
    def bad(self) -> bool:
        """Whether it is major or worse."""
        return self.counts and self.severity != "minor"


@dataclass(frozen=True)
class Rated:
    """A segment in one system's rendering, with all raters' marks on the rendering."""

    corpus: str
    doc: str
    segment: str
    system: str
    source: str
    target: str
    raters: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def document(self) -> str:
        """The document, told apart from those of other corpora."""
        return f"{self.corpus}:{self.doc}"

    @property
    def human(self) -> bool:
        """Whether a person wrote it: such renderings are never alternates."""
        return _HUMAN.match(self.system) is not None


def read(path: Path) -> list[Rated]:
    """All rated segments of a file (`.tsv` or `.tsv.gz`), in its order.

    A rendering that the file's rows have in two versions is left out, since it cannot be told what its marks mark.
    Raises InputError where a column is missing or the file cannot be read.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(str(path), str(error)) from error
    rows = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise InputError(str(path), f"no column {', '.join(missing)}")
    return list(_rated(path.name.split(".")[0], rows))


def _rated(corpus: str, rows: Iterable[dict[str, str]]) -> Iterator[Rated]:
    groups: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if all(row.get(name) is not None for name in COLUMNS):
            groups[row["doc"], row["seg_id"], row["system"]].append(row)
    for (doc, segment, system), found in groups.items():
        texts = Counter(TAG.sub("", row["target"]) for row in found)
        if len(texts) > 1:
            continue
        raters = tuple(dict.fromkeys(row["rater"] for row in found))
        marks = tuple(mark for row in found if (mark := _mark(row)))
        source = TAG.sub("", found[0]["source"])
        yield Rated(corpus, doc, segment, system, source, next(iter(texts)), raters, marks)


def _mark(row: dict[str, str]) -> Mark | None:
    category, severity = row["category"].strip().lower(), row["severity"].strip().lower()
    start = row["target"].find("<v>")
    if category in NOTHING or severity in NOTHING or start < 0:
        return None
    end = row["target"].find("</v>", start)
    return Mark(row["rater"], start, (end if end >= 0 else len(row["target"])) - len("<v>"), category, severity)


def alternates(rated: Sequence[Rated], number: int) -> list[tuple[str, ...]]:
    """For each segment the next `number` machine renderings in the order of the systems' names, itself left out."""
    by: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(rated):
        by[one.document, one.segment].append(n)
    found: list[tuple[str, ...]] = [()] * len(rated)
    for same in by.values():
        same.sort(key=lambda n: rated[n].system)
        for at, n in enumerate(same):
            others = [rated[m] for m in same[at + 1 :] + same[:at] if not rated[m].human]
            found[n] = tuple(one.target for one in others[:number])
    return found
