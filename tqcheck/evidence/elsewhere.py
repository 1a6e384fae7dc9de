"""Whether a name of one sentence is named in another place of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.evidence.name_sides import ALIKE_SMALL
from tqcheck.knowledge.gazetteer import english_mentions, gazetteer
from tqcheck.lang.capitals import latin
from tqcheck.lang.sounds import likeness
from tqcheck.lang.words import words
from tqcheck.model.text import Span


def named_elsewhere(span: Span, text: str, others: Sequence[str]) -> bool:
    """Whether a word at `span` of `text` sounds like one of `others`, words in lower-case Latin letters."""
    spelt = [latin(re.sub(r"['’]s?$", "", word).lower()) for word in re.findall(r"[\w'’]+", span.of(text))]
    return bool((likeness([s for s in spelt if len(s) > 1], others) >= ALIKE_SMALL).any())


def place_elsewhere(text: str, source: str, code: str) -> bool:
    """Whether a place that the English `text` names is named anywhere in `source`, of the language `code`."""
    places = {place for _, _, found in english_mentions(words(text)) for place in found}
    return any(mention.places & places for mention in gazetteer(code).mentions(source)) if places else False


def country_elsewhere(span: Span, source: str, code: str, target: str) -> bool:
    """Whether the place at `span` of `source`, of the language `code`, is named anywhere in the English `target`."""
    named = frozenset[str]().union(*(m.places for m in gazetteer(code).mentions(span.of(source))))
    return bool(named) and any(places & named for _, _, places in english_mentions(words(target)))
