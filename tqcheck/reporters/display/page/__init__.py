"""One self-contained page: texts side by side in a table that is drawn a hundred rows at a time.

The template is rendered with every text escaped; what the script shows comes as JSON and is written as text only. A
policy in the page forbids it to load anything and to run any script or style but its own, known by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.display.page.charts import Chart
from tqcheck.reporters.display.page.pieces import visible
from tqcheck.reporters.display.page.plots import Plot

BATCH = 200
"""Rows written at a time."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the overview: a caption, a header and rows of texts; the first cell of a row is its head.

    rows    a cell is a text, or what turns one text into another as pairs of a kind (`same`, `a`, `b`, `moved-a`,
            `moved-b`) and its words
    langs   BCP 47 codes of the columns that hold words of articles, by number
    folded  whether it is to be opened by the person
    linked  whether the first cell is the id of a row of texts, to which it leads
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | Sequence[tuple[str, str]]]]
    langs: Mapping[int, str] = field(default_factory=dict)
    folded: bool = False
    linked: bool = False


@dataclass(frozen=True)
class Page:
    """What a page shows above its rows; `chart` is how it has come to be so."""

    title: str
    version: str
    facts: Sequence[str] = ()
    warnings: Sequence[str] = ()
    plots: Sequence[Plot] = ()
    chart: Chart | None = None
    sheets: Sequence[Sheet] = ()
    notes: Sequence[str] = ()


def page(shown: Page, rows: Iterable[Any], data: Callable[[], Mapping[str, Any]]) -> Iterator[str]:
    """Yield the page.

    rows  whatever `page.js` takes for a row
    data  called after the last row has been made: what the script is given besides
    """
    from jinja2 import Environment
    from markupsafe import Markup

    here = resources.files(__package__)
    style, script, template = (
        (here / name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html.j2")
    )
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters["visible"] = visible
    yield from environment.from_string(template).generate(
        page=shown,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=map(Markup, _data(rows, data)),
    )


def _data(rows: Iterable[Any], data: Callable[[], Mapping[str, Any]]) -> Iterator[str]:
    yield '{"rows":[\n'
    batch: list[str] = []
    between = ""
    for row in rows:
        batch.append(inline(row))
        if len(batch) == BATCH:
            yield between + ",\n".join(batch)
            between = ",\n"
            batch.clear()
    if batch:
        yield between + ",\n".join(batch)
    yield "]"
    for key, value in data().items():
        yield f',\n"{key}":{inline(value)}'
    yield "}"


def inline(value: Any) -> str:
    """`value` as JSON that no parser of HTML can take for the end of a script or for markup."""
    return re.sub("[<>&]", lambda m: f"\\u{ord(m[0]):04x}", dumps(value))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
