"""What a source says of the words of its rendering."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tqcheck.evidence.sourced.doubts import unsupported
from tqcheck.evidence.sourced.features import BESIDE, Sourced, source_says
from tqcheck.evidence.sourced.judge import judge, spans
from tqcheck.evidence.sourced.words import source_words
from tqcheck.evidence.unit import Pair
from tqcheck.evidence.weighing.model import Kind, Model, load
from tqcheck.knowledge import load_glossary
from tqcheck.model.document import Article
from tqcheck.prepare import prepare

SOURCE = "农民在市场上出售大米，价格上涨了12%。"


@pytest.fixture(scope="module")
def pair_of(article_of: Callable[..., Article]) -> Callable[..., Pair]:
    def make(target: str, source: str = SOURCE, code: str = "zh") -> Pair:
        prepared = prepare(article_of(target, source, code), {code: load_glossary(code, ())}, None, "lexical")
        (reading,) = prepared.readings.values()
        return reading.pairs[0]

    return make


def _open(said: Sourced | None) -> list[str]:
    return [] if said is None else [said.own.words[j] for j in np.flatnonzero(said.open)]


def test_a_word_that_a_dictionary_glosses_is_accounted_for(pair_of) -> None:
    assert source_says(pair_of("Farmers sell rice in the market, and the price rose 12%.")) is None


def test_a_word_that_nothing_accounts_for_is_open_and_grammar_and_numbers_are_not(pair_of) -> None:
    said = source_says(pair_of("Farmers sell umbrellas in the market, and the price rose 12%."))
    assert _open(said) == ["umbrellas"]


def test_an_acronym_of_the_source_accounts_for_the_words_that_it_stands_for(pair_of) -> None:
    said = source_says(pair_of("The Zebra Quality Index rose, and umbrellas with it.", "ZQI上涨。"))
    assert not {"zebra", "quality", "index"} & {*_open(said)}
    assert "umbrellas" in _open(said)


def test_a_known_term_accounts_for_its_words(pair_of) -> None:
    assert "xinhua" not in _open(source_says(pair_of("Xinhua sells umbrellas.", "新华社出售大米。")))


def test_what_nothing_renders_is_told(pair_of) -> None:
    said = source_says(pair_of("Farmers sell umbrellas in the market, and the price rose 12%."))
    assert said is not None
    assert [said.source.spans[i].of(SOURCE) for i in np.flatnonzero(said.left)] == ["大米"]
    assert (said.columns["left:far"] < 16).all()
    assert (said.columns["left:size"] == 2).all()


def test_words_within_words_and_across_them_are_seen() -> None:
    words = source_words("中国人民银行行长", "zh")
    inside = {key for _, sensed in (*words.inside, *words.across) for key in sensed}
    assert {"bank", "countr"} <= inside
    assert len(words) == len(words.glosses) == len(words.size)


def test_an_empty_side_says_nothing(pair_of) -> None:
    assert len(source_words("", "zh")) == 0
    assert list(unsupported(pair_of("Umbrellas.", "。"))) == []


def test_every_column_has_a_number_for_every_word_and_neighbours_are_those_beside(pair_of) -> None:
    said = source_says(pair_of("Farmers sell umbrellas in the market."))
    assert said is not None
    assert all(len(column) == len(said.own) and np.isfinite(column).all() for column in said.columns.values())
    for name in BESIDE:
        assert np.allclose(said.columns[f"{name}+1"][:-1], said.columns[name][1:])
        assert said.columns[f"{name}-1"][0] == -1


def test_a_span_begins_at_a_word_that_is_open_and_others_join_it(pair_of) -> None:
    model = load("source")
    said = source_says(pair_of("Farmers sell umbrellas in the market."))
    assert model is not None and said is not None
    chance = np.zeros(len(said.own))
    chance[0] = 0.9
    assert spans(model, said.own, said.open, chance) == []
    chance[2] = 0.9
    assert [(run.first, run.last) for run in spans(model, said.own, said.open, chance)] == [(2, 2)]
    chance[1] = 0.9
    assert [(run.first, run.last) for run in spans(model, said.own, said.open, chance)] == [(0, 2)]


def test_the_model_is_asked_about_words_beside_one_that_begins_a_span_only(pair_of, monkeypatch) -> None:
    said = source_says(pair_of("Farmers sell umbrellas in the market, and the price rose 12%."))
    model = load("source")
    assert model is not None and said is not None
    rows: list[list[str]] = []

    def chances(self: Model, columns: object, kept: np.ndarray) -> np.ndarray:
        rows.append([said.own.words[j] for j in np.flatnonzero(kept)])
        return np.where(kept, 0.9, 0.0)

    monkeypatch.setattr(Model, "chances", chances)
    assert judge(model, said)
    assert rows[0] == ["umbrellas"]
    assert "sell" in rows[1] and "umbrellas" not in rows[1] and "price" not in rows[1]


def test_a_synonym_and_what_a_character_stands_for_speak_for_a_word(pair_of) -> None:
    said = source_says(pair_of("Peasants sell umbrellas in the market, and the price soared 12%."))
    assert said is not None
    at = {word: j for j, word in enumerate(said.own.words)}
    assert said.columns["syn:near"][at["soared"]] + said.columns["syn:far"][at["soared"]] > 0
    assert said.columns["lean:best"][at["soared"]] > 0 == said.columns["lean:best"][at["umbrellas"]]
    assert said.columns["all:support"][at["soared"]] > said.columns["all:support"][at["umbrellas"]]


def test_a_compound_that_the_dictionary_lacks_is_rendered_part_by_part(pair_of) -> None:
    source = "工人克服了软岩变形等难题。"
    said = source_says(pair_of("Workers overcame umbrellas and the deformation of soft rock.", source))
    assert "umbrellas" in _open(said) and not {"soft", "rock"} & {*_open(said)}
    apart = source_says(pair_of("Soft workers with their tools overcame umbrellas and a rock.", source))
    assert "rock" in _open(apart)


def test_the_kind_of_a_name_and_who_says_it_are_accounted_for(pair_of) -> None:
    said = source_says(pair_of('Umbrellas are sold in Rongan Town, Song said: "Good."', "“好，融安镇出售大米。”"))
    assert "umbrellas" in _open(said) and not {"town", "said"} & {*_open(said)}
    silent = source_says(pair_of("Umbrellas are sold, Song said.", "出售大米。"))
    assert "said" in _open(silent)


def test_the_model_asks_for_columns_that_there_are(pair_of) -> None:
    model = load("source")
    said = source_says(pair_of("Farmers sell umbrellas in the market."))
    assert model is not None and said is not None
    assert set(model.columns) <= set(said.columns)
    assert set(model.seeds) == {Kind.WORDS}
    assert model.languages == {"zh-en"}


def test_a_pair_of_languages_that_was_not_measured_is_left_alone(pair_of) -> None:
    assert (
        list(unsupported(pair_of("Umbrellas of the Zork Blah Fund are sold.", "農家は市場で米を売った。", "ja"))) == []
    )
