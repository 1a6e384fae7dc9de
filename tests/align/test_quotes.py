import pytest

from tqcheck.align.quotes import agreement, quotes


@pytest.mark.parametrize(
    "sentences",
    [
        ["“你好，”他说。", "“快走！", "天黑了。”", "他走了。"],
        ["「你好，」他说。", "「快走！", "天黑了。」", "他走了。"],
        ['"Hello," he said.', '"Go!', 'It is dark."', "He left."],
        ["'Hello,' he said.", "'Don't wait for the boys' father!", "It's dark.'", "He left."],
        ["‘Hello,’ he said.", "‘Don’t wait!", "It’s dark.’", "He left."],
        ["„Hallo“, sagte er.", "„Geh!", "Es ist dunkel.“", "Er ging."],
        ["«Bonjour», dit-il.", "«Pars !", "Il fait nuit.»", "Il partit."],
        ["»Hallo«, sagte er.", "»Geh!", "Es ist dunkel.«", "Er ging."],
    ],
)
def test_speech_is_followed_through_sentences_in_any_style(sentences):
    found = quotes(sentences)
    assert found.counts.tolist() == [[1, 1], [1, 0], [0, 1], [0, 0]]
    assert found.inside.tolist() == [False, True, False, False]
    assert found.first.tolist() == [True, True, False, False]


def test_a_mark_within_a_sentence_does_not_begin_it():
    assert quotes(["他说：“走。”"]).first.tolist() == [False]
    assert quotes(["他说：“走。”"]).opens.tolist() == [True]


def test_apostrophes_are_no_quotes():
    assert quotes(["The boys' dog isn't theirs.", "It's Tom's 1990s' coat."]).inside.tolist() == [False, False]


def test_texts_that_mark_speech_alike_agree_and_one_without_marks_agrees_with_none():
    marked = quotes(['"Go!"', '"No."', "He went."])
    assert agreement(marked, marked) == 1
    assert agreement(marked, quotes(["Go!", "No.", "He went."])) == 0
    assert agreement(quotes([]), quotes([])) == 0
