import pytest

from tqcheck.lang.cedict import derived, entries
from tqcheck.lang.english_common import load


def test_what_is_derived_is_kept_until_its_version_changes(tmp_path):
    made = []

    def derive(text):
        made.append(len(text))
        return {"江": "river"}, {"one": "", "two": ""}

    for version in (1, 1, 2, 2):
        assert list(derived("words", version, derive, tmp_path)) == [{"江": "river"}, {"one": "", "two": ""}]
    assert len(made) == 2 and made[0] > 1_000_000
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", [lambda b: b[:-3], lambda b: b"", lambda b: b.replace(b"bank", b"bonk")])
def test_the_common_words_are_made_anew_where_what_was_kept_is_damaged(tmp_path, damage):
    whole = load(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert "bank" in whole and load(tmp_path) == whole


def test_an_entry_has_its_scripts_its_sounds_and_its_glosses():
    assert list(entries("# CC-CEDICT\n學 学 [xue2] /to learn/school/\n")) == [
        ("學", "学", "xue2", ["to learn", "school"])
    ]
