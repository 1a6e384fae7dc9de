"""Glossaries in TOML: a `[[term]]` for each entry. What `tqcheck terms learn` writes is read here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqcheck.errors import GlossaryError
from tqcheck.knowledge.formats.entry import Outcome, build, decode

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_ALIASES = {"term": "source", "rendering": "renderings", "target": "renderings", "literal": "forbidden"}
_LISTS = ("renderings", "forbidden")
_WORDS = ("source", "kind", "since", "until", "note")
_LEARNT = ("count", "confidence", "context")
"""What a proposal bears for whoever reviews it; nothing is judged by it."""

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEAD = re.compile(r"\s*\[\[\s*[\"']?term[\"']?\s*\]\]")


def outcomes(raw: bytes, name: str, language: str) -> Iterator[Outcome]:
    """Entries of a user's file, each `[[term]]` that cannot be used told in its place; a broken file has no entry.

    Keys: source (or term), renderings (or target), and optionally forbidden (or literal; `*` as in a table), kind,
    since, until, note; renderings and forbidden are a text or a list of texts.
    """
    text = decode(raw, name)
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        line = int(at[1]) if at and at[1] else max(1, len(text.splitlines()))
        yield GlossaryError(name, line, f"not TOML: {_AT.sub('', message)}")
        return
    except RecursionError:
        yield GlossaryError(name, 1, "not a glossary: nested too deeply")
        return
    lines = text.splitlines()
    for key in root:
        if key != "term":
            yield GlossaryError(name, _line_of(lines, 0, key), f'unknown table or key "{key}" (expected [[term]])')
    terms = root.get("term", [])
    if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
        yield GlossaryError(name, _line_of(lines, 0, "term"), "term is not a list of tables (write [[term]])")
        return
    heads = [number for number, line in enumerate(lines) if _HEAD.match(line)]
    if len(heads) != len(terms):  # written in one line, or shown within a text
        heads = [_line_of(lines, 0, "term") - 1] * len(terms)
    for head, term in zip(heads, terms, strict=True):
        yield _outcome(term, name, lines, head, language)


def _outcome(term: Mapping[str, Any], name: str, lines: Sequence[str], head: int, language: str) -> Outcome:
    cells: dict[str, Any] = {}
    try:
        for key, value in term.items():
            line = _line_of(lines, head, key)
            known = _ALIASES.get(key, key)
            if known in cells:
                raise GlossaryError(name, line, f'"{key}" is given twice, by two names')
            if known in _LISTS:
                cells[known] = _several(value, key, name, line)
            elif known in _WORDS:
                cells[known] = _word(value, key, name, line)
            elif known not in _LEARNT:
                allowed = ", ".join((*_WORDS[:1], *_LISTS, *_WORDS[1:]))
                raise GlossaryError(name, line, f'unknown key "{key}" (one of: {allowed})')
        source, renderings, forbidden = cells.pop("source", ""), cells.pop("renderings", []), cells.pop("forbidden", [])
        return build(name, head + 1, source, renderings, forbidden, **cells, language=language, required=True)
    except GlossaryError as error:
        return error


def _several(value: Any, key: str, name: str, line: int) -> list[str]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise GlossaryError(name, line, f"{key} is not a text or a list of texts")
    return [text.strip() for text in texts if text.strip()]


def _word(value: Any, key: str, name: str, line: int) -> str:
    if key in ("since", "until") and type(value) is int:  # since = 2016
        return str(value)
    if not isinstance(value, str):
        raise GlossaryError(name, line, f"{key} is not a text")
    return value.strip()


def _line_of(lines: Sequence[str], head: int, key: str) -> int:
    """The line, from 1, of `key` in the table whose head is at index `head`; the head's where it is not found."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*(?:=|\]|\.)")
    for number in range(head, len(lines)):
        if number > head and _HEAD.match(lines[number]):
            break
        if pattern.match(lines[number]) and not (number == head and _HEAD.match(lines[number]) and head):
            return number + 1
    return head + 1
