import os
import subprocess
import sys

import pytest

from tqcheck.lang.zh import dictionary as module
from tqcheck.lang.zh.dictionary import dictionary, load, parse

SMALL = """# comment
單 单 [dan1] /single; simple/(bound form) list/
單 单 [Shan4] /surname Shan/
万俟 万俟 [Mo4 qi2] /polysyllabic surname Moqi/
呂 吕 [Lu:3] /surname Lü/pitchpipe/
新華社 新华社 [Xin1 hua2 she4] /Xinhua News Agency/
回 囘 [hui2] /variant of 回[hui2]/
"""


def test_a_word_has_the_stems_of_its_glosses_in_either_script():
    book = parse(SMALL)
    assert book.stems("新华社") == book.stems("新華社") == {"xinhua", "new", "agency"}
    assert book.stems("没有") == frozenset()
    assert "单" in book and "没有" not in book


def test_asides_and_cross_references_are_no_glosses():
    book = parse(SMALL)
    assert "bound" not in book.stems("单")
    assert book.stems("囘") == frozenset()


def test_a_character_has_every_reading_and_a_surname_its_own():
    book = parse(SMALL)
    assert book.pinyin("单") == {"dan", "shan"}
    assert book.surname("单") == {"shan"}
    assert book.surname("万俟") == {"moqi"}
    assert book.pinyin("吕") == {"lv"}
    assert book.surname("新华社") == frozenset()


def test_the_longest_word_wins():
    book = dictionary()
    assert book.longest("中华人民共和国成立", 0) == 7
    assert book.longest("在中华人民共和国", 1) == 7
    assert book.longest("锟斤拷", 0) == 1


def test_the_whole_dictionary_is_read():
    book = dictionary()
    assert len(book.glosses) > 180_000
    assert book.surname("区") == {"ou"} and "qu" in book.pinyin("区")
    assert "river" in book.stems("江")


def test_what_comes_out_of_the_cache_is_what_was_parsed(tmp_path, monkeypatch):
    first = load(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr(module, "parse", lambda text: pytest.fail("parsed again"))
    assert load(tmp_path) == first


@pytest.mark.parametrize(
    "damage",
    [lambda b: b[: len(b) // 2], lambda b: b"", lambda b: b.replace(b"xinhua", b"xinhau"), lambda b: b"\xff" * 20],
)
def test_a_damaged_cache_is_parsed_anew_and_mended(tmp_path, damage):
    first = load(tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert load(tmp_path) == first
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert load(blocked / "cache").stems("新华社")


def test_the_cache_lives_in_the_users_cache_folder(tmp_path):
    code = "from tqcheck.lang.zh.dictionary import dictionary; print('xinhua' in dictionary().stems('新华社'))"
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONUTF8": "1",
    }
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "True"
    if sys.platform.startswith("linux"):
        assert list(tmp_path.rglob("cedict-*.txt"))
