"""PO, the catalogues of gettext: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html.

Each translation of an entry is a unit, a plural form each: the first beside the singular, the others beside the plural.
Fuzzy entries are read as the others are, obsolete ones (`#~`) are not. Comments may silence findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tqcheck.errors import InputError
from tqcheck.model.document import Suppression
from tqcheck.model.text import Passage
from tqcheck.readers.base import LONGEST_UNIT, ReadOptions
from tqcheck.readers.bilingual import LONGEST_ID, Content, Unit, Units, code_of
from tqcheck.readers.encoding import decode
from tqcheck.readers.inline import Inline
from tqcheck.readers.suppressions import suppressions

_CHARSET = re.compile(rb'"[^"\n]*charset=([\w.:-]+)')
_LINE = re.compile(r"[^\r\n]+")
_FIELD = re.compile(r'\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(?=")')
_STRING = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,8})|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER = re.compile(r"^([\w-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def units(path: str, raw: bytes, options: ReadOptions) -> Units:
    """The units of a catalogue. Raises InputError, perhaps only while they are read."""
    declared = _CHARSET.search(raw)
    name = declared[1].decode("ascii", "replace") if declared else None
    decoded = decode(raw, path, None if name == "CHARSET" else name)
    return Units(decoded.text, _Catalogue(path, decoded.text).units(), decoded.note)


@dataclass
class _Entry:
    """An entry as far as it was read: its strings by field, each as what `Inline` gathers, and its comments."""

    fields: dict[str, Inline] = field(default_factory=dict)
    forms: dict[int, Inline] = field(default_factory=dict)
    comments: list[Suppression] = field(default_factory=list)

    def content(self, name: str) -> Content:
        """What a field says; empty where the entry has none."""
        gathered = self.fields.get(name)
        return gathered.content() if gathered else Content(())


class _Catalogue:
    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.langs: tuple[str | None, str | None] = (None, None)

    def units(self) -> Iterator[Unit | str]:
        """Each translation beside what it translates; a line that is none of a catalogue's comes as a reason."""
        entry = _Entry()
        last: Inline | None = None
        entries = 0
        for line in _LINE.finditer(self.text):
            start = line.start()
            begun = _FIELD.match(self.text, start, line.end())
            comment = line[0].lstrip().startswith("#")
            opens = comment or (begun and begun[1] in ("msgctxt", "msgid"))
            if opens and entry.forms:
                entries += 1
                yield from self._translations(entry)
                entry = _Entry()
            if comment:
                if not line[0].lstrip().startswith(("#~", "#|", "#,", "#:")):
                    entry.comments.extend(suppressions([Passage(line[0], start)]))
                last = None
                continue
            if begun:
                last = Inline(self.text, preserve=True)
                if begun[1] == "msgstr":
                    entry.forms[int(begun[2] or 0)] = last
                else:
                    entry.fields[begun[1]] = last
                start = begun.end()
            if last is not None and line.end() - start > LONGEST_UNIT:
                last.add(self.text[start : line.end()], start)  # too long for it, and for an expression
                continue
            string = _STRING.fullmatch(self.text, start, line.end())
            if string and last is not None:
                _gather(last, string[1], string.start(1))
            elif line[0].strip():
                number = self.text.count("\n", 0, line.start()) + 1
                if not entries and not entry.fields:
                    raise InputError(self.path, f"is no PO file: line {number} is no entry of one")
                yield f"line {number}: no string of an entry: {line[0].strip()[:40]}"
        if entry.forms:
            yield from self._translations(entry)

    def _translations(self, entry: _Entry) -> Iterator[Unit]:
        source = entry.content("msgid")
        if source.empty:
            self._header(entry)
            return
        plural = entry.content("msgid_plural")
        context = " ".join(_said(entry.content("msgctxt")).split())
        name = " ".join(_said(source).split())[:LONGEST_ID].rstrip()
        for form, gathered in sorted(entry.forms.items()):
            yield Unit(
                (f"{context}: " if context else "") + name + (f" [{form}]" if not plural.empty else ""),
                plural if form and not plural.empty else source,
                gathered.content(),
                source_lang=self.langs[0],
                target_lang=self.langs[1],
                suppressions=tuple(replace(one, shared=len(entry.forms) > 1) for one in entry.comments),
            )

    def _header(self, entry: _Entry) -> None:
        if 0 in entry.forms:
            fields = {m[1].lower(): m[2] for m in _HEADER.finditer(_said(entry.forms[0].content()))}
            self.langs = (code_of(fields.get("x-source-language")), code_of(fields.get("language")))


def _said(content: Content) -> str:
    return "\n".join(passage.text for passage in content.passages)


def _character(code: int) -> str:
    """The character with this number, or U+FFFD where there is none that a text may have."""
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _gather(into: Inline, string: str, at: int) -> None:
    """Add what a quoted string says, its escapes as what they stand for."""
    done = 0
    for found in _ESCAPE.finditer(string):
        if found.start() > done:
            into.add(string[done : found.start()], at + done)
        octal, hexadecimal, letter = found.groups()
        if letter is not None:
            into.add(_LETTERS.get(letter, letter), at + found.start())
        else:
            into.add(_character(int(octal, 8) if octal else int(hexadecimal, 16)), at + found.start())
        done = found.end()
    if done < len(string):
        into.add(string[done:], at + done)
