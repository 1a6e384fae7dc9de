"""Reading texts with human marks: MQM as WMT publishes it, ESA likewise, and JSON lines of our own."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tqcheck.errors import InputError
from tqcheck.evaluate.gold import Flag, Gold, Mark, Place, Text, merged
from tqcheck.model.finding import Side

COLUMNS = ("system", "doc", "seg_id", "rater", "source", "target", "category", "severity")
"""What MQM ratings have at least."""
TAG = re.compile(r"</?v>")
NOTHING = frozenset({"no-error", "no error", ""})
MISSING = "missing"
"""What ESA has in place of an offset where the annotator said that something is missing."""


class _Fault(Exception):
    """Why a line cannot be read."""


@dataclass
class _Version:
    """One person's reading of a text."""

    rater: str
    target: str
    text: Text


@dataclass
class _Read:
    """What has been read so far: versions of each text by its id, in the order of the file."""

    path: str
    versions: dict[str, list[_Version]] = field(default_factory=lambda: defaultdict(list))
    bad: list[str] = field(default_factory=list)

    def gold(self) -> Gold:
        """The texts, each with the marks of all raters. Raises InputError where there are none."""
        texts: list[Text] = []
        differing = 0
        for found in self.versions.values():
            if len({version.target for version in found}) > 1:
                differing += 1
                continue
            first = found[0].text
            raters = tuple(dict.fromkeys(rater for version in found for rater in version.text.raters))
            marks = merged(mark for version in found for mark in version.text.marks)
            texts.append(replace(first, raters=raters, marks=marks))
        if not texts:
            raise InputError(self.path, self.bad[0].removeprefix(f"{self.path}: ") if self.bad else "holds no texts")
        notes = (
            (f"{self.path}: {differing} {'text' if differing == 1 else 'texts'} left out, there in two versions",)
            if differing
            else ()
        )
        return Gold(tuple(texts), tuple(self.bad), notes)


def read_gold(path: str) -> Gold:
    """The texts of a file, which may be gzipped: what it holds is told from its first line.

    An MQM text has the id `doc:seg_id:system`, one of ESA `langs:doc_id:line_id:system`. A text that the file has in
    two versions is left out, for it cannot be told what its marks mark. Lines that cannot be read are told in `bad`.

    Raises InputError where nothing can be read, or where the file is in none of the layouts.
    """
    lines = _lines(path)
    read = _Read(path)
    json_lines = next((line for line in lines if line.strip()), "").lstrip().startswith("{")
    for number, cells in _json(lines, read) if json_lines else _tabbed(lines, read):
        try:
            if "esa_spans" in cells:
                version = _esa(cells)
            elif json_lines:
                version = _own(cells, number)
            else:
                version = _mqm(cells)
        except _Fault as fault:
            read.bad.append(f"{path}: line {number}: {fault}")
        else:
            read.versions[version.text.id].append(version)
    return read.gold()


def read_flags(path: str, texts: Mapping[str, Text]) -> tuple[dict[str, list[Flag]], tuple[str, ...], int]:
    """Findings by the id of their text, from JSON lines as `check --format jsonl` writes them.

    Of each line id, start, end, side (target where not told) and rule are read. Comes with the lines that cannot be
    read, and the number of findings of texts that are not in `texts`. Raises InputError where nothing can be read.
    """
    read = _Read(path)
    flags: dict[str, list[Flag]] = defaultdict(list)
    strangers = 0
    for number, cells in _json(_lines(path), read):
        try:
            text = texts.get(str(cells.get("id")))
            if "id" not in cells:
                raise _Fault('no "id"')
            if text is None:
                strangers += 1
                continue
            flags[text.id].append(Flag(_place(cells, text.source, text.target), str(cells.get("rule") or "?")))
        except _Fault as fault:
            read.bad.append(f"{path}: line {number}: {fault}")
    if read.bad and not flags and not strangers:
        raise InputError(path, read.bad[0].removeprefix(f"{path}: "))
    if strangers and not flags:
        raise InputError(path, "no finding is of a text of the gold: their ids differ")
    return flags, tuple(read.bad), strangers


def _lines(path: str) -> list[str]:
    try:
        with open(path, "rb") as file:
            data = file.read()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError(path, f"line {line}: byte 0x{error.object[error.start]:02x} is not UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(path, getattr(error, "strerror", None) or str(error)) from error


def _json(lines: Sequence[str], read: _Read) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            read.bad.append(f"{read.path}: line {number}: not JSON: {error}")
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            read.bad.append(f"{read.path}: line {number}: not a JSON object")


def _tabbed(lines: Sequence[str], read: _Read) -> Iterator[tuple[int, Mapping[str, Any]]]:
    names = [name.strip() for name in lines[0].split("\t")]
    missing = [name for name in COLUMNS if name not in names]
    if missing and "esa_spans" not in names:
        raise InputError(
            read.path, f"neither JSON lines, nor ESA (no column esa_spans), nor MQM (no column {', '.join(missing)})"
        )
    for number, line in enumerate(lines[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if len(cells) == len(names):
            yield number, dict(zip(names, cells, strict=True))
        elif line.strip():
            read.bad.append(f"{read.path}: line {number}: {len(cells)} cells where the header has {len(names)}")


def _mqm(cells: Mapping[str, Any]) -> _Version:
    category, severity = cells["category"].strip().lower(), cells["severity"].strip().lower()
    source, target, rater = TAG.sub("", cells["source"]), TAG.sub("", cells["target"]), cells["rater"]
    places = [Place(*bounds, side) for side in (Side.TARGET, Side.SOURCE) if (bounds := _marked(cells[side.value]))]
    marks: tuple[Mark, ...] = ()
    if category not in NOTHING and severity not in NOTHING:
        marks = tuple(Mark(place, severity, category, (rater,)) for place in places or [Place(None, None)])
    doc, segment, system = cells["doc"], cells["seg_id"], cells["system"]
    identity = f"{doc}:{segment}:{system}"
    text = Text(identity, source, target, (rater,), marks, doc, segment=segment, system=system)
    return _Version(rater, target, text)


def _marked(text: str) -> tuple[int, int] | None:
    """What stands between the first `<v>` and `</v>`, as bounds in the text without them."""
    found = re.search(r"<v>(.*?)(?:</v>|$)", text, re.S)
    return (found.start(), found.start() + len(TAG.sub("", found[1]))) if found else None


def _esa(cells: Mapping[str, Any]) -> _Version:
    """A line of ESA. `end_i` is where the span ends, the code point there left out; one past the text's end is its end."""
    source, target = (_text(cells, *names) for names in (("src", "source"), ("tgt", "target")))
    rater = str(cells.get("annotator") or cells.get("rater") or "rater")
    spans = cells["esa_spans"]
    if isinstance(spans, str):
        try:
            spans = json.loads(spans or "[]")
        except ValueError as error:
            raise _Fault(f'"esa_spans" is not JSON: {error}') from error
    if not isinstance(spans, list) or not all(isinstance(span, dict) for span in spans):
        raise _Fault('"esa_spans" is not a list of objects')
    marks = []
    for span in spans:
        start, end = span.get("start_i"), span.get("end_i")
        severity = str(span.get("severity") or "").lower()
        severity = "neutral" if severity == "undecided" else severity
        if MISSING in (start, end):
            marks.append(Mark(Place(None, None), severity, "accuracy/omission", (rater,)))
        else:
            if type(end) is int:
                end = min(end, len(target))
            place = _place({"start": start, "end": end}, source, target)
            marks.append(Mark(place, severity, str(span.get("error_type") or "").lower(), (rater,)))
    langs = str(cells.get("langs") or "")
    both = langs.split("-") if langs.count("-") == 1 else [None, None]
    doc = str(cells.get("doc_id") or cells.get("doc") or "")
    segment, system = str(cells.get("line_id", cells.get("seg_id", ""))), str(cells.get("system") or "")
    identity = ":".join([langs, doc, segment, system])
    text = Text(identity, source, target, (rater,), tuple(marks), doc, both[0], both[1], segment, system)
    return _Version(rater, target, text)


def _own(cells: Mapping[str, Any], number: int) -> _Version:
    source, target = _text(cells, "source"), _text(cells, "target")
    errors = cells.get("errors")
    if not isinstance(errors, list) or not all(isinstance(error, dict) for error in errors):
        raise _Fault('"errors" is not a list of objects')
    raters = _names(cells)
    marks = []
    for error in errors:
        who = _names(error) or raters[:1] or ("rater",)
        severity, category = (str(error.get(name) or "").strip().lower() for name in ("severity", "category"))
        marks.append(Mark(_place(error, source, target, True), severity, category, who))
    raters = tuple(dict.fromkeys([*raters, *(rater for mark in marks for rater in mark.raters)])) or ("rater",)
    rest = {name: cells[name] for name in ("source_lang", "target_lang") if isinstance(cells.get(name), str)}
    identity = str(cells.get("id") or f"line {number}")
    return _Version(
        "", target, Text(identity, source, target, raters, merged(marks), str(cells.get("doc") or ""), **rest)
    )


def _names(cells: Mapping[str, Any]) -> tuple[str, ...]:
    given = cells.get("raters", cells.get("rater"))
    return tuple(map(str, given)) if isinstance(given, list) else (str(given),) if given is not None else ()


def _text(cells: Mapping[str, Any], *names: str) -> str:
    for name in names:
        if isinstance(cells.get(name), str):
            return str(cells[name])
    raise _Fault(f'no text in "{names[0]}"')


def _place(cells: Mapping[str, Any], source: str, target: str, anywhere: bool = False) -> Place:
    """The place that a line tells. `anywhere`: null stands for no place in particular."""
    start, end = cells.get("start"), cells.get("end")
    try:
        side = Side(cells.get("side") or "target")
    except ValueError:
        raise _Fault(f'"side" is {cells["side"]!r}, not source or target') from None
    if anywhere and start is None and end is None:
        return Place(None, None, side)
    if type(start) is not int or type(end) is not int:
        raise _Fault(f"start and end are not whole numbers: {start!r}, {end!r}")
    size = len(source if side is Side.SOURCE else target)
    if not 0 <= start <= end <= size:
        raise _Fault(f"{start} to {end} is no stretch of a {side.value} of {size} characters")
    return Place(start, end, side)
