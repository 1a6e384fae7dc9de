"""Beads as a translation memory: TMX 1.4b (https://www.gala-global.org/tmx-14b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from tqcheck import __version__
from tqcheck.reporters.base import PLAIN, Aligned, View
from tqcheck.reporters.display.safe import REPLACEMENT

# What XML 1.0 (production 2, Char) does not allow, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(aligned: Iterable[Aligned], view: View = PLAIN) -> Iterator[str]:
    """Yield the memory, a unit for each bead with text on both sides; a memory has no use for the others.

    Characters that XML cannot hold are replaced by U+FFFD. The header's source language is the first article's;
    units of another source language say so themselves.
    """
    rest = iter(aligned)
    first = next(rest, None)
    source_lang = first.source_lang if first else "*all*"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="tqcheck" creationtoolversion="{__version__}" segtype="sentence" o-tmf="tqcheck"'
        f' adminlang="en" srclang={_value(source_lang)} datatype="plaintext"/>\n<body>\n'
    )
    for item in chain([first] if first else [], rest):
        yield from _units(item, source_lang)
    yield "</body>\n</tmx>\n"


def _units(item: Aligned, usual: str) -> Iterator[str]:
    doc = f"{item.id}:{item.rendering}" if item.rendering else item.id
    own = "" if item.source_lang == usual else f" srclang={_value(item.source_lang)}"
    for number, bead in enumerate(item.alignment.beads):
        if not (bead.source and bead.target):
            continue
        yield (
            f'<tu tuid={_value(f"{doc}:{number}")}{own}><prop type="x-score">{bead.score:.4f}</prop>\n'
            f"  <tuv xml:lang={_value(item.source_lang)}><seg>{_text(item.source_text(bead.source))}</seg></tuv>\n"
            f"  <tuv xml:lang={_value(item.target_lang)}><seg>{_text(item.target_text(bead.target))}</seg></tuv></tu>\n"
        )


def _text(text: str) -> str:
    return escape(_NOT_XML.sub(REPLACEMENT, text))


def _value(text: str) -> str:
    return quoteattr(_NOT_XML.sub(REPLACEMENT, text))
