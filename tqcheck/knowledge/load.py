"""The glossaries: the bundled topic files and those that users bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tqcheck import lang
from tqcheck.errors import GlossaryError
from tqcheck.knowledge import formats
from tqcheck.knowledge.formats.entry import unbroken
from tqcheck.knowledge.formats.table import parse
from tqcheck.knowledge.glossary import Entry, Glossary

__all__ = ["Survey", "bundled", "known", "load_glossary", "parse", "short_names", "survey"]


@cache
def bundled(code: str) -> tuple[Entry, ...]:
    """The entries that come with tqcheck for a source language (`zh`), none where there are none.

    Where the source language is not known (`und`), those of every language, for what a rendering shows by itself.
    """
    root = resources.files(__package__)
    if code == lang.UNDETERMINED:
        languages = sorted(f.name for f in root.iterdir() if f.is_dir() and lang.known(f.name))
        return tuple(entry for language in languages for entry in bundled(language))
    language = code.split("-")[0].lower()
    folder = root / language
    if not folder.is_dir():
        return ()
    entries: list[Entry] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".tsv"):
            continue
        text = file.read_text(encoding="utf-8")
        if text.startswith("term\t"):  # other tables stand in the folder of their language too
            entries.extend(parse(text, file.name, "\t", language))
    return tuple(entries)


@cache
def short_names(code: str) -> Mapping[str, tuple[str, ...]]:
    """For a source language, one-character names of countries with the full names that each may stand for."""
    file = resources.files(__package__) / code.split("-")[0].lower() / "short_names.tsv"
    if not file.is_file():
        return {}
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return {short: tuple(places.split("|")) for short, places in rows}


def load_glossary(code: str, files: Sequence[str] = ()) -> Glossary:
    """The bundled glossary of a source language with the user's files over it.

    Raises GlossaryError for a line that cannot be used and InputError for a file that cannot be read; nothing is
    half-loaded.
    """
    return Glossary([*bundled(code), *_own(code, files)]) if files else _glossary(code)


@cache
def _glossary(code: str) -> Glossary:
    return Glossary(bundled(code))


def _own(code: str, files: Sequence[str]) -> list[Entry]:
    return [entry for file in files for entry in unbroken(formats.read(file, code))]


def known(term: str, code: str = lang.UNDETERMINED, files: Sequence[str] = ()) -> tuple[list[Entry], list[str]]:
    """What the bundled glossary and the user's files say of a term, and the terms nearest to it where they say nothing.

    term  in any script variant of its language
    code  the language, `und` for whichever has the term
    The user's entries come first, the last of them at the head: that is the one that counts.
    Raises as `load_glossary` does.
    """
    entries = [*reversed(_own(code, files)), *bundled(code)]
    spellings = {code: lang.get(code).normalise(term.strip()) for code in {entry.lang for entry in entries}}
    found = [e for e in entries if lang.get(e.lang).normalise(e.term) in (spellings[e.lang], term.strip())]
    return found, [] if found else _nearest(term.strip(), list(dict.fromkeys(entry.term for entry in entries)))


MOST_NEAREST = 5
LEAST_LIKENESS = 60.0
"""Of rapidfuzz's ratio, 0 to 100: two characters of three in common are 67."""


def _nearest(term: str, terms: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    near = process.extract(term, terms, scorer=fuzz.ratio, limit=MOST_NEAREST, score_cutoff=LEAST_LIKENESS)
    return [match for match, _, _ in near]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a user's file holds.

    entries   those that can be used
    problems  one for each place that cannot, and for each term that has two entries, in the order of lines
    """

    entries: tuple[Entry, ...]
    problems: tuple[GlossaryError, ...]


def survey(file: str, code: str = lang.UNDETERMINED) -> Survey:
    """Look through a glossary for everything that is wrong with it. Raises InputError where it cannot be read."""
    entries: dict[tuple[str, str], Entry] = {}
    problems: list[GlossaryError] = []
    for outcome in formats.read(file, code):
        if isinstance(outcome, GlossaryError):
            problems.append(outcome)
            continue
        key = outcome.lang, lang.get(outcome.lang).normalise(outcome.term)
        if before := entries.get(key):
            line, other = (int(entry.origin.rpartition(":")[2]) for entry in (outcome, before))
            problems.append(GlossaryError(file, line, f"{outcome.term} has an entry already, at line {other}"))
        else:
            entries[key] = outcome
    return Survey(tuple(entries.values()), tuple(sorted(problems, key=lambda problem: problem.line)))
