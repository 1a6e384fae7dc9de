"""`tqcheck align --words`: the words of what was aligned, linked many texts at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tqcheck.model.document import Document, Segment
from tqcheck.model.text import Passage

if TYPE_CHECKING:
    from tqcheck.align.words import Vectors
    from tqcheck.knowledge.glossary import Glossary
    from tqcheck.reporters.base import Aligned, Linked

TOGETHER = 64
"""Texts whose words go through the encoder together."""

Pair = tuple[str, Document, Document, str]
"""An article's id, its source, a rendering, and the rendering's name."""
Words = tuple[Sequence[str] | None, Sequence[str] | None]
"""The words of either side where they were given as a list, else None."""
Stretch = tuple[Sequence[str], Sequence[str]]


def linked(
    pairs: Iterable[Pair], aligned: Callable[[str, Document, Document, str], Aligned], aligner: str = "auto"
) -> Iterator[Aligned]:
    """Texts aligned by `aligned`, with their words linked. A text given as a list is a list of words.

    aligner  `lexical`, `semantic`, or `auto`: semantic where the extra is there and knows both languages
    """
    from tqcheck.prepare import GlossaryLookup

    glossaries = GlossaryLookup()
    rest = iter(pairs)
    while batch := list(islice(rest, TOGETHER)):
        found: list[tuple[Aligned, Words]] = []
        for name, source, target, rendering in batch:
            given = _given(source), _given(target)
            texts = _whole(source, given[0]), _whole(target, given[1])
            one = all(words is not None for words in given)
            found.append(((_single if one else aligned)(name, *texts, rendering), given))
        yield from _linked(found, aligner, glossaries)


def _given(document: Document) -> Sequence[str] | None:
    return [segment.text for segment in document.segments] if document.segments else None


def _whole(document: Document, words: Sequence[str] | None) -> Document:
    """`document` as one stretch, where its words were given."""
    from tqcheck import lang

    if words is None:
        return document
    text = (" " if lang.get(document.lang).spaced else "").join(words)
    passage = Passage(text, 0)
    return replace(document, text=text, body=(passage,), segments=(Segment(0, passage),))


def _single(name: str, source: Document, target: Document, rendering: str) -> Aligned:
    """Two texts that render each other as wholes."""
    from tqcheck.model.alignment import Alignment, Bead
    from tqcheck.reporters.base import Aligned

    bead = Alignment((Bead((0,), (0,), 1.0),))
    return Aligned(name, (source.text,), (target.text,), source.lang, target.lang, bead, rendering=rendering)


def _linked(
    batch: Sequence[tuple[Aligned, Words]], aligner: str, glossaries: Mapping[str, Glossary]
) -> Iterator[Aligned]:
    from tqcheck import lang
    from tqcheck.align.words import link

    stretches = [list(_stretches(item, words)) for item, words in batch]
    semantic = [_semantic(aligner, item.source_lang, item.target_lang) for item, _ in batch]
    vectors = [
        _vectors([(item.source_lang, item.target_lang)[side] for item, _ in batch], stretches, semantic, side)
        for side in (0, 1)
    ]
    for k, (item, _) in enumerate(batch):
        source, target = lang.get(item.source_lang), lang.get(item.target_lang)
        links: list[tuple[int, int]] = []
        first_source = first_target = 0
        for n, (ours, theirs) in enumerate(stretches[k]):
            given = (vectors[0][k][n], vectors[1][k][n]) if semantic[k] else None
            found = link(ours, theirs, source, target, glossaries[item.source_lang], given)
            links += [(i + first_source, j + first_target) for i, j in found.pairs]
            first_source, first_target = first_source + len(ours), first_target + len(theirs)
        yield replace(item, words=_report(stretches[k], links, "semantic" if semantic[k] else "lexical"))


def _vectors(
    codes: Sequence[str], stretches: Sequence[Sequence[Stretch]], semantic: Sequence[bool], side: int
) -> list[list[Vectors]]:
    """For each text, the vectors of one side of its stretches; of all texts in a language at once."""
    from tqcheck import lang
    from tqcheck.align.words import encode

    texts: dict[str, list[Sequence[str]]] = {}
    for code, found, use in zip(codes, stretches, semantic, strict=True):
        if use:
            texts.setdefault(code, []).extend(stretch[side] for stretch in found)
    encoded = {code: iter(encode(words, lang.get(code))) for code, words in texts.items()}
    return [
        list(islice(encoded[code], len(found))) if use else []
        for code, found, use in zip(codes, stretches, semantic, strict=True)
    ]


def _semantic(aligner: str, *codes: str) -> bool:
    """Whether the encoder is to be used for texts in these languages."""
    from tqcheck.align import encoder

    return aligner != "lexical" and encoder.available() and encoder.covers(*codes)


def _stretches(item: Aligned, words: Words) -> Iterator[Stretch]:
    """The words of either side of each bead; of the whole where they were given."""
    from tqcheck import lang

    source, target = lang.get(item.source_lang), lang.get(item.target_lang)
    for bead in item.alignment.beads:
        texts = item.source_text(bead.source), item.target_text(bead.target)
        ours, theirs = (
            given if given is not None else [span.of(text) for span in language.tokens(text)]
            for given, text, language in zip(words, texts, (source, target), strict=True)
        )
        yield ours, theirs


def _report(stretches: Sequence[Stretch], links: Sequence[tuple[int, int]], linker: str) -> Linked:
    from tqcheck.reporters.base import Linked

    source, target = (tuple(word for stretch in stretches for word in stretch[side]) for side in (0, 1))
    return Linked(source, target, tuple(links), linker)
