"""Where a place is, as programs of continuous integration want it: paths from the working folder, URIs, fixes."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from urllib.parse import quote

from tqcheck.model.finding import Finding, Side

STANDARD_INPUT = "-"
_MARKUP = re.compile('[<>&"\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffd\ud800-\udfff]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def relative(path: str) -> str:
    """`path` with forward slashes, from the working folder; the whole path where it lies outside of that."""
    return path if path == STANDARD_INPUT else _relative(path, _working_folder())


def uri(path: str) -> str:
    """A URI reference for `path`, percent-encoded (RFC 3986): relative within the working folder, else `file:`."""
    found = relative(path)
    if not os.path.isabs(found):
        return quote(_bytes(found), safe="/")
    return ("file://" if found.startswith("/") else "file:///") + quote(_bytes(found), safe="/:")


def sound(text: str) -> str:
    """`text` of the same length without halves of characters, which are no text in JSON for most of its readers."""
    return _SURROGATE.sub("\ufffd", text)


def replacement(finding: Finding, literal: bool) -> str | None:
    """What a program may put in place of the words at the primary place; None where it takes a person.

    literal  whether the rule's suggestions stand in place of what it flags, letter for letter

    Cells of tables are quoted in ways of their own, and so are the marks of HTML, XML and PO.
    """
    place, words = finding.primary, finding.suggestion
    if not literal or not words or place.cell or place.side is not Side.TARGET or not place.text:
        return None
    return None if _MARKUP.search(words + place.text) else words


def _working_folder() -> str:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return ""


@lru_cache(maxsize=4096)
def _relative(path: str, folder: str) -> str:
    if not folder:
        return path.replace(os.sep, "/")
    whole = os.path.abspath(path)
    try:
        at = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
    except (OSError, ValueError):  # no file can be called so, which is why it could not be read
        at = whole
    for one in (whole, at):  # named through a symbolic link, a file within may look as if it were outside
        with_sep = folder if folder.endswith(os.sep) else folder + os.sep
        if one.startswith(with_sep):
            return one[len(with_sep) :].replace(os.sep, "/")
    return whole.replace(os.sep, "/")


def _bytes(path: str) -> bytes:
    try:
        return os.fsencode(path)  # a file name that is not UTF-8 keeps its bytes
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
