"""Rows of a table that name one document tell of its words together, with or without a source."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support import tokens
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.text import Passage
from tqcheck.prepare import GlossaryLookup, background_of, prepare


def _row(number: int, target: str, alternate: str) -> Article:
    texts = ((target, Role.CANDIDATE, "target"), (alternate, Role.ALTERNATE, "alternate"))
    return Article(
        str(number),
        None,
        tuple(
            Rendering(name, role, Document("t.jsonl", "en", text, (Passage(text, 0),), row=number))
            for text, role, name in texts
        ),
    )


def test_a_reading_knows_what_the_other_rows_of_its_document_use() -> None:
    rows = [
        _row(1, "The minister went to Mumbai today.", "The minister travelled to Mumbai today."),
        _row(2, "He left Meng Bai on a Friday night.", "He left Mumbai on a Friday night."),
    ]
    background = background_of([], rows)
    glossaries = GlossaryLookup()
    (reading,) = prepare(rows[1], glossaries, background, "lexical").readings.values()
    assert reading.usage is not None
    own = tokens(reading.pairs[0].target.text)
    elsewhere = reading.usage.elsewhere(np.full(3, reading.usage.passage(own.text)), tokens("Mumbai Meng Bai").root)
    assert elsewhere.tolist() == [1, 0, 0]
    (alone,) = prepare(rows[0], glossaries, None, "lexical").readings.values()
    assert alone.usage is None
