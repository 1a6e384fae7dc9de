"""The report in a browser: what a person sees and does, and that the page keeps to itself."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tqcheck import compare, reporters
from tqcheck.batch import report as merged
from tqcheck.check import Settings, run
from tqcheck.compare.parallels import candidates
from tqcheck.model.document import Role
from tqcheck.model.finding import Evidence, Excerpt, Finding, Location, Severity, Side
from tqcheck.model.history import Run, Trend, Trends
from tqcheck.model.report import Cell, Input, Report, Row, RuleDoc
from tqcheck.model.text import Passage, Span
from tqcheck.readers import ReadOptions, read
from tqcheck.reporters import comparison

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here (apt-get install chromium)"),
]
WIRE = Path(__file__).parent.parent.parent / "corpora" / "wire"
HOSTILE = "<script>alert(1)</script> </script> <!-- [bold]x[/bold] <b>&amp; \x1b[31mred\x07 \u202edrawer\u202c 😀"
ARABIC = "مرحبا بالعالم (123)"
LOAD = 1.5
"""Seconds in which 20,000 segments are to be seen."""


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


class Watched:
    """A page with what it asked for and complained of."""

    def __init__(self, page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    @property
    def status(self) -> str:
        return self.page.text_content("#status")

    def waits_for(self, status: str) -> None:
        playwright.expect(self.page.locator("#status")).to_have_text(status)

    def cells(self, kind: str) -> list[str]:
        return self.page.locator(f"#rows td.{kind}").all_text_contents()


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a page and at the end finds that it asked for no other file and complained of nothing."""
    pages = []

    def open_page(text: str, fragment: str = "", **options) -> Watched:
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        watched = Watched(browser.new_page(**options))
        pages.append(watched)
        watched.page.goto(path.as_uri() + fragment)
        return watched

    yield open_page
    for watched in pages:
        assert {url.split("#")[0] for url in watched.requests} == {(tmp_path / "report.html").as_uri()}
        assert watched.complaints == []
        watched.page.close()


def written(report: Report) -> str:
    return "".join(reporters.get("html")(report))


def finding(article: str, text: str, words: str, rule: str, severity: Severity, fingerprint: str) -> Finding:
    at = text.index(words)
    span = Span(at, at + len(words))
    place = Location("rows.jsonl", Side.TARGET, span, 1, at + 1, words, Excerpt(text, span))
    return Finding(
        article, "mt", rule, "some-name", severity, 0.9, f"odd: {words}", (place,), (Evidence("source", "新华社"),),
        "Xinhua", fingerprint,
    )  # fmt: skip


def table(size: int) -> Report:
    """Rows r0, r1 … of ordinary length; every tenth has a finding, of two rules in turn, named f0, f10 …"""
    rows, findings = [], []
    for n in range(size):
        text = f"Row {n}: the New News Agency said that planners approved the third terminal. " + "More words. " * 8
        cells = tuple(
            Cell(name, role, "en", Passage(text))
            for name, role in (("mt", Role.CANDIDATE), ("other", Role.ALTERNATE), ("third", Role.ALTERNATE))
        )
        rows.append(
            Row(f"r{n}", f"r{n}", Passage(f"第{n}行：" + "新华社说规划部门批准了第三航站楼。" * 4), cells, "zh")
        )
        if n % 10 == 0:
            rule, severity = ("NAM001", Severity.MAJOR) if n % 20 == 0 else ("REP001", Severity.MINOR)
            findings.append(finding(f"r{n}", text, "New News Agency", rule, severity, f"f{n}"))
    inputs = tuple(Input(row.article, "rows.jsonl", "zh", "en", ("mt",), 1, 20) for row in rows)
    rules = (RuleDoc("NAM001", "literal-name", "major", "A name read literally.", "What it does: much.", 0.9),)
    return Report("0", tuple(findings), inputs, (), rules, rows=tuple(rows))


@pytest.fixture(scope="module")
def small() -> str:
    return written(table(250))


@pytest.fixture(scope="module")
def flood() -> str:
    """An article of the corpora, checked."""
    outcomes = run(read([str(WIRE / "03-flood")], ReadOptions()), Settings(keep_texts=True))
    return written(merged(outcomes))


def test_a_page_holds_a_hundred_rows_and_the_next_the_next(opened, small):
    seen = opened(small)
    assert seen.status == "rows 1 to 100 of 250, 25 findings"
    assert seen.page.locator("#rows tr").count() == 100
    seen.page.click("#next")
    seen.page.keyboard.press("]")
    assert seen.status == "rows 201 to 250 of 250, 25 findings"
    assert seen.page.locator("#next").is_disabled()
    seen.page.keyboard.press("[")
    assert seen.page.locator("#rows th").first.text_content() == "r100"


def test_filters_leave_what_they_say(opened, small):
    seen = opened(small)
    seen.page.select_option("#rule", "REP")
    assert seen.status == "rows 1 to 12 of 12, 12 findings"
    assert set(seen.page.locator("#rows button.code").all_text_contents()) == {"REP001"}
    seen.page.select_option("#rule", "")
    seen.page.uncheck("#severity-minor")
    assert seen.status == "rows 1 to 13 of 13, 13 findings"
    seen.page.click("text=Clear")
    seen.page.check("#only")
    assert seen.status == "rows 1 to 25 of 25, 25 findings"
    seen.page.fill("#article", "r24")
    seen.waits_for("rows 1 to 1 of 1, 1 finding")
    assert seen.page.locator("#rows th").all_text_contents() == ["r240"]


def test_search_finds_words_of_texts_and_messages(opened, small):
    seen = opened(small)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("ROW 77:")
    seen.waits_for("rows 1 to 1 of 1, 0 findings")
    assert seen.page.locator("#rows th").all_text_contents() == ["r77"]
    seen.page.fill("#search", "no such words")
    seen.waits_for("nothing matches")
    assert seen.page.locator("#rows tr").count() == 0


def test_the_names_of_the_columns_stay_in_sight(opened, small):
    seen = opened(small, viewport={"width": 1400, "height": 700})
    seen.page.locator("#rows tr").nth(60).scroll_into_view_if_needed()
    playwright.expect(seen.page.locator("#head th").nth(2)).to_be_in_viewport()
    seen.page.set_viewport_size({"width": 800, "height": 700})
    seen.page.wait_for_function("!document.querySelector('.fits')")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 800


def test_alternates_can_be_hidden(opened, small):
    seen = opened(small)
    assert seen.page.locator("#head th").all_text_contents() == [
        "No.",
        "source",
        "mtcandidate",
        "otheralternate",
        "thirdalternate",
    ]
    seen.page.uncheck("#witnesses")
    assert seen.page.locator("#head th").all_text_contents() == ["No.", "source", "mtcandidate"]


def test_a_click_on_a_mark_shows_the_evidence_and_another_hides_it(opened, small):
    seen = opened(small)
    mark = seen.page.locator("mark").nth(1)
    mark.click()
    detail = seen.page.locator("div.detail")
    assert "odd: New News Agency" in detail.text_content() and "新华社" in detail.text_content()
    assert detail.locator("dd[lang=zh]").text_content() == "新华社"
    assert seen.page.url.endswith("#f-f10")
    assert seen.page.locator("#f-f10").get_attribute("aria-expanded") == "true"
    seen.page.locator("#f-f10").click()
    assert seen.page.locator("div.detail").count() == 0


def test_a_link_leads_to_its_finding_on_whatever_page(opened, small):
    seen = opened(small, "#f-f230")
    assert seen.status.startswith("rows 201 to 250")
    assert seen.page.evaluate("document.activeElement.id") == "f-f230"
    assert seen.page.locator("#d-f230").is_visible()
    playwright.expect(seen.page.locator("#f-f230")).to_be_in_viewport(ratio=1)


def test_a_link_followed_leads_to_a_finding_that_the_filters_hid(opened, small):
    seen = opened(small)
    seen.page.select_option("#rule", "REP001")
    seen.page.evaluate("location.hash = '#f-f20'")
    seen.page.wait_for_selector("#d-f20")
    assert seen.page.locator("#rule").input_value() == ""


def test_keys_go_from_finding_to_finding_across_pages(opened, small):
    seen = opened(small)
    for _ in range(11):
        before = seen.page.url
        seen.page.keyboard.press("j")
        seen.page.wait_for_function("url => location.href !== url", arg=before)
    assert seen.page.url.endswith("#f-f100") and seen.status.startswith("rows 101")
    seen.page.keyboard.press("k")
    seen.page.wait_for_selector("#d-f90")
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("div.detail").count() == 0
    seen.page.keyboard.press("?")
    assert seen.page.locator("#help").is_visible()


def test_the_sides_of_an_article_stand_beside_each_other(opened, flood):
    seen = opened(flood)
    sources, goods = seen.cells("source"), seen.page.locator("#rows td[data-column=good]").all_text_contents()
    assert len(sources) == len(goods) >= 10
    row = next(n for n, text in enumerate(sources) if "新华社" in text)
    assert goods[row] == "(Xinhua)"
    assert "New News Agency" in seen.page.locator("#rows td[data-column=mt-a]").nth(row).text_content()
    seen.page.select_option("#rendering", "mt-a")
    assert seen.page.locator("#head th").all_text_contents() == ["No.", "source", "mt-acandidate", "alternate"]


def test_the_phrase_of_the_source_is_lit_while_its_finding_is_open(opened, flood):
    seen = opened(flood)
    seen.page.locator("mark", has_text="New News Agency").click()
    seen.page.wait_for_selector("span.related")
    assert "新华社" in seen.page.locator("td.source span.related").all_text_contents()


def test_whatever_an_article_holds_is_shown_as_text(opened):
    cells = (Cell("mt", Role.CANDIDATE, "en", Passage(HOSTILE)), Cell("a", Role.ALTERNATE, "ar", Passage(ARABIC)))
    made = finding("<img src=x onerror=alert(1)>", HOSTILE, "[bold]x[/bold]", "TYP009", Severity.NOTE, "aa")
    row = Row(made.article, made.article, Passage("</script>（新华社）"), cells, "zh")
    seen = opened(written(Report("0", (made,), (Input(made.article, "p", "zh", "en", ("mt",), 1, 1),), rows=(row,))))
    mark = seen.page.locator("mark")
    mark.click()
    text = seen.cells("candidate")[0].replace("TYP009", "")
    assert text == HOSTILE.replace("\x1b", "�").replace("\x07", "�").replace("\u202e", "�").replace("\u202c", "�")
    assert seen.cells("source") == ["</script>（新华社）"] and seen.cells("alternate") == [ARABIC]
    assert seen.page.locator("td.alternate").get_attribute("lang") == "ar"
    assert seen.page.evaluate("getComputedStyle(document.querySelector('td.alternate')).direction") == "rtl"
    assert seen.page.locator("#rows th").first.text_content() == made.article
    assert seen.page.locator("main script, main img, main b").count() == 0
    assert "odd: [bold]x[/bold]" in seen.page.locator("div.detail").text_content()


def test_twenty_thousand_segments_are_there_at_once(browser, tmp_path):
    path = tmp_path / "large.html"
    path.write_text(written(table(20_000)), encoding="utf-8")
    page = browser.new_page()
    times = []
    while len(times) < 5 and min(times, default=LOAD) >= LOAD:  # the machine may be busy with something else
        begun = time.perf_counter()
        page.goto(path.as_uri())
        assert page.text_content("#status") == "rows 1 to 100 of 20,000, 2,000 findings"
        times.append(time.perf_counter() - begun)
    elements = page.evaluate("document.querySelectorAll('*').length")
    page.close()
    print(f"20,000 segments, {path.stat().st_size / 1e6:.1f} MB: {min(times):.2f} s, {elements} elements")
    assert min(times) < LOAD and elements < 4000


def test_printing_opens_every_finding(opened, small):
    seen = opened(small)
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert seen.page.locator("div.detail").count() == 25 and seen.page.locator("#rows th[scope=row]").count() == 250
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator("div.detail").count() == 0


def test_what_is_printed_is_dark_on_light_and_side_by_side(opened, flood):
    seen = opened(flood, color_scheme="dark", viewport={"width": 720, "height": 1000})
    dark = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    seen.page.emulate_media(media="print", color_scheme="dark")
    shown = seen.page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('#rows td')).display,"
        " getComputedStyle(document.getElementById('filters')).display]"
    )
    assert dark != shown[0] == "rgb(255, 255, 255)" and shown[1:] == ["table-cell", "none"]
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 720


def test_nobody_is_shut_out(opened, flood, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    seen = opened(flood, color_scheme=scheme)
    seen.page.locator("mark").first.click()
    seen.page.wait_for_selector("div.detail")
    found = axe.Axe().run(seen.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_page_fits_a_telephone(opened, flood):
    seen = opened(flood, viewport={"width": 400, "height": 800})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_comparison_shows_its_scores_and_the_segments_that_differ_most(opened, tmp_path):
    path = tmp_path / "rows.jsonl"
    others = "Sentence 0 is here.", "Something else altogether.", "Sentence 2 is there."
    with path.open("w", encoding="utf-8") as file:
        for n, other in enumerate(others):
            right = f"Sentence {n} is here."
            row = {"id": f"s{n}", "source": f"第{n}句。", "renderings": {"a": right, "b": other}, "reference": right}
            file.write(json.dumps(row) + "\n")
    made = compare.compare(read([str(path)], ReadOptions()), ("chrf",), compare.Testing(resamples=20), keep_texts=True)
    seen = opened("".join(comparison.get("html")(made)))
    assert seen.page.locator("svg circle").count() == 2
    assert seen.page.locator("#head th").all_text_contents() == [
        "No.",
        "source",
        "acandidate",
        "bcandidate",
        "reference",
    ]
    assert seen.page.locator("#rows td").nth(1).text_content() == "Sentence 0 is here.chrf 100"
    seen.page.select_option("#order", "apart")
    assert seen.page.locator("#rows th").all_text_contents() == ["s1", "s2", "s0"]


@pytest.fixture(scope="module")
def beside() -> str:
    """The renderings of an article compared, with what differs and what the rules find."""
    articles = list(read([str(WIRE / "03-flood")], ReadOptions()))
    alike = [candidates(article) for article in articles]
    done = merged(run(alike, Settings()))
    made = compare.compare(
        articles, testing=compare.Testing(resamples=20), keep_texts=True, differing=True, findings=done.findings,
        rules=done.rules,
    )  # fmt: skip
    runs = (Run(1, "2026-01-01T00:00:00+00:00", "one", "0"), Run(0, "2026-01-02T00:00:00+00:00", "this run", "0"))
    trends = Trends(runs, tuple(Trend("consensus", name, (50.0, 52.0)) for name in made.systems))
    return "".join(comparison.get("html")(replace(made, trends=trends)))


def test_a_comparison_has_its_findings_in_the_texts_with_their_evidence(opened, beside):
    seen = opened(beside)
    seen.page.locator("td[data-column=mt-a] mark", has_text="New News Agency").click()
    detail = seen.page.locator("div.detail")
    assert "新华社" in detail.text_content() and "NAM001" in detail.text_content()
    assert "新华社" in seen.page.locator("td.source span.related").all_text_contents()
    seen.page.select_option("#rule", "QTY")
    assert {code[:3] for code in seen.page.locator("#rows button.code").all_text_contents()} == {"QTY"}
    seen.page.select_option("#rendering", "mt-b")
    assert set(seen.page.locator("#rows td[data-column=mt-a] mark").all_text_contents()) == set()


def test_a_segment_that_differs_leads_to_its_row(opened, beside):
    seen = opened(beside)
    seen.page.locator("summary", has_text="Segments that differ most").click()
    link = seen.page.locator(".sheet tbody th a").first
    number = link.text_content().rsplit(":")[-1]
    link.click()
    row = seen.page.locator("#rows tr.sought")
    assert row.locator("th").text_content() == number
    playwright.expect(row).to_be_in_viewport()
    assert seen.page.locator("del").count() and seen.page.locator("ins").count()


def test_the_best_score_of_a_segment_has_a_star(opened, beside):
    seen = opened(beside)
    scores = seen.page.locator("#rows tr").nth(1).locator(".score").all_text_contents()
    values = [float(score.split()[1]) for score in scores]
    assert [score.endswith("★") for score in scores] == [value == max(values) for value in values]


@pytest.mark.parametrize("width", [1280, 400])
def test_a_comparison_fits_and_shuts_nobody_out(opened, beside, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    seen = opened(beside, color_scheme=scheme, viewport={"width": width, "height": 900})
    for summary in seen.page.locator("details.folded summary").all():
        summary.click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(seen.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_long_words_and_many_renderings_stay_within_the_page(opened):
    name = "a-rendering-with-a-very-long-name-" * 3
    cells = tuple(Cell(f"{name}{n}", Role.CANDIDATE, "en", Passage("Donaudampfschiff" * 12)) for n in range(7))
    seen = opened(written(Report("0", (), rows=(Row("article" * 20, "article" * 20, None, cells),))))
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1280
