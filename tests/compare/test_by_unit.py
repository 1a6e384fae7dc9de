"""Two translations of one file of units are compared unit by unit."""

from __future__ import annotations

from pathlib import Path

import pytest

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
