"""What differs: words and their moves, names and numbers side by side, habits, and where scores part."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tqcheck import lang
from tqcheck.cli.app import main
from tqcheck.compare.phrases import phrases
from tqcheck.compare.wording import word_changes
from tqcheck.model.differences import Piece

ENGLISH = lang.get("en")
WIRE = Path(__file__).parent.parent.parent / "corpora" / "wire"


def changes(a: str, b: str) -> list[tuple[str, str, int]]:
    return [(piece.kind, piece.text, piece.move) for piece in word_changes(a, b, ENGLISH)]


def spelt(pieces: tuple[Piece, ...], *kinds: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds).replace(" ", "")


def test_words_that_only_one_has_stand_where_the_other_has_its_own() -> None:
    assert changes("The old bridge was closed to lorries.", "The old bridge was open to lorries.") == [
        ("same", "The old bridge was", 0), ("a", "closed", 0), ("b", "open", 0), ("same", "to lorries.", 0),
    ]  # fmt: skip


def test_what_moved_is_told_from_what_was_dropped_and_added_whatever_its_capital() -> None:
    made = changes("On Monday the council met in the town hall.", "The council met in the town hall on Monday.")
    assert ("moved-a", "On Monday", 1) in made
    assert ("moved-b", "on Monday", 1) in made
    assert not any(kind == "b" and "Monday" in text for kind, text, _ in made)


def test_a_short_shared_word_does_not_cut_a_difference_in_two() -> None:
    made = changes("They agreed on the plan.", "Both sides settled on a scheme.")
    assert ("a", "They agreed on the plan", 0) in made
    assert ("b", "Both sides settled on a scheme", 0) in made


@pytest.mark.parametrize("seed", range(20))
def test_every_word_of_both_texts_is_in_the_pieces_once_and_in_order(seed: int) -> None:
    draw = random.Random(seed)
    a, b = (" ".join(draw.choices("river valley town the of flooded on Monday night".split(), k=30)) for _ in range(2))
    pieces = word_changes(a, b, ENGLISH)
    assert spelt(pieces, "same", "a", "moved-a") == a.replace(" ", "")
    assert spelt(pieces, "same", "b", "moved-b") == b.replace(" ", "")


def test_a_habit_of_one_rendering_is_found_and_the_others_are_not_blamed() -> None:
    draw = random.Random(3)
    nouns = "bridge road school harvest factory station market museum".split()
    base = [f"{draw.choice(nouns)} {draw.choice(nouns)} near {draw.choice(nouns)} today" for _ in range(60)]
    stating = [f"the mayor stated that {text}" for text in base]
    saying = [f"the mayor said that {text}" for text in base]
    found = phrases(["a", "b", "c"], [stating, saying, saying], [str(n) for n in range(60)], ENGLISH)
    told = {(one.rendering, one.text): one for one in found}
    habit = next(one for (name, text), one in told.items() if name == "a" and "stated" in text and one.excess > 0)
    assert (habit.count, habit.expected) == (60, 0)
    assert any(name == "a" and "said" in text and one.excess < 0 for (name, text), one in told.items())


def test_renderings_that_differ_by_chance_have_no_habits() -> None:
    draw = random.Random(5)
    vocabulary = [f"word{n}" for n in range(60)]
    flagged = 0
    for _ in range(20):
        sides: list[list[str]] = [[], []]
        for _ in range(80):
            texts = [" ".join(draw.choices(vocabulary, k=12)) for _ in range(2)]
            for side, text in zip(sides, texts, strict=True):
                side.append(text)
        flagged += bool(phrases(["a", "b"], sides, [str(n) for n in range(80)], ENGLISH))
    assert flagged <= 3


def test_a_phrase_that_comes_again_and_again_in_one_segment_alone_is_no_habit() -> None:
    texts = [f"report {n} of the flood was short" for n in range(50)]
    shouting = [*texts[:-1], " ".join(["flood"] * 60)]
    assert phrases(["a", "b"], [shouting, texts], [str(n) for n in range(50)], ENGLISH) == ()


def run(capsys, *argv: str) -> dict:
    assert main(["compare", *argv, "--differences", "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["differences"]


def rows(path: Path, *made: dict) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    return str(path)


def test_names_numbers_and_terms_of_the_source_stand_beside_each_other(tmp_path: Path, capsys) -> None:
    table = rows(
        tmp_path / "t.jsonl",
        {
            "id": "1", "doc": "d", "source": "新华社北京电 参加植树活动的有286万人。", "source_lang": "zh",
            "renderings": {
                "a": "BEIJING (Xinhua) -- 2.86 million people took part in planting trees.",
                "b": "BEIJING (New China News Agency) -- Some 2,860,000 people planted trees.",
                "c": "BEIJING (New News Agency) -- 28.6 million people planted trees.",
            },
        },
    )  # fmt: skip
    found = {one["what"]: one for one in run(capsys, table)["side_by_side"]}
    assert found["新华社"]["forms"]["c"] == ["New News Agency"]
    assert found["新华社"]["wrong"] == ["c"]
    number = next(one for what, one in found.items() if "286" in what)
    assert number["meaning"] == "2,860,000"
    assert number["wrong"] == ["c"]  # and `2,860,000` for 2.86 million is no difference


def test_a_term_that_all_have_alike_is_not_listed_though_its_number_differs(tmp_path: Path, capsys) -> None:
    row = {
        "id": "1", "source": "商务部发言人周四表示，谈判仍在继续。", "source_lang": "zh",
        "renderings": {
            "a": "A spokesperson for the Ministry of Commerce said on Thursday that talks went on.",
            "b": "Talks go on, the Commerce Ministry's spokesperson said Thursday.",
        },
    }  # fmt: skip
    assert not any(one["what"] == "商务部" for one in run(capsys, rows(tmp_path / "t.jsonl", row))["side_by_side"])


def test_without_a_source_names_and_numbers_that_not_all_have_stand_beside_each_other(tmp_path: Path, capsys) -> None:
    row = {
        "id": "1",
        "renderings": {
            "a": "The mayor met Zhao Lin in Harbin, where 1.2 billion yuan was pledged.",
            "b": "The mayor met Zhao Lin in Harbin, where 1,200 million yuan was pledged.",
            "c": "The mayor met Chao Ling in Harbin, where 120 million yuan was pledged.",
        },
    }
    found = {one["kind"]: one["forms"] for one in run(capsys, rows(tmp_path / "t.jsonl", row))["side_by_side"]}
    assert found["capitals"] == {"a": ["Zhao Lin"], "b": ["Zhao Lin"], "c": ["Chao Ling"]}
    assert found["numbers"]["c"] == ["120 million"]
    assert found["numbers"]["a"] == ["1.2 billion"]


def test_one_value_written_in_two_ways_is_no_difference(tmp_path: Path, capsys) -> None:
    row = {"id": "1", "renderings": {"a": "They pledged 1.2 billion yuan.", "b": "They pledged 1,200 million yuan."}}
    assert run(capsys, rows(tmp_path / "t.jsonl", row))["side_by_side"] == []


def test_the_segments_that_differ_most_come_first_with_the_pair_that_does(tmp_path: Path, capsys) -> None:
    same = "The bridge over the river was opened to traffic on Monday morning."
    texts = [
        {"a": same, "b": same, "c": same},
        {"a": same, "b": same.replace("Monday", "Friday"), "c": same},
        {"a": same, "b": same, "c": "Cars may now cross at the new place."},
    ]
    found = run(capsys, rows(tmp_path / "t.jsonl", *({"id": str(n), "renderings": t} for n, t in enumerate(texts))))
    assert [one["id"] for one in found["segments"]] == ["2", "1"]
    assert "c" in (found["segments"][0]["a"], found["segments"][0]["b"])
    assert found["segments"][0]["agreement"] < found["segments"][1]["agreement"]


def test_buckets_hold_every_segment_once_and_their_scores_are_of_their_segments_alone(tmp_path: Path, capsys) -> None:
    good = "Nine people from Nanjing visited the fair."
    other = "The weather was fine and nobody stayed at home all day."
    table = rows(
        tmp_path / "t.jsonl",
        {"id": "1", "doc": "x", "renderings": {"a": good, "b": "People came."}, "reference": good},
        {"id": "2", "doc": "y", "renderings": {"a": "It rained.", "b": other}, "reference": other},
    )
    found = run(capsys, table, "--metrics", "chrf")
    by = {(one["by"], one["name"]): one for one in found["buckets"]}
    assert by["article", "x"]["scores"]["a"] == by["names", "with names"]["scores"]["a"] == pytest.approx(100)
    assert by["article", "y"]["scores"]["b"] == pytest.approx(100)
    assert by["numbers", "with numbers"]["segments"] == by["numbers", "without numbers"]["segments"] == 1
    assert found["metric"] == "chrf"


def test_articles_are_put_in_buckets_by_the_outlet_that_their_source_names(tmp_path: Path, capsys) -> None:
    both = {"a": "Rain fell in the north on Monday.", "b": "It rained in the north on Monday."}
    table = rows(
        tmp_path / "t.jsonl",
        {"id": "1", "doc": "x", "source": "新华社北京5月3日电 周一北方降雨。", "source_lang": "zh", "renderings": both},
        {"id": "2", "doc": "x", "source": "周二天晴。", "source_lang": "zh", "renderings": both},
        {"id": "3", "doc": "y", "source": "周三有雾。", "source_lang": "zh", "renderings": both},
    )
    found = {one["name"]: one["segments"] for one in run(capsys, table)["buckets"] if one["by"] == "outlet"}
    assert found == {"Xinhua News Agency": 2, "unknown": 1}


def test_a_person_is_shown_every_part_in_text_and_in_markdown(tmp_path: Path, capsys) -> None:
    files = [str(WIRE / "03-flood" / f"{name}.en.txt") for name in ("mt-a", "mt-b")]
    argv = ["--source", str(WIRE / "03-flood" / "source.zh.txt"), "--output", f"markdown={tmp_path / 'o.md'}"]
    assert main(["compare", *files, *argv, "--differences"]) == 0
    for out in (capsys.readouterr().out, (tmp_path / "o.md").read_text(encoding="utf-8")):
        for part in (
            "Segments that differ most",
            "Names, numbers and terms that differ",
            "Where the scores part",
            "✗ ",
        ):
            assert part in out


def test_one_rendering_has_nothing_to_differ_from(tmp_path: Path, capsys) -> None:
    found = run(capsys, rows(tmp_path / "t.jsonl", {"renderings": {"a": "One."}, "reference": "One!"}))
    assert found["notes"] == ["one rendering: nothing that it could differ from"]
