"""Languages that have no module of their own: what CLDR and their script tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tqcheck.lang.base import Language, ProperName

BICAMERAL = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts with capitals within sentences. Georgian has them on paper only."""
ABJADS = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Hans", "Hant", "Jpan"})
LONGEST_STRETCH = 9
"""Letters of a script without spaces that may be one name (or a part of it, as a rendering writes it)."""

_LEADING = "เแโใไເແໂໃໄ"
ARABIC_CLITICS = ("و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل")
_PREFIXES = {"Hebr": ("ב", "ל", "ה", "ו", "מ", "כ", "ש"), "Arab": ARABIC_CLITICS}


class Caseless(Language):
    """A language whose script has no capitals, so that nothing shows which of its words are names."""

    capitals = False
    clitics: Sequence[str] = ()

    def proper_names(self, text: str) -> Sequence[ProperName]:
        """None that is sure."""
        return ()


class Abjad(Caseless):
    """A language that writes consonants, and some vowels by letters that are consonants elsewhere."""

    vowels = False

    def stretches(self, text: str) -> Sequence[str]:
        """Every word with and without its clitics, and with and without the letters that may be vowels."""
        return abjad_stretches(text, self.clitics)


class Unspaced(Caseless):
    """A language that writes its words without spaces."""

    spaced = False

    def stretches(self, text: str) -> Sequence[str]:
        """Every stretch of up to `LONGEST_STRETCH` letters, vowels written before their consonant put after it."""
        from tqcheck.lang.cognates import romanise

        made: dict[str, None] = {}
        for run in text.split():
            letters = [romanise(letter) for letter in spoken_order(run)]
            for start in range(len(letters)):
                for end in range(start + 2, min(start + LONGEST_STRETCH, len(letters)) + 1):
                    made["".join(letters[start:end])] = None
        return tuple(form for form in made if len(form) > 2)


def abjad_stretches(text: str, clitics: Sequence[str]) -> tuple[str, ...]:
    """Every word of a text in an abjad, in Latin letters, with and without one of `clitics` before it."""
    from tqcheck.lang.capitals import spelled_out

    words = text.split()
    words += [word[len(c) :] for word in words for c in clitics if word.startswith(c) and len(word) - len(c) > 2]
    return tuple(dict.fromkeys(form for word in spelled_out(" ".join(words)) for form in consonantal(word)))


def consonantal(latin: str) -> Iterator[str]:
    """How a word of an abjad in Latin letters may be read: w and y are vowels or not, kh is k or h."""
    for word in dict.fromkeys((latin, latin.replace("kh", "k"))):
        yield word
        inner = word[:1] + "".join(b if b not in "wy" else "" for _, b in pairwise(word))
        if inner != word and len(inner) > 1:
            yield inner


def spoken_order(run: str) -> str:
    """Thai and Lao text with each vowel that is written before its consonant put after it."""
    letters = list(run)
    for at, letter in enumerate(letters[:-1]):
        if letter in _LEADING:
            letters[at], letters[at + 1] = letters[at + 1], letter
    return "".join(letters)


@cache
def scripted(code: str) -> Language:
    """The language with the BCP 47 `code`, of which there is no module, by its script in CLDR."""
    from babel import Locale
    from babel.core import get_global

    first = code.split("-")[0].split("_")[0].lower()
    likely = get_global("likely_subtags").get(first, "")
    script = next((part for part in likely.split("_") if len(part) == 4), "Latn")
    base: type[Language] = Caseless
    if script in BICAMERAL:
        base = Language
    elif script in ABJADS:
        base = Abjad
    elif script in UNSPACED:
        base = Unspaced
    facts = {"code": first, "name": Locale("en").languages.get(first, first), "__slots__": ()}
    if base is Abjad:
        facts["clitics"] = _PREFIXES.get(script, ())
    made: Language = type(f"{base.__name__}{first.title()}", (base,), facts)()
    return made
