"""A history as a chart."""

from __future__ import annotations

import pytest

from tqcheck.model.history import Run, Trend, Trends
from tqcheck.reporters.display.page.charts import LINE, RIGHT, WIDTH, chart


def runs(count: int, label: str = "") -> tuple[Run, ...]:
    return tuple(Run(n, f"2026-01-{n:02}T00:00:00+00:00", label, "1") for n in range(1, count + 1))


def test_each_metric_has_a_panel_and_each_rendering_its_colour_in_all() -> None:
    made = chart(
        Trends(
            runs(3),
            (
                Trend("bleu", "a", (10.0, 20.0, 15.0)),
                Trend("bleu", "b", (12.0, 12.0, 30.0)),
                Trend("chrf", "b", (5.0, 6.0, 7.0)),
            ),
        ),
        ("b", "a"),
    )
    assert [panel.heading for panel in made.panels] == ["bleu", "chrf"]
    assert [curve.style for curve in made.panels[0].curves] == [1, 0]
    assert made.panels[1].curves[0].style == 0
    first, second = made.panels
    assert (first.low, first.high) == ("10.0", "30.0")
    heights = [y for _, y, _ in first.curves[0].points]
    assert heights[0] == first.bottom > heights[2] > heights[1] > first.top
    assert first.bottom < second.top and second.bottom < made.height
    assert "bleu: a from 10.0 to 15.0, b from 12.0 to 30.0" in made.description


def test_a_run_without_the_value_is_a_gap() -> None:
    (panel,) = chart(Trends(runs(5), (Trend("bleu", "a", (1.0, 2.0, None, 3.0, 4.0)),))).panels
    (curve,) = panel.curves
    assert len(curve.points) == 4
    assert [part.count(",") for part in curve.parts] == [2, 2]


def test_what_one_run_alone_has_is_no_trend() -> None:
    points = Trend("points", "a", (None, 3.0))
    assert chart(Trends(runs(2), (points,))) is None
    both = chart(Trends(runs(2), (Trend("bleu", "a", (1.0, 2.0)), points)))
    assert [panel.heading for panel in both.panels] == ["bleu"]
    assert chart(Trends(runs(1), (Trend("bleu", "a", (1.0,)),))) is None


def test_families_stand_in_a_panel_apart_from_all_findings() -> None:
    made = chart(Trends(runs(2), (Trend("findings", "all", (9.0, 8.0)), Trend("findings", "NAM", (1.0, 0.0)))))
    assert [panel.heading for panel in made.panels] == ["findings per 1,000 words", "by family"]


def test_labels_do_not_cover_each_other() -> None:
    (panel,) = chart(Trends(runs(2), tuple(Trend("bleu", f"s{n}", (5.0, 5.0 + n / 100)) for n in range(12)))).panels
    heights = sorted(curve.y for curve in panel.curves)
    assert all(b - a >= LINE - 0.2 for a, b in zip(heights, heights[1:], strict=False))
    assert heights[0] >= panel.top - LINE and heights[-1] <= panel.bottom


@pytest.mark.parametrize("count", [2, 3, 7, 30])
def test_names_of_runs_have_room(count: int) -> None:
    (panel,) = chart(Trends(runs(count, "2026-11-23"), (Trend("bleu", "a", tuple(map(float, range(count)))),))).panels
    marks = panel.runs
    assert marks[0][2] == "start" and marks[-1][2] == "end" and marks[-1][0] == WIDTH - RIGHT
    width = 6 * 14
    edges = [(x - {"start": 0, "middle": width / 2, "end": width}[anchor],) * 2 for x, _, anchor in marks]
    assert all(b[0] - a[0] >= width for a, b in zip(edges, edges[1:], strict=False))
