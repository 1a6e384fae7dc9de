"""XLIFF 1.2 and 2.x with the dialects of Trados (.sdlxliff), memoQ (.mqxliff) and Phrase (.mxliff).

What is read: each segment (a `<mrk mtype="seg">` of 1.2, a `<segment>` of 2.x, else the whole unit) with its source and
target. Left out: what is not to be translated (`translate="no"`), segments that are locked and empty, `<ignorable>`,
text that Trados keeps as deleted, and matches of memories and engines (`<alt-trans>`, `<mtc:match>`), from which
the target was perhaps made and which therefore bear no witness.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html, https://docs.oasis-open.org/xliff/xliff-core/v2.1/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tqcheck.errors import InputError
from tqcheck.model.document import Suppression
from tqcheck.model.text import line_index
from tqcheck.readers.base import ReadOptions, file_name
from tqcheck.readers.bilingual import Content, Unit, Units, code_of
from tqcheck.readers.inline import Inline
from tqcheck.readers.inline_tags import TagReader
from tqcheck.readers.suppressions import suppressions
from tqcheck.readers.xml import END, START, TEXT, Event, decode_xml, events

OWN = ("urn:oasis:names:tc:xliff:document:",)
# Phrase writes its tags as text: {1}, {b>bold<b}.
_WRITTEN = {".mxliff": re.compile(r"\{(?P<open>\w+)>|<(?P<close>\w+)\}|\{(?P<single>\d+)\}")}
_LOCKED = frozenset({"true", "locked", "yes", "1"})
_NOTHING = Content(())


def units(path: str, raw: bytes, options: ReadOptions) -> Units:
    """The segments of an XLIFF file. Raises InputError, perhaps only while they are read."""
    decoded = decode_xml(raw, path)
    return Units(decoded.text, _File(path, decoded.text).units(), decoded.note)


@dataclass(frozen=True)
class _Around:
    """What holds for all within an element."""

    preserve: bool = False
    translate: bool = True
    doc: str = ""
    source_lang: str | None = None
    target_lang: str | None = None

    def within(self, event: Event) -> _Around:
        """What holds within the element that `event` begins."""
        given = event.attrs
        if not given:
            return self
        here = self
        if "xml:space" in given:
            here = replace(here, preserve=given["xml:space"] == "preserve")
        if "translate" in given:
            here = replace(here, translate=given["translate"] != "no")
        if event.name == "file":
            here = replace(here, doc=given.get("original") or given.get("id", ""))
        for name in ("source-language", "srcLang"):
            if name in given:
                here = replace(here, source_lang=code_of(given[name]))
        for name in ("target-language", "trgLang"):
            if name in given:
                here = replace(here, target_lang=code_of(given[name]))
        return here


@dataclass
class _Segment:
    """A segment as far as it was read."""

    id: str
    source: Content | None = None
    target: Content = _NOTHING
    locked: bool = False


@dataclass
class _Open:
    """A unit as far as it was read; `segments` by their ids."""

    id: str
    around: _Around
    locked: bool = False
    whole: _Segment = field(default_factory=lambda: _Segment(""))
    segments: dict[str, _Segment] = field(default_factory=dict)
    silenced: list[Suppression] = field(default_factory=list)

    def segment(self, id_: str) -> _Segment:
        """The segment of this name, made where there is none yet."""
        return self.segments.setdefault(id_, _Segment(id_))


class _File:
    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.events = events(text, path, OWN)
        self.written = _WRITTEN.get(file_name(path).ext)
        self.around = [_Around()]
        self.count = 0

    def units(self) -> Iterator[Unit | str]:
        """Each segment, and what is worth telling."""
        for event in self.events:
            if event.kind == END:
                self.around.pop()
            elif event.kind == START:
                if len(self.around) == 1 and event.name != "xliff":
                    raise InputError(self.path, f"is no XLIFF: it begins with <{event.name.rpartition(' ')[2]}>")
                here = self.around[-1].within(event)
                if event.name in ("trans-unit", "unit"):
                    yield from self._unit(event, here)
                elif event.name == "note":
                    # A note of the file or of a group: who wrote it believes that it works.
                    for found in self._note(event):
                        line = line_index(self.text).position(found.span.start).line
                        yield f"line {line}: tqcheck:ignore silences nothing here: put it into a note of a unit"
                elif " " in event.name or event.name in ("bin-source", "bin-target", "skeleton"):
                    self._skip()
                else:
                    self.around.append(here)

    def _skip(self) -> None:
        """Leave out the rest of the element that has begun."""
        depth = 1
        for event in self.events:
            depth += (event.kind == START) - (event.kind == END)
            if not depth:
                return

    def _unit(self, start: Event, here: _Around) -> Iterator[Unit | str]:
        self.count += 1
        unit = _Open(start.attrs.get("id") or str(self.count), here, start.attrs.get("locked", "") in _LOCKED)
        self._fill(unit)
        if not unit.around.translate:
            return
        for segment in unit.segments.values() or [unit.whole]:
            id_ = f"{unit.id}/{segment.id}" if segment.id else unit.id
            if segment.source is None:
                if not segment.target.empty:
                    line = line_index(self.text).position(start.at).line
                    yield f"line {line}: segment {id_} has a target and no source"
            elif not (segment.target.empty and (segment.locked or unit.locked)):
                yield Unit(
                    id=id_,
                    source=segment.source,
                    target=segment.target,
                    doc=unit.around.doc,
                    source_lang=unit.around.source_lang,
                    target_lang=unit.around.target_lang,
                    suppressions=tuple(replace(one, shared=len(unit.segments) > 1) for one in unit.silenced),
                )

    def _fill(self, unit: _Open) -> None:
        """Read all of a unit."""
        around = [unit.around]
        segment: _Segment | None = None
        number = 0
        for event in self.events:
            if event.kind == END:
                around.pop()
                if not around:
                    break
                if event.name == "segment":
                    segment = None
            elif event.kind == START:
                name = event.name
                if name in ("source", "target", "seg-source"):
                    self._side(event, around[-1].within(event), unit, segment)
                elif name == "note":
                    unit.silenced.extend(self._note(event))
                elif name == "segment":
                    number += 1
                    segment = unit.segment(event.attrs.get("id") or f"s{number}")
                    around.append(around[-1].within(event))
                elif name in ("alt-trans", "ignorable", "originalData"):
                    self._skip()
                elif " " in name and not name.endswith((" seg-defs", " seg")):
                    self._skip()  # what others add, matches of a memory among it
                else:
                    if name.endswith(" seg") and event.attrs.get("locked", "").lower() in _LOCKED:  # Trados
                        unit.segment(event.attrs.get("id", "")).locked = True
                    around.append(around[-1])
        # A unit of one segment is known by its own id in 2.x, where segments need none.
        if number == 1:
            (only,) = unit.segments.values()
            only.id = ""
        if all(one.source is None and one.target.empty for one in unit.segments.values()):
            locked = any(one.locked for one in unit.segments.values())
            unit.segments.clear()
            unit.locked |= locked

    def _side(self, start: Event, here: _Around, unit: _Open, segment: _Segment | None) -> None:
        """Read a source or a target, with the segments that 1.2 marks in it."""
        is_target = start.name == "target"
        code = code_of(start.attrs.get("xml:lang"))
        if code:
            around = unit.around
            unit.around = replace(around, target_lang=code) if is_target else replace(around, source_lang=code)
        whole, parts = self._content(here.preserve)
        if start.name == "source" and segment is None:
            unit.whole.source = whole
        elif segment is not None:
            if is_target:
                segment.target = whole
            else:
                segment.source = whole
        elif is_target and (not parts or not unit.segments):
            unit.whole.target = whole
            unit.segments.clear()
        for id_, content in parts.items():
            if is_target and unit.segments:
                unit.segment(id_).target = content
            elif start.name == "seg-source":
                unit.segment(id_).source = content

    def _content(self, preserve: bool) -> tuple[Content, dict[str, Content]]:
        """All that an element says, and what each of the segments marked in it does."""
        whole = Inline(self.text, preserve, self.written)
        parts: dict[str, Inline] = {}
        reader = TagReader(self.text, whole)
        marks: list[bool] = []
        for event in self.events:
            if event.kind == TEXT:
                reader.letters(event)
            elif event.kind == START:
                is_segment = event.name == "mrk" and event.attrs.get("mtype") == "seg"
                marks.append(is_segment)
                if is_segment:
                    id_ = event.attrs.get("mid") or str(len(parts) + 1)
                    reader.inner = parts.setdefault(id_, Inline(self.text, preserve, self.written))
                else:
                    reader.start(event)
            elif not marks:
                break
            elif marks.pop():
                reader.inner = None
            else:
                reader.end(event)
        return whole.content(), {id_: part.content() for id_, part in parts.items()}

    def _note(self, start: Event) -> list[Suppression]:
        note = Inline(self.text, True)
        depth = 1
        for event in self.events:
            depth += (event.kind == START) - (event.kind == END)
            if event.kind == TEXT:
                note.add(event.name, event.at)
            if not depth:
                break
        return list(suppressions(note.content().passages))
