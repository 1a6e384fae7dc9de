"""Article folders and batches of them."""

import os
from pathlib import Path

import pytest

from tqcheck.model.document import Article, Role
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read
from tqcheck.readers.folder import role_of

ZH = "县气象局宣布，新一代天气雷达正式投入使用。"
EN = "The county weather office said the new radar is in service."


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def found_in(path: Path, **options: str) -> list[Article | Skipped]:
    return list(read([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


def test_a_folder_with_a_source_is_an_article(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "radar",
        source__zh__txt=ZH,
        good__en__txt=EN,
        alternate__en__md=EN,
        reference__en__txt=EN,
        README__md="x",
        notes__txt="x",
        findings__gold__jsonl="{}",
        terms__en__csv="a,b",
    )
    write(folder, **{"__hidden__en__txt": "x", "mt-a__de__txt": "Das Wetteramt"})
    (article,) = found_in(folder)
    assert isinstance(article, Article)
    assert article.id == "radar"
    assert article.source is not None
    assert (article.source.lang, article.source.path) == ("zh", str(folder / "source.zh.txt"))
    assert [(r.name, r.role, r.document.lang) for r in article.renderings] == [
        ("alternate", Role.ALTERNATE, "en"), ("good", Role.CANDIDATE, "en"), ("mt-a", Role.CANDIDATE, "de"), ("reference", Role.REFERENCE, "en"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("alternate", Role.ALTERNATE), ("alternate-2", Role.ALTERNATE), ("alt", Role.ALTERNATE), ("alt1", Role.ALTERNATE), ("Alternate_b", Role.ALTERNATE),
        ("reference", Role.REFERENCE), ("ref", Role.REFERENCE), ("ref-b", Role.REFERENCE),
        ("good", Role.CANDIDATE), ("altogether", Role.CANDIDATE), ("reform", Role.CANDIDATE), ("mt-alt", Role.CANDIDATE),
    ],
)  # fmt: skip
def test_the_role_is_in_the_name(name: str, role: Role) -> None:
    assert role_of(name) is role


def test_a_rendering_called_mt_is_in_the_target_language(tmp_path: Path) -> None:
    write(tmp_path, source__zh__txt=ZH, page__mt__txt=EN)
    (article,) = found_in(tmp_path)
    assert isinstance(article, Article)
    assert [(r.name, r.role, r.document.lang) for r in article.renderings] == [("page", Role.CANDIDATE, "en")]


def test_a_source_without_a_language_is_identified_or_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", source__txt=ZH, x__en__txt=EN)
    for options, code in (({}, "zh"), ({"source_lang": "ja"}, "ja")):
        (article,) = found_in(folder, **options)
        assert isinstance(article, Article) and article.source is not None
        assert article.source.lang == code


def test_renderings_alone_are_an_article(tmp_path: Path) -> None:
    (article,) = found_in(write(tmp_path / "a", one__en__txt=EN, two__en__txt=EN))
    assert isinstance(article, Article)
    assert article.source is None
    assert [r.name for r in article.candidates] == ["one", "two"]


def test_the_same_name_twice_is_numbered(tmp_path: Path) -> None:
    (article,) = found_in(write(tmp_path / "a", mt__en__txt=EN, mt__en__md=EN, mt__de__txt=EN))
    assert isinstance(article, Article)
    assert sorted(r.name for r in article.candidates) == ["mt", "mt-2", "mt-3"]


def test_a_batch_is_read_in_order_and_below(tmp_path: Path) -> None:
    for name in ("wire/02-b", "wire/01-a", "world/ja/01"):
        write(tmp_path / name, source__zh__txt=ZH, good__en__txt=EN)
    write(tmp_path / ".git" / "x", source__zh__txt=ZH, good__en__txt=EN)
    (tmp_path / "wire" / "empty").mkdir()
    assert [a.id for a in found_in(tmp_path) if isinstance(a, Article)] == ["wire/01-a", "wire/02-b", "world/ja/01"]
    assert len(found_in(tmp_path)) == 3


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a", source__zh__txt=ZH, good__en__txt=EN)
    os.symlink(tmp_path, tmp_path / "a" / "up")
    os.symlink(tmp_path / "a", tmp_path / "again")
    assert len(found_in(tmp_path)) == 1


@pytest.mark.parametrize("files", [{}, {"notes__txt": "x", "README__md": "x"}, {"notes__bak__txt": "x"}])
def test_a_folder_without_an_article_is_said_so(tmp_path: Path, files: dict[str, str]) -> None:
    assert found_in(write(tmp_path / "e", **files)) == [
        Skipped(str(tmp_path / "e"), "no article in it (expected files named source.<lang>.txt and <name>.<lang>.txt)")
    ]


@pytest.mark.parametrize("files", [{}, {"alternate__en__txt": EN}])
def test_a_folder_with_nothing_to_check_is_said_so(tmp_path: Path, files: dict[str, str]) -> None:
    (skipped,) = found_in(write(tmp_path / "a", source__zh__txt=ZH, **files))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("has no rendering to check")


def test_a_bad_rendering_is_skipped_and_the_others_come(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "a", source__zh__txt=ZH, bad__en__txt=" \n", good__en__txt=EN, mt__qq__txt=EN, paid__en__odt=EN
    )
    *skipped, article = found_in(folder)
    assert [(os.path.basename(s.path), s.reason) for s in skipped if isinstance(s, Skipped)] == [
        ("mt.qq.txt", 'unknown language code "qq" in the file\'s name'),
        ("paid.en.odt", ".odt files are not read (.txt, .md, .html and .docx are)"),
        ("bad.en.txt", "is empty"),
    ]
    assert isinstance(article, Article)
    assert [r.name for r in article.candidates] == ["good"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"source__zh__txt": "\0\1"}, "looks like a binary file"),
        ({"source__qq__txt": ZH}, 'unknown language code "qq" in the file\'s name'),
        ({"source__odt": ZH}, ".odt files are not read (.txt, .md, .html and .docx are)"),
        ({"source__zh__txt": ZH, "source__ja__txt": ZH}, "has more than one source: source.ja.txt and source.zh.txt"),
    ],
)
def test_an_article_whose_source_is_bad_is_skipped_and_the_others_come(
    tmp_path: Path, files: dict[str, str], reason: str
) -> None:
    write(tmp_path / "1", good__en__txt=EN, **files)
    write(tmp_path / "2", source__zh__txt=ZH, good__en__txt=EN)
    skipped, article = found_in(tmp_path)
    assert isinstance(skipped, Skipped) and isinstance(article, Article)
    assert (skipped.reason, article.id) == (reason, "2")
    assert skipped.path.startswith(str(tmp_path / "1"))


def test_a_bad_source_alone_is_still_named(tmp_path: Path) -> None:
    (skipped,) = found_in(write(tmp_path / "a", source__qq__txt=ZH))
    assert isinstance(skipped, Skipped)
    assert "qq" in skipped.reason


def test_a_folder_that_may_not_be_entered_is_skipped(tmp_path: Path) -> None:
    write(tmp_path / "2", source__zh__txt=ZH, good__en__txt=EN)
    closed = tmp_path / "1"
    closed.mkdir()
    closed.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("permissions do not bind this user")
        skipped, article = found_in(tmp_path)
        assert isinstance(skipped, Skipped) and "cannot be read" in skipped.reason
        assert isinstance(article, Article)
    finally:
        closed.chmod(0o700)
