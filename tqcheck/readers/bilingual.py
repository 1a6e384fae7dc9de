"""Files of units, each a source text beside its translation: what their readers yield, and how it becomes articles.

Each unit is an article of one stretch, as a row of a table is; its documents share the text of the whole file, so that
every finding leads to the line and column where the translation stands in it.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck import lang
from tqcheck.errors import InputError
from tqcheck.lang.identify import identify
from tqcheck.model.document import Article, Document, Markup, Rendering, Role, Suppression
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage
from tqcheck.readers.base import ReadOptions, file_name

READERS: dict[str, str] = {}
"""Module of this folder by ending: each has `units(path, raw) -> (text, units)`."""


@dataclass(frozen=True, slots=True)
class Content:
    """One side of a unit.

    passages  its paragraphs without tags, each code point leading back to the file's text
    markup    its inline tags and placeholders, in order
    """

    passages: tuple[Passage, ...]
    markup: tuple[Markup, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not any(passage.text.strip() for passage in self.passages)


@dataclass(frozen=True)
class Unit:
    """A source text beside its translation.

    id           its own, unique in the file
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


def read_bilingual(path: str, raw: bytes, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles in a file of units; what cannot be read comes as `Skipped` and the next ones follow.

    Raises InputError where the file is not what its name says, or holds no translation at all.
    """
    module = importlib.import_module(f"tqcheck.readers.{READERS[file_name(path).ext]}")
    read: Units = module.units(path, raw)
    good = translated = 0
    waiting: list[Article] = []  # until it is known that this is no file without a translation at all
    for unit in read.units:
        if isinstance(unit, str):
            yield Skipped(path, unit)
        elif not unit.source.empty:
            good += 1
            translated += not unit.target.empty
            waiting.append(_article(path, read, unit, options))
            if translated:
                yield from waiting
                waiting.clear()
    if not translated:
        raise InputError(path, f"none of its {good} units is translated" if good else "has no unit in it")


def _article(path: str, read: Units, unit: Unit, options: ReadOptions) -> Article:
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
    return Article(f"{file_name(path).stem}:{unit.id}", document(unit.source, source_lang), (candidate, *witnesses))
