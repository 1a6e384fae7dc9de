"""Statistics and scores against sacrebleu itself."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from tqcheck.errors import UsageError
from tqcheck.metrics import Bleu, Chrf, ChrfPlusPlus, Ter, named
from tqcheck.metrics.ngrams import References
from tqcheck.metrics.words import Numbers

CORPORA = Path(__file__).parent.parent.parent / "corpora"


def _lines() -> list[str]:
    texts = sorted(CORPORA.glob("*/*/*.en.txt"))
    return [line for path in texts for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _varied(count: int, seed: int) -> tuple[list[str], list[str]]:
    """References out of the corpora's lines, and renderings with words lost, doubled, changed, moved and respaced."""
    rng = random.Random(seed)
    lines = _lines()
    references, renderings = [], []
    for _ in range(count):
        words = rng.choice(lines).split()
        start = rng.randrange(len(words))
        words = words[start : start + rng.choice((1, 3, 8, 20, 40))]
        references.append(" ".join(words))
        made = list(words)
        for _ in range(rng.randrange(6)):
            at = rng.randrange(len(made)) if made else 0
            act = rng.randrange(5)
            if act == 0 and made:
                del made[at]
            elif act == 1 and made:
                made.insert(at, made[at])
            elif act == 2:
                made.insert(at, rng.choice(("（新华社）", "1,000", "the", "U.S.", "don't", "😀", "é\u0301", "x" * 30)))
            elif act == 3 and len(made) > 4:
                piece = made[at : at + 3]
                del made[at : at + 3]
                to = rng.randrange(len(made) + 1)
                made[to:to] = piece
            elif made:
                made[at] = made[at].upper()
        renderings.append(rng.choice((" ", "  ", "\u00a0")).join(made))
    references[:3] = ["", "one two", " \t"]
    renderings[:3] = ["something", "", ""]
    return renderings, references


@pytest.mark.parametrize("mine", [Bleu(), Chrf(), ChrfPlusPlus()], ids=lambda metric: metric.name)
def test_statistics_corpus_and_segment_scores_equal_sacrebleus(mine) -> None:
    renderings, references = _varied(6000, 1)
    theirs = mine.of_sacrebleu()
    (rows,) = mine.against(references, renderings)
    assert rows.tolist() == theirs._extract_corpus_statistics(renderings, [references])
    assert mine.score(rows.sum(axis=0)) == theirs.corpus_score(renderings, [references]).score
    by_segment = mine.of_sacrebleu(segments=True)
    expected = [by_segment.sentence_score(h, [r]).score for h, r in zip(renderings, references, strict=True)]
    assert mine.segment_scores(rows).tolist() == expected


@pytest.mark.parametrize("tokenizer", sorted(BLEU.TOKENIZERS))
def test_bleu_equals_sacrebleus_with_every_tokenizer(tokenizer: str) -> None:
    renderings, references = _varied(400, 2)
    try:
        theirs = BLEU(tokenize=tokenizer)
    except (ImportError, RuntimeError) as error:
        pytest.skip(f"{tokenizer} needs what is not installed: {str(error).split()[-1]}")
    mine = Bleu(tokenizer)
    (rows,) = mine.against(references, renderings)
    assert rows.tolist() == theirs._extract_corpus_statistics(renderings, [references])
    assert mine.score(rows.sum(axis=0)) == theirs.corpus_score(renderings, [references]).score


PIECES = [
    *".,.,.,-'\"0123456789abAZ éß中。 \t\u00a0\u2009\x1c\x85\u2028\r\x00\u200b$~`{[(/@_^\\", " ", " ", "😀", "ΑΣ", "İ", "1,000",
    "&quot;", "&amp;", "&amp;lt;", "<skipped>", "<skip", "ped>", "-\n", "\n", "U.S.", "...", "--",
]  # fmt: skip
"""What tokenizers treat in some way of its own, to be strung together."""


@pytest.mark.parametrize(
    "mine",
    [Bleu("13a"), Bleu("13a", lowercase=True), Bleu("none"), Bleu("char"), Bleu("intl"), Bleu("zh"),
     ChrfPlusPlus(), ChrfPlusPlus(lowercase=True), Ter()],
    ids=lambda metric: f"{metric.name}-{getattr(metric, 'tokenizer', '')}",
)  # fmt: skip
def test_hostile_texts_are_taken_apart_as_sacrebleu_does(mine) -> None:
    rng = random.Random(6)
    texts, others = (["".join(rng.choices(PIECES, k=rng.randrange(25))) for _ in range(3000)] for _ in range(2))
    # Each with a part of itself, so that n-grams match.
    others = [text[len(text) // 3 :] + other[:5] for text, other in zip(texts, others, strict=True)]
    (rows,) = mine.against(texts, others)
    expected = mine.of_sacrebleu()._extract_corpus_statistics(others, [texts])
    assert rows.tolist() == [list(map(float, row)) for row in expected]


@pytest.mark.parametrize("words", [2, 4, 9, 40])
def test_ter_finds_the_shifts_that_sacrebleu_finds(words: int) -> None:
    rng = random.Random(words)
    renderings, references = [], []
    for _ in range(400):
        reference = [str(rng.randrange(words)) for _ in range(rng.randrange(1, 22))]
        made = list(reference)
        for _ in range(rng.randrange(4)):
            start, length = rng.randrange(len(made)), rng.randrange(1, 5)
            piece = made[start : start + length]
            del made[start : start + length]
            to = rng.randrange(len(made) + 1)
            made[to:to] = [*piece, *rng.choices(reference, k=rng.randrange(2))]
        references.append(" ".join(reference))
        renderings.append(" ".join(made))
    (rows,) = Ter().against(references, renderings)
    assert rows.tolist() == TER()._extract_corpus_statistics(renderings, [references])


def test_the_statistics_of_chinese_equal_sacrebleus() -> None:
    texts = sorted(CORPORA.glob("*/*/source.zh.txt"))
    lines = [line for path in texts for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    renderings = [line[: len(line) // 2] + line[len(line) // 3 :] for line in lines]
    for mine, theirs in ((Bleu("zh"), BLEU(tokenize="zh")), (ChrfPlusPlus(), CHRF(word_order=2))):
        (rows,) = mine.against(lines, renderings)
        assert rows.tolist() == theirs._extract_corpus_statistics(renderings, [lines])


def test_ter_equals_sacrebleus_on_nearly_all_segments_and_is_lower_on_the_others() -> None:
    renderings, references = _varied(700, 3)
    theirs = TER()._extract_corpus_statistics(renderings, [references])
    (rows,) = Ter().against(references, renderings)
    assert [length for _, length in rows.tolist()] == [length for _, length in theirs]
    differing = [(a, b) for (a, _), (b, _) in zip(rows.tolist(), theirs, strict=True) if a != b]
    assert len(differing) <= 0.005 * len(references)


@pytest.mark.parametrize("metric", [Bleu(), Chrf(), ChrfPlusPlus(), Ter()], ids=lambda metric: metric.name)
def test_the_vectorised_scores_are_those_of_sacrebleus_formula(metric) -> None:
    renderings, references = _varied(300, 4)
    (rows,) = metric.against(references, renderings)
    totals = np.concatenate([rows, np.cumsum(rows, axis=0)])
    assert metric.scores(totals).tolist() == [metric.score(total) for total in totals]


def test_signatures_are_sacrebleus_with_our_version() -> None:
    assert Bleu().signature().startswith("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:")
    assert "|eff:yes|" in Bleu().signature(segments=True)
    assert "|nw:2|" in ChrfPlusPlus().signature()
    assert "|tqcheck:" in Ter().signature()


def test_long_ngrams_over_a_large_alphabet_are_counted_exactly() -> None:
    rng = random.Random(5)
    vocabulary = Numbers()
    many = [[str(rng.randrange(40_000)) for _ in range(60_000)], ["a", "b"] * 3]
    tokens = vocabulary.tokens(many)
    changed = vocabulary.tokens([[*many[0][:30_000], "x", *many[0][30_000:]], ["b", "a"] * 3])
    assert References(tokens, 4).matches(changed)[0].tolist() == [60_000, 59_998, 59_996, 59_994]
    assert References(tokens, 4).matches(changed)[1].tolist() == [6, 4 + 0, 4, 2 + 0]


def test_different_lengths_and_unknown_metrics_are_errors() -> None:
    with pytest.raises(ValueError, match="1 segments against 2"):
        Bleu().against(["a", "b"], ["a"])
    with pytest.raises(UsageError, match="no metric 'comet'"):
        named(["comet"])
