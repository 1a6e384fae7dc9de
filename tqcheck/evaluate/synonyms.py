"""Make the table of English words that may stand for one another: `python -m tqcheck.evaluate.synonyms FOLDER`.

FOLDER holds the files of WordNet 3.0 as its distribution has them (Debian: wordnet-base, /usr/share/wordnet).
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.english_vocabulary import frequencies

FILES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
COMMON, FIRST, FIRST_NOUNS = 4, 3, 2
"""How many senses of a word, the commonest first, count for its synonyms, for what it is kin to, and as a noun for what
it is a kind of."""
DERIVED, KIND = "+", "@"
NEAR = ("&", "$", "\\", "=")
"""Pointers: to a derived word; to what is a kind of it; to a like adjective, a verb of the group, what an adverb is of,
an attribute."""
_SHORTEST = 3
_MARKER = re.compile(r"\(.*")

Sense = tuple[str, str]
"""A file of WordNet and the offset in it."""


@dataclass(frozen=True)
class Senses:
    """WordNet's senses.

    words  of each sense, in lower case
    links  from sense to sense: pointer, from, to, and which words of the two it holds for, 0 for all
    ranks  the number of a sense among those of a word, the commonest is 0
    """

    words: dict[Sense, list[str]]
    links: list[tuple[str, Sense, Sense, int, int]]
    ranks: dict[tuple[Sense, str], int]

    def common(self, sense: Sense, most: int) -> list[str]:
        """The stems of the words for which a sense is among their first `most`."""
        return [stem(word) for word in self.words[sense] if usable(word) and self.ranks.get((sense, word), most) < most]


def usable(word: str) -> bool:
    """Whether a word is one that texts use, and no grammar."""
    return word.isalpha() and len(word) >= _SHORTEST and word not in STOP_WORDS and word in frequencies()


def read(folder: Path) -> Senses:
    """The senses in WordNet's files. Raises OSError where one cannot be read."""
    found = Senses({}, [], {})
    for name in dict.fromkeys(FILES.values()):
        for fields in _lines(folder / f"index.{name}"):
            count, pointers = int(fields[2]), int(fields[3])
            for rank, offset in enumerate(fields[6 + pointers : 6 + pointers + count]):
                found.ranks[(name, offset), fields[0]] = rank
        for fields in _lines(folder / f"data.{name}"):
            sense, last = (name, fields[0]), 4 + 2 * int(fields[3], 16)
            found.words[sense] = [_MARKER.sub("", word).lower() for word in fields[4:last:2]]
            for at in range(last + 1, last + 1 + 4 * int(fields[last]), 4):
                pointer, offset, file, ends = fields[at : at + 4]
                found.links.append((pointer, sense, (FILES[file], offset), int(ends[:2], 16), int(ends[2:], 16)))
    return found


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if line.strip() and not line.startswith(" "):  # those are of the licence
            yield line.split(" | ")[0].split()


def table(senses: Senses) -> list[str]:
    """A line for each stem: itself, the stems akin to it, those related to it, apart by tabs."""
    akin: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for sense in senses.words:
        _tie(akin, senses.common(sense, COMMON))
        _tie(related, [stem(word) for word in senses.words[sense] if usable(word)])
    for pointer, one, other, first, second in senses.links:
        if pointer == DERIVED:
            words = senses.words[one][first - 1], senses.words[other][second - 1]
            if all(map(usable, words)):
                for a in (stem(words[0]), *senses.common(one, FIRST)):
                    for b in (stem(words[1]), *senses.common(other, FIRST)):
                        _tie(related, (a, b))
        elif pointer in NEAR or pointer == KIND:
            most = FIRST_NOUNS if pointer == KIND and one[0] == FILES["n"] else FIRST
            for a in senses.common(one, most):
                for b in senses.common(other, most):
                    _tie(related, (a, b))
    lines: list[str] = []
    for key in sorted({*akin, *related}):
        near = akin[key] - {key}
        far = related[key] - {key} - near
        if near or far:
            lines.append(f"{key}\t{' '.join(sorted(near))}\t{' '.join(sorted(far))}")
    return lines


def _tie(to: dict[str, set[str]], keys: Sequence[str]) -> None:
    for key in keys:
        to[key].update(keys)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0, or 2 where WordNet's files cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m tqcheck.evaluate.synonyms", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="WordNet's files")
    parser.add_argument("--output", type=Path, default=Path("tqcheck/lang/english_synonyms.tsv.gz"))
    given = parser.parse_args(arguments)
    try:
        lines = table(read(given.folder))
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    given.output.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), 9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
