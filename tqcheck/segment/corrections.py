"""What sentencex gets wrong in news: cuts that are none, and cuts that it does not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

CLOSING = "”’」』）)】》»"
_ABBREVIATIONS: Mapping[str, str] = {
    # sentencex keeps titles and initials together in English, German, Russian and Spanish; not in French.
    "fr": r"(?:M|MM|Mme|Mmes|Mlle|Me|Mgr|Dr|Pr|St|Ste|[A-ZÀ-Þ])",
}
_ENUMERATOR = re.compile(r"[(（]?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)）．]")
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
# German writes the day of a month as an ordinal, and months, like all nouns, with a capital.
_MONTH = re.compile(r"(?:Jan|Jänner|Feb|März|Apr|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez)")
# What says who spoke, after a quotation that ends with a full stop of its own.
_SPEAKER = re.compile(
    r"(?:と|って|고 |라고|이라고|며 |면서)"
    r"|[一-鿿]{1,8}?(?:说|說|(?<![知难报渠])道|表示|告诉记者|回忆|介绍|强调|問|问|笑称|坦言)(?:道)?[。！？]"
)
_NEAR = 40
"""Code points around a cut that tell what it is."""
_CONTINUES = ",，、;；:：。"

_END = r"(?:[。！？!?…]|\.)[”’\"』」]*"
_BYLINE = re.compile(rf"(?P<end>{_END})\s*(?P<note>[(（][^()（）。！？!?]{{1,60}}[)）])\s*(?P<next>.?)")
_ROLE = (
    r"(?:(?:responsible|managing|executive|duty|web|copy|chief|associate|trainee|intern|assistant)\s+)?"
    r"(?:edit|editors?|editing|edited by|editor[- ]in[- ]chief|editor[- ]in[- ]charge|proofread(?:er|ing)?|"
    r"reviewer|reviewed by|source|author|reporters?|correspondents?|photographers?|photo|producers?|translators?)"
)
_LABEL = re.compile(
    rf"(?:\b{_ROLE}|(?:责任|实习|值班|执行|本期|网络)?(?:编辑|責任編輯|責編|責任编辑|编审|责编|来源|來源|作者|记者|記者|通讯员|校对|"
    r"审核|监制|摄影|主编|总编|策划|翻译))\s*[:：]\s*",
    re.I,
)
_PERSON = re.compile(r"(?:(?:[A-Z][\w'’-]*\s+){2,}(?=[A-Z][\w'’-]*\s+[a-z])|[一-鿿·]{2,4}\s+(?=[一-鿿]))")


def keep(line: str, cut: int, lang: str) -> int | None:
    """Where the sentence that sentencex begins at `cut` does begin; None where the cut is none."""
    moved = cut
    while moved < len(line) and _closes(line, moved):
        moved += 1
    before, after = line[max(0, moved - _NEAR) : moved].rstrip(), line[moved : moved + _NEAR].lstrip()
    if not after or after[0] in _CONTINUES:
        return None
    if _ENUMERATOR.fullmatch(before) or _abbreviated(before, lang):
        return None
    if lang.lower().startswith("de") and _MONTH.match(after) and _DAY.search(before):
        return None
    if before[-1:] in f'{CLOSING}"' and _SPEAKER.match(line, moved):
        return None
    return moved


def _closes(line: str, at: int) -> bool:
    if line[at] in CLOSING:
        return True
    # A straight quote closes where it is the second of a pair and nothing leans on it from the right.
    alone = at + 1 == len(line) or not line[at + 1].isalnum()
    return line[at] == '"' and alone and line.count('"', 0, at) % 2 == 1


def _abbreviated(before: str, lang: str) -> bool:
    pattern = _ABBREVIATIONS.get(lang.split("-")[0].lower())
    return bool(pattern and re.search(rf"\b{pattern}\.$", before))


def notes(line: str, cuts: set[int]) -> Iterator[int]:
    """Where a note in brackets after a sentence begins and ends: `（新华社）`, `(Xinhua)`."""
    for match in _BYLINE.finditer(line):
        at, following = match.start("note"), match["next"]
        # After a plain full stop it may be no note: "Apple Inc. (AAPL) CEO".
        certain = match["end"][0] != "." or at in cuts or not following
        if certain and not following.islower() and following not in tuple(_CONTINUES + CLOSING):
            yield at
            if following:
                yield match.start("next")


def credits(line: str) -> Iterator[int]:
    """Where credits begin, if they follow a sentence or a note, and where other text goes on after them."""
    run = False
    for match in _LABEL.finditer(line):
        before = line[: match.start()].rstrip()
        apart = not before or bool(re.search(rf"(?:{_END}|[)）\]】|｜])$", before))
        if apart:
            yield match.start()
        run = apart or run
        person = _PERSON.match(line, match.end())
        if run and person and not _LABEL.match(line, person.end()):
            yield person.end()
            run = False
