"""An alternate without a word is left out, said of the article, and no fault of the run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.model.document import Article, Role
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read

EN = "Rain fell on the county for two days."


def _note(article: Article | Skipped) -> str | None:
    assert isinstance(article, Article)
    return article.candidates[0].document.meta.get("note")


@pytest.mark.parametrize("empty", ["", " \n", None, []])
def test_of_a_row(tmp_path: Path, empty: object) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"target": EN, "alternates": ["Rain fell.", empty]}), "utf-8")
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    assert [r.name for r in article.renderings] == ["target", "alternate-1"]
    assert _note(article) == "alternate-2: set aside, it is empty"


def test_of_a_reference_where_the_row_has_a_cell_for_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"target,reference,alternate1,alternate2\n{EN},,Rain fell.,\n{EN},It rained.,a,b\n", "utf-8")
    first, second = read([str(path)])
    assert _note(first) == "alternate-2: set aside, it is empty; reference: set aside, it is empty"
    assert _note(second) is None


def test_of_a_folder(tmp_path: Path) -> None:
    for name, text in {"mt.en.txt": EN, "alternate.en.txt": "", "reference.en.txt": " \n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    (article,) = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert [r.role for r in article.renderings] == [Role.CANDIDATE]
    assert _note(article) == "alternate: set aside, it is empty; reference: set aside, it is empty"


def test_of_a_file_given_by_an_option_for_every_rendering(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("\n", "utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(EN, "utf-8")
    options = ReadOptions(alternates=(str(tmp_path / "old.txt"),))
    found = list(read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], options))
    assert [_note(article) for article in found] == ["old: set aside, it is empty"] * 2


def test_a_file_that_is_not_there_is_still_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EN, "utf-8")
    found = list(read([str(tmp_path / "a.txt")], ReadOptions(alternates=(str(tmp_path / "none.txt"),))))
    assert [one.reason for one in found if isinstance(one, Skipped)] == ["no such file"]


def test_the_run_says_it_and_goes_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text((json.dumps({"target": EN, "alternates": [""]}) + "\n") * 2, "utf-8")
    assert main(["check", str(path)]) == 0
    assert "2 articles" in (out := capsys.readouterr().out)
    assert "alternate-1: set aside, it is empty" in out
