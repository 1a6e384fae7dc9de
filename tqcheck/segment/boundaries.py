"""Where sentences begin, as sentencex has it, in time linear in the text."""

from __future__ import annotations

WINDOW = 4000
"""Code points shown to sentencex at once: on long lines of Chinese its time grows with the square of the length."""


def boundaries(line: str, lang: str) -> set[int]:
    """Offsets within `line` (which holds no newline) at which sentencex begins a sentence, 0 left out.

    lang  BCP 47 code; languages that sentencex does not know are split as those that it falls back to
    """
    from sentencex import get_sentence_boundaries

    found: set[int] = set()
    start = 0
    code = lang.split("-")[0].split("_")[0].lower()
    while start < len(line):
        window = line[start : start + WINDOW]
        ends = [int(sentence["end_index"]) for sentence in get_sentence_boundaries(code, window)]
        if start + WINDOW < len(line):
            ends.pop()  # the window may have cut the last sentence short
        found.update(start + end for end in ends)
        start += ends[-1] if ends else WINDOW
    return found - {len(line)}
