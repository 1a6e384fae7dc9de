"""Beads for people: each with its shape and score, the sentences of one side above those of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.model.alignment import Bead
from tqcheck.reporters.base import PLAIN, Aligned, Linked, View
from tqcheck.reporters.display.colour import BOLD, DIM, paint
from tqcheck.reporters.display.safe import shown


def render(aligned: Iterable[Aligned], view: View = PLAIN) -> Iterator[str]:
    """Yield the beads of each article, sentences numbered from 0 and not wrapped."""
    for number, item in enumerate(aligned):
        name = f"{item.id} {item.rendering}".strip()
        head = (
            f"── {shown(name)}: {item.source_lang} {len(item.source)}, {item.target_lang} {len(item.target)},"
            f" beads {len(item.alignment.beads)} ({item.alignment.aligner}, quality {item.alignment.quality:.2f})"
        )
        yield ("\n" if number else "") + paint(head, BOLD, view.colour) + "\n"
        for bead in item.alignment.beads:
            yield "\n" + "".join(_bead(item, bead, view.colour))
        if item.words is not None:
            yield "\n" + "".join(_linked(item.words, view.colour))


def _bead(item: Aligned, bead: Bead, colour: bool) -> Iterator[str]:
    shape = f"{len(bead.source)}-{len(bead.target)}"
    score = f"{bead.score:.2f}" if bead.source and bead.target else ""
    left = f"{shape:<4} {score:<4}"
    width = max(len(item.source_lang), len(item.target_lang))
    sides = ((item.source_lang, item.source, bead.source), (item.target_lang, item.target, bead.target))
    for lang, sentences, numbers in sides:
        for number in numbers:
            yield paint(f"{left}  {lang:<{width}} {number:>3}", DIM, colour) + f"  {shown(sentences[number])}\n"
            left = " " * len(left)


def _linked(words: Linked, colour: bool) -> Iterator[str]:
    """A line for each source word: its number, itself, and the target words that render it."""
    yield paint(
        f"words {len(words.source)}, {len(words.target)}, links {len(words.links)} ({words.linker})", DIM, colour
    )
    yield "\n"
    found: dict[int, list[int]] = {}
    for i, j in words.links:
        found.setdefault(i, []).append(j)
    for i, word in enumerate(words.source):
        rendered = " ".join(f"{words.target[j]}:{j}" for j in found.get(i, ()))
        yield f"{paint(f'{i:>5}', DIM, colour)}  {shown(word)}  {shown(rendered)}".rstrip() + "\n"
