"""XML as a stream of events that lead back to the text, through expat: nothing is fetched and no entity is expanded."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from tqcheck.errors import InputError
from tqcheck.model.text import line_index
from tqcheck.readers.encoding import Decoded, decode

START, END, TEXT = "start", "end", "text"

_DECLARED = re.compile(rb"""<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_TAG = re.compile(r"""<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>""")
_XML = "http://www.w3.org/XML/1998/namespace"
_SLICE = 1 << 20  # bytes parsed at once: an old expat reads a comment that is longer anew with every slice
_WIDE = ("utf-16", "utf-32", "utf_16", "utf_32", "ucs", "iso-10646")
_EARLY = {expat.errors.codes[message] for message in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN, expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION)}  # fmt: skip


class Event(NamedTuple):
    """A tag or a run of characters.

    kind   START, END or TEXT
    name   of an element: its local name where it is of one of the reader's own namespaces or of none, else the
           namespace and the local name with a space between; of TEXT: the characters, references resolved
    at     offset in the file's text at which it begins: of a reference, of its `&`; an empty element's end is behind it
    attrs  of START: values by local name, `xml:lang` and `xml:space` by these
    """

    kind: str
    name: str
    at: int
    attrs: Mapping[str, str] = {}


def decode_xml(raw: bytes, path: str) -> Decoded:
    """The text of an XML file: by its byte order mark, else as its declaration says, else as any text.

    Raises InputError where it is in no encoding that can be told or in another than it says.
    """
    if raw.startswith(b"<\0"):
        return decode(codecs.BOM_UTF16_LE + raw, path)
    if raw.startswith(b"\0<"):
        return decode(codecs.BOM_UTF16_BE + raw, path)
    found = _DECLARED.match(raw)
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    if declared.startswith(_WIDE):
        declared = "utf-8"  # its bytes show that it is not: programs that write a string forget to change the line
    try:
        if not codecs.lookup(declared)._is_text_encoding:
            raise LookupError
    except LookupError:
        raise InputError(path, f'cannot be decoded: it says that its encoding is "{declared}", which is none') from None
    return decode(raw, path, declared)


def events(text: str, path: str, own: Sequence[str] = ()) -> Iterator[Event]:
    """The elements and characters of an XML text, in order; comments and instructions are left out.

    own  beginnings of the namespaces whose elements are given by their local names

    Takes time in proportion to the text, however long its lines. Raises InputError, after the events before it, at
    the first place that is not well-formed or declares an entity.
    """
    stream = _Stream(text, path, tuple(own))
    data = stream.data
    for start in range(0, max(len(data), 1), _SLICE):
        part = data[start : start + _SLICE]
        yield from stream.parse(part, start + _SLICE >= len(data))


def tag_end(text: str, at: int) -> int:
    """Offset behind the tag that begins at `at`."""
    found = _TAG.match(text, at)
    return found.end() if found else at


def element_end(text: str, start: int, end: int) -> int:
    """Offset behind the element whose START event is at `start` and whose END event is at `end`."""
    first = tag_end(text, start)
    return first if text.startswith("/", first - 2) else text.find(">", end) + 1


class _Stream:
    def __init__(self, text: str, path: str, own: tuple[str, ...]) -> None:
        self.text, self.path, self.own = text, path, own
        self.data = text.encode("utf-8")
        self._ascii = len(self.data) == len(text)
        self._byte = self._offset = 0
        self._found: list[Event] = []
        self._names: dict[str, str] = {}
        # The text is decoded already, whatever its first line says.
        self._expat = expat.ParserCreate("utf-8", " ")
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text
        self._expat.EntityDeclHandler = self._entity
        self._expat.SkippedEntityHandler = self._skipped

    def parse(self, part: bytes, last: bool) -> Iterator[Event]:
        """The events in the next slice."""
        error: InputError | None = None
        try:
            self._expat.Parse(part, last)
        except expat.ExpatError as found:
            error = self._broken(found.code, last)
        except InputError as found:
            error = found
        yield from self._found
        self._found.clear()
        if error:
            raise error

    def _at(self, byte: int) -> int:
        """The offset of a byte of the UTF-8 data; asked in order, each from where the last one was."""
        if self._ascii:
            return byte
        if byte < self._byte:
            return len(self.data[:byte].decode("utf-8", "ignore"))
        self._offset += len(self.data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._offset

    def _fault(self, offset: int, reason: str) -> InputError:
        place = line_index(self.text).position(offset)
        return InputError(self.path, f"line {place.line}, column {place.column}: {reason}")

    def _broken(self, code: int, last: bool) -> InputError:
        if last and code in _EARLY:
            return self._fault(len(self.text), "not well-formed (it ends too early)")
        why = expat.ErrorString(code)
        reason = why if why.startswith("not well-formed") else f"not well-formed ({why})"
        return self._fault(self._at(self._expat.ErrorByteIndex), reason)

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = self._names[name] = local if not space or space.startswith(self.own) else name
        return known

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        for key in attrs:
            if " " in key:
                attrs = {_attribute(key): value for key, value in attrs.items()}
                break
        self._found.append(Event(START, self._name(name), self._at(self._expat.CurrentByteIndex), attrs))

    def _end(self, name: str) -> None:
        self._found.append(Event(END, self._name(name), self._at(self._expat.CurrentByteIndex)))

    def _text(self, data: str) -> None:
        self._found.append(Event(TEXT, data, self._at(self._expat.CurrentByteIndex)))

    def _skipped(self, name: str, parameter: bool) -> None:
        # Of a document type that is not fetched: HTML's names are known, any other stays as it is written.
        if not parameter:
            self._found.append(Event(TEXT, html.unescape(f"&{name};"), self._at(self._expat.CurrentByteIndex)))

    def _entity(self, name: str, *_: object) -> None:
        reason = f'declares the entity "{name}"; a file that declares entities is not read'
        raise self._fault(self._at(self._expat.CurrentByteIndex), reason)


def _attribute(key: str) -> str:
    space, _, local = key.rpartition(" ")
    return f"xml:{local}" if space == _XML else local
