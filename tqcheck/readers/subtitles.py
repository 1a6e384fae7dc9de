"""SubRip (.srt) and WebVTT (.vtt, https://www.w3.org/TR/webvtt1/): what is said, without cue numbers, times and tags.

A sentence often runs over several cues: neighbouring cues are one paragraph until one of them ends a sentence or the
screen stays empty for a while.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from tqcheck.errors import InputError
from tqcheck.model.text import Passage, join
from tqcheck.readers.text import joint, trimmed

PAUSE = 2.0
"""Seconds of an empty screen after which a new paragraph begins; most sentences are spoken without such a pause."""
MOST = 6
"""Cues that are one paragraph at most: some subtitles have no full stops at all."""

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKS = re.compile(
    r"</?[A-Za-z][^<>\n]*>|<(?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{3}>|\{\\[^{}\n]*\}|&(?:#\d+|#x[0-9a-fA-F]+|\w+);"
)
_SPEAKER = re.compile(r"[-–—][ \t]?(?=\S)")
_ENDED = re.compile(r"[.!?…。！？♪][\"”’»』」)）\]]*\s*$")


def paragraphs(text: str, path: str) -> tuple[Passage, ...]:
    """The paragraphs of subtitles; every character leads back to the file. Raises InputError where there is no cue."""
    found: list[Passage] = []
    run: list[Passage] = []
    over = 0.0
    cues = 0
    for start, end, lines in _cues(text):
        cues += 1
        said = _said(text, lines)
        speaks_anew = bool(said) and len(said) > 1 and all(_SPEAKER.match(line.text) for line in said)
        if run and (start - over > PAUSE or len(run) >= MOST or speaks_anew):
            found.append(_joined(run))
            run = []
        if speaks_anew:
            found.extend(said)
        elif said:
            run.append(_joined(said))
            if _ENDED.search(run[-1].text):
                found.append(_joined(run))
                run = []
        over = end
    if run:
        found.append(_joined(run))
    if not cues:
        raise InputError(path, "has no subtitles in it (no line of times such as 00:00:01,000 --> 00:00:02,000)")
    return tuple(found)


def _cues(text: str) -> Iterator[tuple[float, float, list[tuple[int, int]]]]:
    """Each cue: when it begins and ends, in seconds, and the spans of its lines."""
    times: tuple[float, float] | None = None
    lines: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = trimmed(text, *line.span())
        timed = _TIMES.fullmatch(text, *line.span()) or _TIMES.match(text, start, end)
        if timed:
            if times:
                # Files without blank lines between cues: the number before the times is the next cue's.
                if lines and text[slice(*lines[-1])].isdigit():
                    lines.pop()
                yield *times, lines
            times, lines = (_seconds(timed.groups()[:4]), _seconds(timed.groups()[4:])), []
        elif start < end and times:
            lines.append((start, end))
        elif times and lines:
            yield *times, lines
            times, lines = None, []
    if times:
        yield *times, lines


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction}")


def _said(text: str, lines: Sequence[tuple[int, int]]) -> list[Passage]:
    found = []
    for start, end in lines:
        parts: list[Passage] = []
        at = start
        for mark in _MARKS.finditer(text, start, end):
            parts.append(Passage(text[at : mark.start()], at))
            shown = html.unescape(mark[0]) if mark[0].startswith("&") else ""
            parts.append(Passage(shown, (mark.start(),) * (len(shown) + 1)))
            at = mark.end()
        parts.append(Passage(text[at:end], at))
        whole = join([part for part in parts if part.text])
        if whole.text.strip():
            found.append(whole)
    return found


def _joined(parts: Sequence[Passage]) -> Passage:
    """The lines of a paragraph as one passage, a blank between them where the script has blanks."""
    whole = parts[0]
    for part in parts[1:]:
        whole = join([whole, part], joint(whole.text.rstrip()[-1:] or " ", part.text.lstrip()[:1] or " "))
    return whole
