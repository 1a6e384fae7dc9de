"""Japanese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import Language
from tqcheck.lang.japanese_quantities import read
from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.model.text import Span

# Verbs and adjectives negate by their endings: ない, ず, ぬ, ません.
_POLARITY = polarity(
    hard=("ない", "なかった", "ません", "なく", "なけれ", "ず、", "ずに", "ぬ", "不可能", "無い", "無く", "なし",
          "無し"),
    not_negative=("だけでなく", "だけではなく", "のみならず", "ばかりでなく", "かもしれない", "かもしれません",
                  "なければならない", "なければなりません", "なくてはならない", "なければいけない", "なければいけません", "なくてはいけない",
                  "なくてはいけません", "ないといけない", "ないといけません",
                  "ざるを得ない", "にほかならない", "に過ぎない", "にすぎない", "違いない", "間違いない", "少なく",
                  "少ない", "まもなく", "間もなく", "なくなった",
                  "とんでもない", "もったいない", "思わず", "必ず", "まず、", "のみでなく", "なくす", "なくなる",
                  "危ない", "絶え間なく", "問わず", "関わらず",
                  "かかわらず", "ではないか", "はずだ", "わずか", "しかない", "しかなかった", "幼ない", "せない",
                  "限らず"),
    soft=("不", "未", "無", "非", "反", "禁", "拒", "否", "欠", "失", "止", "避", "防", "抜き", "なし", "しか",
          "だけ", "のみ", "まで", "以外", "除", "初めて",
          "少な", "わずか", "難し", "困難", "ばかり", "ない", "ず", "前に", "ゼロ", "ぬ", "断", "ミス", "負", "せん",
          "消", "亡", "廃", "延期", "か？", "ですか"),
    spaced=False,
)  # fmt: skip


class Japanese(Language):
    """Japanese as news has it."""

    code: ClassVar[str] = "ja"
    name: ClassVar[str] = "Japanese"
    capitals: ClassVar[bool] = False
    names_show: ClassVar[bool] = False
    script: ClassVar[str] = "ぁ-ゟァ-ヿ㐀-䶿一-鿿"
    spaced: ClassVar[bool] = False
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("「", "」"), ("『", "』"), ("“", "”"))
    reads_numbers: ClassVar[bool] = True
    has_senses: ClassVar[bool] = True
    polarity: ClassVar[Polarity | None] = _POLARITY

    def meaning(self, word: str) -> Meaning:
        """Kanji as Chinese glosses them; kana by sound."""
        from tqcheck.lang.japanese_meaning import meaning

        return meaning(word)

    def senses(self, word: str) -> Sequence[Sense]:
        """Kanji as Chinese glosses them."""
        from tqcheck.lang.japanese_meaning import senses

        return senses(word)

    def tokens(self, text: str) -> Sequence[Span]:
        """Runs of one script."""
        from tqcheck.lang.japanese_meaning import tokens

        return tokens(text)

    def quantities(self, text: str) -> Sequence[Quantity]:
        """Numbers with their units, in digits of either width, numerals and both together."""
        return read(text).quantities

    def moments(self, text: str) -> Sequence[Moment]:
        """Dates and times, years by era among them."""
        return read(text).moments

    def stretches(self, text: str) -> Sequence[str]:
        """Katakana and Latin words, and how Chinese reads the kanji."""
        from tqcheck.lang.kana import stretches

        return stretches(text)

    def stands_alone(self, text: str, span: Span) -> bool:
        """Whether katakana ends where the word does."""
        from tqcheck.lang.kana import stands_alone

        return stands_alone(text, span)

    def may_spell(self, word: str, text: str) -> bool:
        """Whether kanji of `text` may be read as `word`."""
        from tqcheck.lang.kana import may_spell

        return may_spell(word, text)


LANGUAGE = Japanese()
