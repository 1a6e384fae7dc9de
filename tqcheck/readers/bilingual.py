"""Files of units, each a source text beside its translation: what their readers yield, and how it becomes articles.

Each unit is an article of one stretch, as a row of a table is; its documents share the text of the whole file, so that
every finding leads to the line and column where the translation stands in it.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tqcheck import lang
from tqcheck.errors import InputError
from tqcheck.lang.identify import identify
from tqcheck.model.document import Article, Document, Markup, Rendering, Role, Suppression
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage
from tqcheck.readers.base import LONGEST_UNIT, ReadOptions, canonical, file_name

READERS: dict[str, str] = {
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".mxliff": "xliff",
    ".tmx": "tmx",
    ".po": "po",
}
"""Module of this folder by ending: each has `units(path, raw, options) -> Units`."""

LONGEST_ID = 60
"""Characters of a unit's id that are shown, and of a source text that serve as one."""


@dataclass(frozen=True, slots=True)
class Content:
    """One side of a unit.

    passages  its paragraphs without tags, each code point leading back to the file's text
    markup    its inline tags and placeholders, in order
    too_long  whether it has more of them than one may have, and was left out
    """

    passages: tuple[Passage, ...]
    markup: tuple[Markup, ...] = ()
    too_long: bool = False

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not self.too_long and not any(passage.text.strip() for passage in self.passages)


@dataclass(frozen=True)
class Unit:
    """A source text beside its translation.

    id           its own, as the file has it; one that the file has twice is numbered
    doc          the document that it is a part of, empty where the file does not say
    target       empty where it has not been translated
    alternates   other translations, which bear witness
    source_lang, target_lang  BCP 47 codes, None where the file does not say
    suppressions  what its notes silence
    """

    id: str
    source: Content
    target: Content
    doc: str = ""
    alternates: tuple[Content, ...] = ()
    source_lang: str | None = None
    target_lang: str | None = None
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True)
class Units:
    """What a file of units holds.

    text   the file's text, to which all offsets refer
    units  in order; one that cannot be read comes as a reason, its line named
    note   what is worth a line about the file (its encoding)
    """

    text: str
    units: Iterable[Unit | str]
    note: str = ""


def read_bilingual(path: str, raw: bytes, options: ReadOptions, name: str = "") -> Iterator[Article | Skipped]:
    """The articles in a file of units; what cannot be read comes as `Skipped` and the next ones follow.

    name  what the articles are called by before their units' ids; the file's own name by default

    Raises InputError where the file is not what its name says, or holds no translation at all; after the articles
    before it, where the rest of the file cannot be read.
    """
    module = importlib.import_module(f"tqcheck.readers.{READERS[file_name(path).ext]}")
    read: Units = module.units(path, raw, options)
    name = name or file_name(path).stem
    good = translated = faults = 0
    taken: dict[str, int] = {}
    waiting: list[Article] = []  # until it is known that this is no file without a translation at all
    for unit in read.units:
        if isinstance(unit, str):
            faults += 1
            yield Skipped(path, unit)
        elif any(side.too_long for side in (unit.source, unit.target, *unit.alternates)):
            faults += 1
            yield Skipped(
                path, f"unit {unit.id[:LONGEST_ID] or good + faults}: longer than {LONGEST_UNIT:,} characters"
            )
        elif not unit.source.empty:
            good += 1
            translated += not unit.target.empty
            waiting.append(_article(path, read, replace(unit, id=_unique(unit.id, taken)), name, options))
            if translated:
                yield from waiting
                waiting.clear()
    if not translated and (good or not faults):
        raise InputError(path, f"none of its {good} units is translated" if good else "has no unit in it")


def code_of(given: str | None) -> str | None:
    """The BCP 47 code of a language as a file gives it, None where it gives none that is known."""
    return canonical(given) if given and lang.known(given) else None


def _unique(id_: str, taken: dict[str, int]) -> str:
    """`id_` as it is the first time, later with the number of the time: XLIFF's are unique in each of its files only."""
    taken[id_] = times = taken.get(id_, 0) + 1
    return id_ if times == 1 else _unique(f"{id_}-{times}", taken)


def _article(path: str, read: Units, unit: Unit, name: str, options: ReadOptions) -> Article:
    source_lang = unit.source_lang or options.source_lang
    target_lang = unit.target_lang or options.target_lang
    meta = {"note": read.note} if read.note else {}
    if unit.doc:
        meta["doc"] = unit.doc

    def document(content: Content, code: str | None, suppressions: tuple[Suppression, ...] = ()) -> Document:
        words = "\n".join(passage.text for passage in content.passages)
        return Document(
            path,
            code or identify(words) or lang.UNDETERMINED,
            read.text,
            () if content.empty else content.passages,
            meta=meta,
            unit=unit.id,
            markup=content.markup,
            suppressions=suppressions,
        )

    witnesses = tuple(
        Rendering(f"alternate-{number}", Role.ALTERNATE, document(content, target_lang))
        for number, content in enumerate(unit.alternates, 1)
    )
    candidate = Rendering("target", Role.CANDIDATE, document(unit.target, target_lang, unit.suppressions))
    return Article(f"{name}:{unit.id}", document(unit.source, source_lang), (candidate, *witnesses))
