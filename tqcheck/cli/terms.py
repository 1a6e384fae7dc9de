"""`tqcheck terms`: look through a glossary, look a term up, learn terms from trusted articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import files, progress, streams
from tqcheck.cli.group import USAGE, group
from tqcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from tqcheck.knowledge import Entry
    from tqcheck.model.document import Article

UNKNOWN = 1

_Language = Annotated[
    str | None, typer.Option("--source-lang", metavar="CODE", help="Language of the terms (BCP 47); any by default.")
]
_Glossaries = Annotated[
    list[str] | None, typer.Option("--glossary", metavar="FILE", help="A glossary of your own (repeatable).")
]


def build() -> typer.Typer:
    """The commands on terms."""
    return group(
        "Glossaries: look through one, look a term up, learn terms from trusted articles.",
        (check, show, learn),
    )


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE", show_default=False, help="Glossaries: .csv, .tsv, .tbx (or .xml), .toml."),
    ],
    source_lang: _Language = None,
) -> int:
    """Look through glossaries for everything that is wrong with them.

    Exit status: 0 all can be used; 2 there is a problem, each told with its file and line.
    """
    from tqcheck.knowledge import survey

    status = 0
    code = _code(source_lang)
    for path in paths:
        try:
            found = survey(path, code)
        except InputError as error:
            streams.error(str(error))
            status = USAGE
            continue
        entries = found.entries
        counts = [
            _counted(len(entries), "term"),
            _counted(sum(len(entry.renderings) for entry in entries), "rendering"),
            _counted(sum(len(entry.literals) for entry in entries), "forbidden form"),
            _counted(len(found.problems), "problem"),
        ]
        streams.write([f"{path}: {', '.join(counts)}\n"])
        for problem in found.problems:
            streams.error(str(problem))
            status = USAGE
    return status


def show(
    terms: Annotated[list[str], typer.Argument(metavar="TERM", show_default=False, help="Terms of a source language.")],
    glossary: _Glossaries = None,
    source_lang: _Language = None,
) -> int:
    """Show what the glossaries know of a term; of several entries the first is the one that counts.

    Exit status: 0 all are known; 1 one is not.
    """
    from tqcheck.knowledge import known

    status = 0
    blank = ""
    for term in terms:
        entries, nearest = known(term, _code(source_lang), glossary or ())
        for entry in entries:
            streams.write([blank, *_shown(entry)])
            blank = "\n"
        if not entries:
            status = UNKNOWN
            near = f"; nearest: {', '.join(nearest)}" if nearest else ""
            streams.note(f"{term} is not known{near}")
    return status


def learn(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER", show_default=False, help="Trusted bilingual articles: folders or tables."),
    ],
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Where to write the proposals (.toml); standard output if absent."),
    ] = None,
    rendering: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Trust renderings of this name only (repeatable).")
    ] = None,
    glossary: _Glossaries = None,
    source_lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the sources, where their names do not say it.")
    ] = None,
    target_lang: Annotated[str, typer.Option(metavar="CODE", help="Language of the renderings.")] = "en",
    min_count: Annotated[int, typer.Option(metavar="N", min=1, help="Sentences in which a pair must stand.")] = 2,
    min_confidence: Annotated[
        float, typer.Option(metavar="0..1", min=0, max=1, help="Leave out proposals less sure than this.")
    ] = 0.6,
) -> int:
    """Propose terms with their renderings out of articles whose renderings are trusted.

    The output is a glossary in TOML to be looked through; terms that the glossaries have already are left out.
    """
    from tqcheck.learn import Limits, learn, observed, written
    from tqcheck.prepare import GlossaryLookup
    from tqcheck.readers import ReadOptions, read

    if out is not None:
        _writable(out, (*paths, *(glossary or ())))
    skipped: list[InputError] = []
    articles = _articles(read(paths, ReadOptions(source_lang=source_lang, target_lang=target_lang)), skipped)
    watched = progress.watched(articles, lambda article: article.id)
    lookup = GlossaryLookup(glossary or ())
    observations = list(observed(watched, lookup, frozenset(rendering or ())))
    for item in skipped:
        streams.error(str(item))
    if not observations:
        if skipped:
            return USAGE
        raise UsageError("nothing to learn from: no article has a source with a rendering" + _named(rendering or ()))
    proposals = learn(observations, Limits(places=min_count, confidence=min_confidence))
    if out is None:
        streams.write(written(proposals))
    else:
        files.write(out, written(proposals))
    streams.note(f"{_counted(len(proposals), 'term')} proposed out of {_counted(len(observations), 'aligned stretch')}")
    return USAGE if skipped else 0


def _articles(found: Iterator[Article | object], skipped: list[InputError]) -> Iterator[Article]:
    from tqcheck.model.document import Article
    from tqcheck.model.report import Skipped

    for article in found:
        if isinstance(article, Skipped):
            skipped.append(InputError(article.path, article.reason))
        elif isinstance(article, Article):
            if article.source is None:
                skipped.append(InputError(article.id, "has no source to learn from"))
            else:
                yield article


def _writable(out: str, inputs: Sequence[str]) -> None:
    ending = os.path.splitext(out)[1].lower()
    if ending not in (".toml", ""):
        raise UsageError(f"--out {out}: the proposals are TOML, and a glossary is read by its ending: name it .toml")
    if os.path.realpath(out) in map(os.path.realpath, inputs):
        raise UsageError(f"--out {out}: would overwrite an input")


def _named(names: Sequence[str]) -> str:
    return f" named {' or '.join(names)}" if names else ""


def _code(given: str | None) -> str:
    from tqcheck import lang

    if given is not None:
        lang.get(given)
    return given or lang.UNDETERMINED


def _counted(number: int, what: str) -> str:
    plural = "es" if what.endswith("ch") else "s"
    return f"{number:,} {what}{'' if number == 1 else plural}"


def _shown(entry: Entry) -> Iterator[str]:
    yield f"{entry.term}\n"
    dates = " ".join(f"{word} {date}" for word, date in (("since", entry.since), ("until", entry.until)) if date)
    forms = [literal.text + ("" if literal.alone else " (beside the term)") for literal in entry.literals]
    for label, text in (
        ("renderings", " | ".join(entry.renderings)),
        ("forbidden" if entry.required else "literal", " | ".join(forms)),
        ("kind", entry.kind),
        ("dates", dates),
        ("note", entry.note),
        ("origin", entry.origin if entry.required else f"{entry.origin} (bundled)"),
    ):
        if text:
            yield f"  {label:<11} {text}\n"
