"""Texts side by side: every sentence of every text once, in order, beside what it renders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tqcheck.compare.beside import side_by_side as units_side_by_side
from tqcheck.compare.units import batch_of
from tqcheck.knowledge import Glossary
from tqcheck.model.alignment import Alignment, Bead
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.report import Row
from tqcheck.model.text import Passage
from tqcheck.prepare import prepare
from tqcheck.rows import side_by_side

CORPORA = Path(__file__).parent.parent / "corpora"
NOTHING = {"zh": Glossary([]), "und": Glossary([])}
SOURCE = "大桥周一通车。当地政府投资3亿元。大桥长12公里。"
FULL = "The bridge opened on Monday. The local government invested 300 million yuan. The bridge is 12 kilometers long."
JOINED = (
    "The bridge opened on Monday, and the local government invested 300 million yuan. The bridge is 12 kilometers long."
)
SHARED = "The bridge opened on Monday. The local government invested 300 million yuan. Share this page. The bridge is 12 kilometers long."


def document(text: str, lang: str = "en", row: int | None = None) -> Document:
    return Document("p", lang, text, (Passage(text),), row=row)


def made(source: str | None, *candidates: str, alternates: tuple[str, ...] = ()) -> tuple[Row, ...]:
    renderings = [Rendering(f"c{n}", Role.CANDIDATE, document(text)) for n, text in enumerate(candidates)]
    renderings += [Rendering(f"w{n}", Role.ALTERNATE, document(text)) for n, text in enumerate(alternates)]
    article = Article("a", document(source, "zh") if source is not None else None, tuple(renderings))
    return side_by_side(prepare(article, NOTHING, aligner="lexical"))


def texts(rows: tuple[Row, ...], name: str) -> list[str]:
    return [next((c.passage.text for c in row.cells if c.name == name), "") for row in rows]


@pytest.mark.parametrize("folder", ["wire/03-flood", "wire/10-kunming-panzhihua-railway", "world/ar-01-*"])
def test_nothing_is_lost_or_said_twice(folder):
    found = next(CORPORA.glob(folder))
    path = next(found.glob("source.*"))
    names = sorted(p for p in found.glob("*.en.txt"))
    renderings = [Rendering(p.stem, Role.CANDIDATE, document(p.read_text("utf-8"))) for p in names]
    source = document(path.read_text("utf-8"), path.name.split(".")[1])
    rows = side_by_side(prepare(Article("a", source, tuple(renderings)), NOTHING | {source.lang: Glossary([])}))
    assert "".join("".join(row.source.text for row in rows).split()) == "".join(source.text.split())
    for one in renderings:
        assert "".join("".join(texts(rows, one.name)).split()) == "".join(one.document.text.split())


def test_a_row_is_the_least_stretch_at_which_all_renderings_can_be_cut():
    assert texts(made(SOURCE, FULL), "c0") == [s + "." for s in FULL.rstrip(".").split(". ")]
    rows = made(SOURCE, FULL, JOINED)
    assert [row.source.text for row in rows] == ["大桥周一通车。当地政府投资3亿元。", "大桥长12公里。"]
    assert texts(rows, "c0")[0] == FULL[: FULL.index(" The bridge is")] and [row.id for row in rows] == ["a:1", "a:2"]


def test_what_is_added_has_a_row_to_itself():
    renderings = [Rendering(f"c{n}", Role.CANDIDATE, document(text)) for n, text in enumerate((SHARED, FULL))]
    prepared = prepare(Article("a", document(SOURCE, "zh"), tuple(renderings)), NOTHING, aligner="lexical")
    beads = Bead((0,), (0,)), Bead((1,), (1,)), Bead((), (2,)), Bead((2,), (3,))
    aligned = replace(prepared.readings["c0"], alignment=Alignment(beads), pairs=())
    rows = side_by_side(replace(prepared, readings={**prepared.readings, "c0": aligned}))
    added = next(row for row in rows if not row.source.text)
    assert [(c.name, c.passage.text) for c in added.cells] == [("c0", "Share this page.")]
    assert rows.index(added) == 2 and len(rows) == 4


def test_offsets_lead_back_to_the_document():
    for row in made(SOURCE, SHARED, FULL):
        for cell in row.cells:
            text = {"c0": SHARED, "c1": FULL}[cell.name]
            assert cell.passage.whole.of(text) == cell.passage.text


def test_alternates_stand_beside_what_they_render():
    rows = made(SOURCE, FULL, alternates=(JOINED,))
    assert [c.role for c in rows[2].cells] == [Role.CANDIDATE, Role.ALTERNATE]
    assert texts(rows, "w0")[2] == "The bridge is 12 kilometers long."


def test_without_a_source_renderings_stand_beside_each_other():
    rows = made(None, FULL, SHARED)
    assert all(row.source is None for row in rows)
    assert texts(rows, "c0")[-1] == texts(rows, "c1")[-1] == "The bridge is 12 kilometers long."


def test_renderings_of_different_articles_do_not():
    other = "Wheat prices fell in Chicago. Traders blamed the rain. Exports to Egypt stopped in May."
    rows = made(None, FULL, other)
    assert len(rows) == 6 and all(len(row.cells) == 1 for row in rows)


def test_a_text_of_one_segment_has_the_article_s_id():
    assert [row.id for row in made("大桥周一通车。", "The bridge opened.")] == ["a"]
    assert made("", "") == ()


def test_units_of_a_comparison_have_the_source_that_they_render():
    renderings = [Rendering(name, Role.CANDIDATE, document(FULL)) for name in ("x", "y")]
    rows = list(units_side_by_side(batch_of([Article("a", document(SOURCE, "zh"), tuple(renderings))])))
    assert [row.source.text for row in rows] == ["大桥周一通车。", "当地政府投资3亿元。", "大桥长12公里。"]
    assert texts(tuple(rows), "y")[2] == "The bridge is 12 kilometers long."
