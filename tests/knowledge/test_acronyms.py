"""The table of acronyms, read here by splitting lines, so that the loader is not its own judge."""

from __future__ import annotations

from pathlib import Path

import pytest

import tqcheck.knowledge
from tqcheck.knowledge import acronyms as module
from tqcheck.knowledge.acronyms import acronym_key, acronyms, same_meaning

LINES = (Path(tqcheck.knowledge.__file__).parent / module.FILE).read_text(encoding="utf-8").splitlines()


def test_there_are_at_least_eight_hundred():
    assert len(acronyms()) >= 800


def test_every_line_has_an_acronym_expansions_and_a_field_and_none_stands_twice():
    rows = [line.split("\t") for line in LINES[1:]]
    assert all(len(row) == 3 and all(cell == cell.strip() and cell for cell in row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    assert {acronym_key(row[0]) for row in rows} == set(acronyms())


def test_no_expansion_is_listed_twice_for_an_acronym():
    for acronym in acronyms().values():
        assert len({e.casefold() for e in acronym.expansions}) == len(acronym.expansions), acronym


@pytest.mark.parametrize(
    ("text", "key"), [("XDR-TB", "XDRTB"), ("U.S.", "US"), ("AfCFTA", "AFCFTA"), ("R&D", "RD"), ("COVID-19", "COVID19")]
)
def test_spellings_of_an_acronym_share_a_key(text, key):
    assert acronym_key(text) == key


def test_two_acronyms_of_one_thing_mean_the_same():
    assert same_meaning("CPC", "CCP")
    assert same_meaning("ISIL", "ISIS")
    assert not same_meaning("WTO", "WHO")
    assert not same_meaning("WTO", "WTQ")
