"""The glossary that comes with tqcheck, read here by splitting lines at tabs, so that the loader is not its own judge."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import tqcheck.knowledge
from tqcheck import lang
from tqcheck.knowledge import Glossary, bundled
from tqcheck.knowledge.load import parse
from tqcheck.lang.words import words

FOLDER = Path(tqcheck.knowledge.__file__).parent
# Other tables, which a language needs for itself, may stand beside the glossaries.
FILES = sorted(file for file in FOLDER.glob("*/*.tsv") if file.read_text(encoding="utf-8").startswith("term\t"))
CODES = sorted({file.parent.name for file in FILES})


def rows(file: Path) -> list[tuple[str, dict[str, str]]]:
    """Place and cells of every line that holds an entry."""
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    return [
        (f"{file.name}:{number}", dict(zip(header.split("\t"), line.split("\t"), strict=False)))
        for number, line in enumerate(lines, 2)
        if line.strip()
    ]


def forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|") if form.strip()]


def plain(form: str) -> str:
    """A form as two that a reader takes for one are the same: no capitals, hyphens, full stops or articles."""
    kept = form.rstrip("* ").casefold().replace("-", " ").replace(".", "").replace("’", "'").split()
    return " ".join(word for word in kept if word not in ("the", "a", "an"))


def every(code: str) -> list[tuple[str, dict[str, str]]]:
    return [row for file in FILES if file.parent.name == code for row in rows(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_line_of_a_file_becomes_an_entry(file):
    entries = list(parse(file.read_text(encoding="utf-8"), file.name, "\t", file.parent.name))
    assert [(e.origin, e.term) for e in entries] == [(place, cells["term"]) for place, cells in rows(file)]


def test_there_are_at_least_four_thousand_chinese_entries():
    assert len({cells["term"] for _, cells in every("zh")}) >= 4000
    assert len(Glossary(bundled("zh"))) >= 4000


@pytest.mark.parametrize("code", CODES)
def test_no_term_stands_twice_not_even_in_two_files(code):
    places = defaultdict(list)
    for place, cells in every(code):
        places[cells["term"]].append(place)
    assert {term: found for term, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_two_terms_are_one_when_variants_are_folded(code):
    places = defaultdict(list)
    for place, cells in every(code):
        places[lang.get(code).normalise(cells["term"])].append(place)
    assert {term: found for term, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_rendering_is_both_accepted_and_literal_for_one_term(code):
    clashes = [
        f"{place}: {literal}"
        for place, cells in every(code)
        for literal in forms(cells.get("literal", ""))
        if plain(literal) in {plain(accepted) for accepted in forms(cells["renderings"])}
    ]
    assert clashes == []


@pytest.mark.parametrize("code", CODES)
def test_no_literal_that_is_wrong_wherever_it_stands_is_right_for_another_term(code):
    accepted = {plain(form): cells["term"] for _, cells in every(code) for form in forms(cells["renderings"])}
    clashes = [
        f"{place}: {literal} is accepted for {accepted[plain(literal)]}"
        for place, cells in every(code)
        for literal in forms(cells.get("literal", ""))
        if not literal.endswith("*") and plain(literal) in accepted
    ]
    assert clashes == []


@pytest.mark.parametrize("code", CODES)
def test_every_term_is_found_in_a_text_that_is_the_term(code):
    glossary = Glossary(bundled(code))
    language = lang.get(code)
    missed = [
        entry.origin
        for entry in glossary
        if [m.entry.term for m in glossary.terms(language.normalise(entry.term))] != [entry.term]
    ]
    assert missed == []


@pytest.mark.parametrize("code", CODES)
def test_every_literal_is_found_in_a_text_that_is_the_literal(code):
    glossary = Glossary(bundled(code))
    missed = [
        f"{entry.origin}: {literal.text}"
        for entry in glossary
        for literal in entry.literals
        if not any(
            m.literal.text.casefold() == literal.text.casefold() or len(m.span) >= len(literal.text) - 4
            for m in glossary.literals(literal.text, words(literal.text), [entry])
        )
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("term", "rendering"),
    [
        ("新华社", "Xinhua News Agency"),
        ("人民日报", "People's Daily"),
        ("国务院", "State Council"),
        ("外交部", "Ministry of Foreign Affairs"),
        ("全国人民代表大会", "National People's Congress"),
        ("中国人民银行", "People's Bank of China"),
        ("联合国", "United Nations"),
        ("北京", "Beijing"),
    ],
)
def test_well_known_names_are_listed_under_the_names_they_go_by(term, rendering):
    assert rendering in Glossary(bundled("zh")).entries[term].renderings


def test_a_regional_code_has_the_entries_of_its_language():
    assert bundled("zh-Hant-TW") == bundled("zh") != ()


def test_a_language_without_files_has_no_entries():
    assert bundled("is") == ()


def test_where_the_language_is_not_known_there_are_the_entries_of_all():
    assert set(bundled("und")) >= set(bundled("zh"))
