"""`tqcheck align`: which sentences render which."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import streams
from tqcheck.cli.links import linked
from tqcheck.errors import InputError, UsageError
from tqcheck.reporters import View, beads

if TYPE_CHECKING:
    from tqcheck.cli.links import Pair
    from tqcheck.model.document import Document
    from tqcheck.reporters.base import Aligned


def align(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="A B | TABLE",
            show_default=False,
            help="A text and its rendering; or a segment table, an article folder or a folder of these.",
        ),
    ],
    source_lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of A (BCP 47); detected where not given.")
    ] = None,
    target_lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of B; detected where not given, English in a table.")
    ] = None,
    aligner: Annotated[
        str,
        typer.Option(
            metavar="ALIGNER",
            help="How: lexical, semantic (needs the extra of that name) or auto (semantic where it is installed and knows"
            " the languages).",
        ),
    ] = "auto",
    words: Annotated[
        bool, typer.Option("--words", help="Link words too (jsonl, text). Lists in a table are then lists of words.")
    ] = False,
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(beads.names())}.")] = "text",
) -> int:
    """Print which sentences render which.

    The output is beads: sentences of a text with those of another that render them, numbered from 0.
    Lists of sentences in a table are taken as they are; other texts are split.
    With --words, links are pairs of a word of the one and a word of the other, numbered from 0.
    """
    from tqcheck.align import usable

    render = beads.get(format)
    usable(aligner)
    if len(paths) > 2:
        raise UsageError(f"align takes two texts or one table, not {len(paths)} paths")
    skipped: list[InputError] = []
    if len(paths) == 2:
        pairs = _two(paths, source_lang, target_lang)
    else:
        pairs = _many(paths, source_lang, target_lang, skipped)
    made = partial(_aligned, aligner)
    aligned = linked(pairs, made, aligner) if words else (made(*pair) for pair in pairs)
    streams.write(render(aligned, View(streams.coloured(sys.stdout))))
    for item in skipped:
        streams.error(str(item))
    return 2 if skipped else 0


def _two(paths: Sequence[str], source_lang: str | None, target_lang: str | None) -> Iterator[Pair]:
    from tqcheck.readers import read_document

    if list(paths) == ["-", "-"]:
        raise UsageError("standard input (-) can be read only once")
    source, target = read_document(paths[0], source_lang), read_document(paths[1], target_lang)
    yield paths[1], source, target, ""


def _many(
    paths: Sequence[str], source_lang: str | None, target_lang: str | None, skipped: list[InputError]
) -> Iterator[Pair]:
    from tqcheck.model.report import Skipped
    from tqcheck.readers import ReadOptions, read

    for article in read(paths, ReadOptions(source_lang=source_lang, target_lang=target_lang or "en")):
        if isinstance(article, Skipped):
            skipped.append(InputError(article.path, article.reason))
            continue
        if article.source is None:
            skipped.append(InputError(article.id, "has no source to align with"))
            continue
        several = len(article.renderings) > 1
        for rendering in article.renderings:
            name = rendering.name if several else ""
            yield article.id, article.source, rendering.document, name


def _aligned(aligner: str, name: str, source: Document, target: Document, rendering: str) -> Aligned:
    from tqcheck import lang
    from tqcheck.align import align as align_sentences
    from tqcheck.prepare import segmented
    from tqcheck.reporters.base import Aligned

    source, target = segmented(source), segmented(target)
    languages = lang.get(source.lang), lang.get(target.lang)
    originals, translations = (tuple(segment.text for segment in document.segments) for document in (source, target))
    return Aligned(
        id=name,
        source=originals,
        target=translations,
        source_lang=source.lang,
        target_lang=target.lang,
        alignment=align_sentences(originals, translations, *languages, aligner),
        source_joint=" " if languages[0].spaced else "",
        target_joint=" " if languages[1].spaced else "",
        rendering=rendering,
    )
