"""Files that are read with what stands beside them."""

import os
from pathlib import Path

import pytest

from tqcheck.editor.buffers import articles
from tqcheck.errors import UsageError
from tqcheck.model.document import Article
from tqcheck.model.report import Skipped
from tqcheck.readers import Companions, ReadOptions, pieces, plan, read

ZH, EN = "县气象局宣布，新一代天气雷达正式投入使用。", "The county weather office said the new radar is in service."
BESIDE = ReadOptions(beside=True)


@pytest.fixture
def radar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "radar"
    folder.mkdir()
    for name in ("mt-a.en.txt", "mt-b.en.txt", "alternate.en.txt"):
        (folder / name).write_text(EN, encoding="utf-8")
    (folder / "source.zh.txt").write_text(ZH, encoding="utf-8")
    (folder / "mt-c.xx-klingon.txt").write_text(EN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def names(*paths: str) -> list[tuple[str, str | None, list[str]]]:
    """Of each article its id, its source's language, its renderings."""
    found = list(read(paths, BESIDE))
    assert all(isinstance(article, Article) for article in found)
    return [
        (one.id, one.source.lang if one.source else None, [rendering.name for rendering in one.renderings])
        for one in found
        if isinstance(one, Article)
    ]


def test_a_file_comes_with_its_source_and_witnesses_only(radar: Path) -> None:
    assert names("radar/mt-a.en.txt") == [("radar", "zh", ["alternate", "mt-a"])]
    (alone,) = read(["radar/mt-a.en.txt"], ReadOptions())
    assert isinstance(alone, Article)
    assert (alone.id, alone.source) == ("mt-a", None)


def test_the_working_folder_may_be_the_article(radar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(radar)
    assert names("mt-a.en.txt") == [("radar", "zh", ["alternate", "mt-a"])]
    (article,) = read(["mt-a.en.txt"], BESIDE)
    assert isinstance(article, Article)
    assert [rendering.document.path for rendering in article.renderings] == ["alternate.en.txt", "mt-a.en.txt"]


def test_files_of_one_article_make_one_article(radar: Path) -> None:
    whole = [("radar", "zh", ["alternate", "mt-a", "mt-b"])]
    Path("page.en.txt").write_text(EN, encoding="utf-8")
    (radar / "mt-c.xx-klingon.txt").unlink()
    others = ["radar/mt-b.en.txt", "page.en.txt", "radar/../radar/mt-a.en.txt", "radar/mt-b.en.txt"]
    assert names(*others) == [*whole, ("page", None, ["page"])]
    assert names("radar/mt-a.en.txt", "radar/source.zh.txt") == whole
    assert names("radar/alternate.en.txt") == whole


def test_a_source_that_is_bad_is_told_and_another_rendering_is_not(radar: Path) -> None:
    (radar / "mt-b.en.txt").write_bytes(b"")
    assert names("radar/mt-a.en.txt")
    (radar / "source.zh.txt").write_bytes(b"")
    path = os.path.join("radar", "source.zh.txt")
    assert list(read(["radar/mt-a.en.txt"], BESIDE)) == [Skipped(path, "is empty")]


def test_renderings_without_a_source_or_a_witness_beside_them_stand_alone(tmp_path: Path) -> None:
    for name in ("one.en.txt", "other.en.txt"):
        (tmp_path / name).write_text(EN, encoding="utf-8")
    assert names(str(tmp_path / "one.en.txt")) == [("one", None, ["one"])]


def test_what_does_not_exist_is_told(radar: Path) -> None:
    assert list(read(["radar/gone.en.txt", "no/gone.en.txt"], BESIDE)) == [
        Skipped(os.path.join("radar", "gone.en.txt"), "no such file"),
        Skipped("no/gone.en.txt", "no such file"),
    ]


@pytest.mark.parametrize("name", ["source.zh.txt", "alternate.en.txt", "mt-a.en.txt"])
def test_the_key_is_another_when_a_file_beside_it_changes(radar: Path, name: str) -> None:
    def key() -> bytes | None:
        [cut] = plan(["radar/mt-a.en.txt"], BESIDE)
        [piece] = pieces(cut, BESIDE, Companions(BESIDE))
        return piece.key

    before = key()
    assert before is not None and before == key()
    (radar / name).write_text("Changed.", encoding="utf-8")
    assert key() != before


def test_a_source_of_ones_own_does_not_go_with_it(radar: Path) -> None:
    with pytest.raises(UsageError, match="--beside"):
        read(["radar/mt-a.en.txt"], ReadOptions(source="radar/source.zh.txt", beside=True))


def test_an_editors_text_stands_in_the_place_of_the_file(radar: Path) -> None:
    path = str(radar / "mt-a.en.txt")
    (article,) = articles(path, "Something else.", ReadOptions())
    assert article.source and article.source.text == ZH
    texts = {rendering.name: rendering.document.text for rendering in article.renderings}
    assert texts == {"alternate": EN, "mt-a": "Something else."}
    assert not list(articles(str(radar / "source.zh.txt"), ZH, ReadOptions()))
    (new,) = articles(str(radar / "new.en.txt"), "Something new.", ReadOptions())
    assert new.source and {rendering.name for rendering in new.renderings} == {"alternate", "new"}
