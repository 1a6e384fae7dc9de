"""Reading glossary files: the bundled topic files and those that users bring."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from tqcheck.errors import GlossaryError, InputError
from tqcheck.knowledge.glossary import KINDS, Entry, Glossary, Literal

_DATE = re.compile(r"^(\d{4}(-\d{2})?)?$")
_ALIASES = {"source": "term", "target": "renderings", "rendering": "renderings", "forbidden": "literal"}


@cache
def bundled(code: str) -> tuple[Entry, ...]:
    """The entries that come with tqcheck for a source language (`zh`), none where there are none.

    Where the source language is not known (`und`), those of every language, for what a rendering shows by itself.
    """
    root = resources.files(__package__)
    if code == "und":
        languages = sorted(f.name for f in root.iterdir() if f.is_dir() and not f.name.startswith("_"))
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
    entries = list(bundled(code))
    for file in files:
        path = Path(file)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "is not UTF-8"
            raise InputError(file, f"glossary: {reason}") from error
        entries.extend(parse(text, file, "," if path.suffix.lower() == ".csv" else "\t", code, required=True))
    return Glossary(entries)


def parse(text: str, name: str, delimiter: str, language: str, required: bool = False) -> Iterator[Entry]:
    """Entries of a table whose header names the columns.

    Columns: term (or source), renderings (or target) parted by ` | `, and optionally literal (or forbidden; a
    trailing `*` marks a form that is wrong only where the term stands in the source), kind, since, until, note.
    language is that of the terms; required entries demand their renderings.
    Raises GlossaryError with the line.
    """
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL,
    )
    header: list[str] = []
    for line, row in _numbered(rows, name):
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = [_ALIASES.get(cell.strip().lower(), cell.strip().lower()) for cell in row]
            for needed in ("term", "renderings"):
                if needed not in header:
                    raise GlossaryError(name, line, f'no column "{needed}" (has: {", ".join(header)})')
            continue
        if len(row) > len(header):
            raise GlossaryError(name, line, f"{len(row)} cells under {len(header)} columns")
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        yield replace(_entry(cells, name, line), lang=language, required=required)


def _numbered(rows: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a `csv.reader` with their line numbers."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise GlossaryError(name, max(rows.line_num, 1), str(error)) from error
        yield rows.line_num, row


def _entry(cells: dict[str, str], name: str, line: int) -> Entry:
    def several(column: str) -> list[str]:
        return [part.strip() for part in cells.get(column, "").split("|") if part.strip()]

    renderings = several("renderings")
    literals = tuple(Literal(x.rstrip("*").rstrip(), not x.endswith("*")) for x in several("literal"))
    kind = cells.get("kind", "") or "term"
    if not cells.get("term"):
        raise GlossaryError(name, line, "no term")
    if not renderings:
        raise GlossaryError(name, line, f"no rendering for {cells['term']}")
    if kind not in KINDS:
        raise GlossaryError(name, line, f'unknown kind "{kind}" (one of: {", ".join(sorted(KINDS))})')
    for column in ("since", "until"):
        if not _DATE.match(cells.get(column, "")):
            raise GlossaryError(name, line, f'{column} is not YYYY or YYYY-MM: "{cells[column]}"')
    accepted = {r.casefold() for r in renderings}
    for literal in literals:
        if literal.text.casefold() in accepted:
            raise GlossaryError(name, line, f'"{literal.text}" is both accepted and literal')
    return Entry(
        cells["term"],
        tuple(renderings),
        literals,
        kind,
        cells.get("since", ""),
        cells.get("until", ""),
        cells.get("note", ""),
        origin=f"{name}:{line}",
    )
