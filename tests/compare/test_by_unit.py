"""Two translations of one file of units are compared unit by unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sacrebleu.metrics.chrf import CHRF

from tqcheck.cli.app import main
from tqcheck.compare.by_unit import by_unit
from tqcheck.errors import UsageError
from tqcheck.model.document import Article
from tqcheck.readers import read

FILE = (
    '<xliff version="1.2"><file original="n" source-language="zh" target-language="en"><body>{}</body></file></xliff>'
)
UNIT = '<trans-unit id="{}"><source>{}</source><target>{}</target></trans-unit>'


def written(path: Path, *units: tuple[str, str, str]) -> Path:
    path.write_text(FILE.format("".join(UNIT.format(*unit) for unit in units)), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        written(tmp_path / "a.xlf", ("1", "大桥通车。", "The bridge opened."), ("2", "下雨。", "It rained.")),
        written(tmp_path / "b.xlf", ("2", "下雨。", "Rain fell."), ("1", "大桥通车。", "A bridge is open.")),
    ]


def test_a_unit_has_the_translations_of_every_file(files: list[Path]) -> None:
    found = by_unit([(path.stem, list(read([str(path)]))) for path in files])
    assert [
        [(r.name, r.document.body[0].text) for r in article.renderings]
        for article in found
        if isinstance(article, Article)
    ] == [[("a", "The bridge opened."), ("b", "A bridge is open.")], [("a", "It rained."), ("b", "Rain fell.")]]


def test_units_of_one_id_with_different_sources_are_not_one(tmp_path: Path, files: list[Path]) -> None:
    other = written(tmp_path / "c.xlf", ("1", "大桥周一通车。", "The bridge opened on Monday."))
    found = by_unit([(path.stem, list(read([str(path)]))) for path in (files[0], other)])
    assert [[r.name for r in a.renderings] for a in found if isinstance(a, Article)] == [["a"], ["a"], ["c"]]


def test_two_files_of_one_name_are_refused(files: list[Path]) -> None:
    with pytest.raises(UsageError, match="two renderings are called 'a'"):
        by_unit([("a", []), ("a", [])])


def test_the_command_compares_files_of_units(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, files)]) == 0
    assert "2 renderings, 1 article, 2 segments" in capsys.readouterr().out


def test_a_file_of_units_is_the_reference_of_others(files: list[Path], capsys) -> None:
    assert main(["compare", str(files[0]), "--reference", str(files[1]), "--metrics", "chrf", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["renderings"] == ["a"] and made["reference"] and made["segments"] == 2
    (score,) = [s["value"] for s in made["scores"] if s["level"] == "segment" and s["id"].endswith("2")]
    assert score == pytest.approx(CHRF().sentence_score("It rained.", ["Rain fell."]).score)


def test_a_folder_of_files_of_units_holds_translations_of_one(files: list[Path], capsys) -> None:
    assert main(["compare", str(files[0].parent), "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["renderings"] == ["a", "b"] and made["segments"] == 2


def test_units_have_their_source_and_no_other(files: list[Path], tmp_path: Path, capsys) -> None:
    source = tmp_path / "source.zh.txt"
    source.write_text("下雨。", encoding="utf-8")
    assert main(["compare", *map(str, files), "--source", str(source)]) == 2
    assert "has its source in it" in capsys.readouterr().err


def test_a_translation_that_is_nothing_like_the_reference_counts(tmp_path: Path, capsys) -> None:
    """Left out, the worst translations would make a rendering better."""
    sentences = "The bridge over the river opened. Many people came. It took five years to build."
    one = written(tmp_path / "one.xlf", ("1", "大桥通车。", sentences), ("2", "下雨。", "It rained."))
    two = written(tmp_path / "two.xlf", ("1", "大桥通车。", "%s%s! #1; ***. 下."), ("2", "下雨。", "It rained."))
    assert main(["compare", str(two), "--reference", str(one), "--metrics", "chrf", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["segments"] == 2
