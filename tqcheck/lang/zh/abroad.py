"""What a Chinese text shows to be abroad: names after a foreign country's, and foreigners' names in transcription."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.lang.zh.tagged import tag_words
from tqcheck.lang.zh.transcribed import TRANSCRIBING
from tqcheck.model.text import Span

_AT_HOME = frozenset({"CN", "TW", "HK", "MO"})
_BETWEEN = r"(?:[东南西北中]{1,2}部|首都|境内|当地|的|·)?"
_SUFFIXES = r"(?:自治区|地区|[省州邦府郡县市岛])"
_CHARS = "".join(sorted(TRANSCRIBING))
_TITLED = re.compile(
    r"(?:总统|总理|首相|部长|大臣|外长|防长|财长|议长|议员|省长|州长|市长|主席|书记|发言人|大使|司令|总监|总警长|总裁|"
    r"分析师|经济学家|教授|专家|主任|球员|选手|王子|公主|国王|女王|领袖|领导人|先生|女士|夫人|导演|演员|男星|女星|作家|教练)"
    rf"([{_CHARS}]{{3,6}}?)(?=[说称指认表在于与和的则就也将已对向出会参访发强宣接回，。、；：“（(]|高度|$)"
)
# Letters of Pinyin that other languages' names do not have in this order.
_TELLING = re.compile(r"[xq]|zh|ao|ou|u[oi]|iu|i[ae]n|iao|uan|u?eng|[aio]ng|ei|ai|ie|ji|er$")


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    from babel import Locale

    names = {
        re.sub(r"[（(].*", "", name)
        for code, name in Locale("zh").territories.items()
        if len(str(code)) == 2 and str(code) not in _AT_HOME and len(name) > 1
    }
    return re.compile(rf"(?:{'|'.join(sorted(names, key=len, reverse=True))}){_BETWEEN}$")


def follows_country(text: str, at: int) -> bool:
    """Whether a foreign country's name stands right before `at` of `text`: 越南|兴安省."""
    return _country().search(text[max(0, at - 12) : at]) is not None


def introduced_abroad(name: str, background: str) -> str:
    """`name` without a country's, where it or `background` names the foreign country right before it; else ''."""
    own = name
    for end in range(2, len(name) - 1):
        if follows_country(name, end):
            own = name[end:]
    if own != name:
        return own
    return name if any(follows_country(background, m.start()) for m in re.finditer(re.escape(name), background)) else ""


def places_abroad(text: str, background: str) -> Sequence[tuple[Span, str]]:
    """Provinces, states and towns in `text` that it or its document names after a foreign country: span and name.

    The name comes with its suffix (兴安省). It is a word that the tagger takes for a place's, or made of characters
    that transcribe foreign names.
    """
    found: dict[Span, str] = {}
    for name in _named_abroad(background):
        for match in re.finditer(re.escape(name), text):
            found[Span(*match.span())] = name
    return sorted(found.items())


@lru_cache(maxsize=64)
def _named_abroad(background: str) -> tuple[str, ...]:
    names: dict[str, None] = {}
    pattern = re.compile(rf"([\u4e00-\u9fff]{{2,5}}?){_SUFFIXES}")
    tags = {start: word for start, word, tag in tag_words(background) if tag == "ns"}
    for match in pattern.finditer(background):
        for at in range(match.start(), match.end(1) - 1):
            name = background[at : match.end(1)]
            placed = tags.get(at, "") in (name, name + background[match.end(1)]) or set(name) <= TRANSCRIBING
            if placed and follows_country(background, at):
                names[background[at : match.end()]] = None
                break
    return tuple(names)


def transcribed_persons(text: str, background: str) -> Iterator[Span]:
    """Names in `text` of three transcribing characters or more that its document gives to a foreigner with a title."""
    for name in _foreigners(background):
        for match in re.finditer(re.escape(name), text):
            yield Span(*match.span())


@lru_cache(maxsize=64)
def _foreigners(background: str) -> tuple[str, ...]:
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    found: dict[str, None] = {}
    for match in _TITLED.finditer(background):
        clause = re.split(r"[，。；！？\n]", background[max(0, match.start() - 30) : match.start()])[-1]
        if match[1] not in book and _country_in(clause):
            found[match[1]] = None
    return tuple(found)


def _country_in(clause: str) -> bool:
    return any(follows_country(clause, end) for end in range(2, len(clause) + 1))


def telling(pinyin: str) -> bool:
    """Whether a name so spelt is Pinyin and nothing else: by letters that stand together in no other spelling."""
    return _TELLING.search(pinyin) is not None
