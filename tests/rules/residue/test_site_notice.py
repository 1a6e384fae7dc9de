"""Notices of a site, and the glance that spares an article the search for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.rules.residue.site_notice import _PATTERNS, may_be_notice


@pytest.mark.parametrize("pattern", _PATTERNS, ids=lambda pattern: pattern.pattern[:20])
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_cue_is_overlooked(pattern: re.Pattern[str], data: st.DataObject) -> None:
    cue = data.draw(st.from_regex(re.compile(pattern.pattern), fullmatch=True))
    assert may_be_notice(f"It rained. {cue.upper()} ") and may_be_notice(cue)


def test_an_article_is_not_searched() -> None:
    assert not may_be_notice("The bridge over the river was opened to traffic on Monday, and the city welcomed it.")
