"""Each format on a report full of traps gives, to the byte, what was last looked at and found good."""

from __future__ import annotations

import pytest

from tqcheck import __version__, reporters
from tqcheck.reporters import View, beads


# A page changes with every touch to its style: test_html.py holds it to what it is for.
@pytest.mark.parametrize("name", [name for name in reporters.names() if name != "html"])
def test_report_is_as_last_approved(name, report, golden):
    golden(f"report.{name}", "".join(reporters.get(name)(report)))


def test_coloured_text_is_as_last_approved(report, golden):
    golden("report-colour.text", "".join(reporters.get("text")(report, View(colour=True))))


def test_brief_text_is_as_last_approved(report, golden):
    golden("report-brief.text", "".join(reporters.get("text")(report, View(brief=True))))


@pytest.mark.parametrize("name", beads.names())
def test_beads_are_as_last_approved(name, aligned, golden):
    output = "".join(beads.get(name)(aligned))
    golden(f"beads.{name}", output.replace(f'creationtoolversion="{__version__}"', 'creationtoolversion="0"'))
