"""TMX 1.4b, translation memories: https://www.gala-global.org/tmx-14b.

A unit's source is its variant in the source language (its own, else the header's; where it may be any, the one asked
for, else the first that is not the target). Its target is the variant in the language asked for, else the only other
one; more variants of that language are other translations of the same text and come as alternates. Units that lack one
of the two are of no use here and left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.errors import InputError
from tqcheck.model.document import Suppression
from tqcheck.readers.base import ReadOptions
from tqcheck.readers.bilingual import Content, Unit, Units, code_of
from tqcheck.readers.inline import Inline
from tqcheck.readers.inline_tags import TagReader
from tqcheck.readers.suppressions import suppressions
from tqcheck.readers.xml import END, START, TEXT, Event, decode_xml, events

OWN = ("http://www.lisa.org/tmx",)


def units(path: str, raw: bytes, options: ReadOptions) -> Units:
    """The units of a memory. Raises InputError, perhaps only while they are read."""
    decoded = decode_xml(raw, path)
    return Units(decoded.text, _Memory(path, decoded.text, options).units(), decoded.note)


@dataclass
class _Variant:
    lang: str
    content: Content


@dataclass
class _Open:
    """A unit as far as it was read."""

    id: str
    source_lang: str | None
    variants: list[_Variant] = field(default_factory=list)
    silenced: list[Suppression] = field(default_factory=list)


class _Memory:
    def __init__(self, path: str, text: str, options: ReadOptions) -> None:
        self.path, self.text, self.options = path, text, options
        self.events = events(text, path, OWN)
        self.source_lang: str | None = None
        self.languages: dict[str, None] = {}
        self.count = 0

    def units(self) -> Iterator[Unit | str]:
        """Each unit that has a source and a target."""
        found = False
        begun = False
        for event in self.events:
            if event.kind != START:
                continue
            if not begun and event.name != "tmx":
                raise InputError(self.path, f"is no TMX: it begins with <{event.name.rpartition(' ')[2]}>")
            begun = True
            if event.name == "header":
                self.source_lang = code_of(event.attrs.get("srclang"))
            elif event.name == "tu":
                unit = self._paired(self._read(event))
                if unit:
                    found = True
                    yield unit
        if self.count and not found:
            source = self.source_lang or self.options.source_lang or "any language"
            held = ", ".join(self.languages) or "none"
            raise InputError(
                self.path, f"holds no translation from {source} into {self.options.target_lang} (languages: {held})"
            )

    def _read(self, start: Event) -> _Open:
        self.count += 1
        unit = _Open(start.attrs.get("tuid") or str(self.count), code_of(start.attrs.get("srclang")))
        depth = 1
        code = ""
        preserve = [start.attrs.get("xml:space") == "preserve"]
        for event in self.events:
            if event.kind == END:
                depth -= 1
                preserve.pop()
                if not depth:
                    break
            elif event.kind == START:
                space = event.attrs.get("xml:space")
                here = preserve[-1] if space is None else space == "preserve"
                if event.name == "tuv":
                    code = code_of(event.attrs.get("xml:lang") or event.attrs.get("lang")) or ""
                if event.name == "seg":
                    unit.variants.append(_Variant(code, self._content(here)))
                    self.languages[code or "unknown"] = None
                elif event.name == "note":
                    unit.silenced.extend(suppressions(self._content(True).passages))
                else:
                    depth += 1
                    preserve.append(here)
        return unit

    def _content(self, preserve: bool) -> Content:
        """All that the element that has begun says."""
        whole = Inline(self.text, preserve)
        reader = TagReader(self.text, whole)
        depth = 0
        for event in self.events:
            if event.kind == TEXT:
                reader.letters(event)
            elif event.kind == START:
                depth += 1
                reader.start(event)
            elif depth:
                depth -= 1
                reader.end(event)
            else:
                break
        return whole.content()

    def _paired(self, unit: _Open) -> Unit | None:
        variants = unit.variants
        given = unit.source_lang or self.source_lang
        source = _in(given or self.options.source_lang, variants)
        target = _in(self.options.target_lang, [v for v in variants if v is not source])
        if source is None and given is None and target is not None:
            source = next((v for v in variants if not _alike(v.lang, target.lang)), None)
        if source is None:
            return None
        others = [v for v in variants if not _alike(v.lang, source.lang)]
        if target is None and len({_first(v.lang) for v in others}) == 1:
            target = others[0]
        if target is None:
            return None
        return Unit(
            id=unit.id,
            source=source.content,
            target=target.content,
            alternates=tuple(
                v.content
                for v in variants
                if v is not target and v is not source and _alike(v.lang, target.lang) and not v.content.empty
            ),
            source_lang=source.lang or None,
            target_lang=target.lang or None,
            suppressions=tuple(unit.silenced),
        )


def _first(code: str) -> str:
    return code.split("-")[0]


def _alike(a: str, b: str) -> bool:
    """Whether two codes are of one language, of whichever country."""
    return _first(a) == _first(b)


def _in(code: str | None, variants: Sequence[_Variant]) -> _Variant | None:
    """The variant in exactly this language, else the first in the same one of another country."""
    if not code:
        return None
    exact = (v for v in variants if v.lang.casefold() == code.casefold())
    return next(exact, None) or next((v for v in variants if _alike(v.lang, code)), None)
