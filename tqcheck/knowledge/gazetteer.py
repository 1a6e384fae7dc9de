"""Countries, cities and other places by their names in the languages of the world: CLDR, and two small files.

`countries.tsv`  CLDR territory code, other English names, adjectives and inhabitants, names in other languages
`exonyms.tsv`    English names, and what other languages call the place where that sounds unlike it; rows that begin
                 with `~` are no places, but names of other things that languages name each in its way
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from tqcheck.lang.words import Word, fold, words
from tqcheck.model.text import Span

STEM_LETTERS = 4
"""Letters that a word of the source must share with a place's name to be a form of it (`Polska`, `polskich`)."""
REMEMBERED = 1 << 15
"""Words whose possible places are remembered, since most words of a text come again."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e]+[^\W\d_]*)*")
_UNSPACED = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, by what it may be: CLDR codes, time zones or English names.

    plain  whether the word is the name itself and not an adjective or another form of it
    """

    span: Span
    places: frozenset[str]
    plain: bool = True


class Gazetteer:
    """The places that one language has names for."""

    def __init__(self, named: Mapping[str, Iterable[str]], others: Mapping[str, Iterable[str]]) -> None:
        """`named`: for each place its names in this language; `others`: those in any language, adjectives too."""
        self._by_start: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
        self._unspaced: dict[str, set[str]] = {}
        self._plain: set[str] = set()
        self._known: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for table, own in ((named, True), (others, False)):
            for place, names in table.items():
                for name in names:
                    self._add(place, name, own)
        self._run = re.compile("|".join(map(re.escape, sorted(self._unspaced, key=len, reverse=True))) or r"(?!)")

    def _add(self, place: str, name: str, own: bool) -> None:
        if _UNSPACED.search(name):
            self._unspaced.setdefault(name, set()).add(place)
            if own and len(name) > 1:
                self._plain.add(name)
            return
        parts = tuple(_fold(m[0]) for m in _LETTERS.finditer(name))
        if parts:
            self._by_start[parts[0][:3]].append((parts, place, own))

    def mentions(self, text: str) -> list[Mention]:
        """Places named in `text` in any form, adjectives too; the longest names first where they begin alike."""
        found = [
            Mention(Span(*m.span()), frozenset(self._unspaced[m[0]]), m[0] in self._plain)
            for m in self._run.finditer(text)
        ]
        tokens = [(Span(*m.span()), _fold(m[0])) for m in _LETTERS.finditer(text)]
        at = 0
        while at < len(tokens):
            best = self._at(tokens, at)
            if best is None:
                at += 1
                continue
            width, places, plain = best
            # `South Georgia`, and perhaps the south of Georgia.
            places = places.union(*(one[1] for i in range(at + 1, at + width) if (one := self._at(tokens, i))))
            found.append(Mention(Span(tokens[at][0].start, tokens[at + width - 1][0].end), places, plain))
            at += width
        return sorted(found, key=lambda m: m.span)

    def _rows(self, word: str) -> list[tuple[tuple[str, ...], str, bool]]:
        """The names whose first word `word` may be."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            found = [row for row in self._by_start.get(word[:3], ()) if _form(word, row[0][0])]
            self._known[word] = found
        return found

    def _at(self, tokens: list[tuple[Span, str]], at: int) -> tuple[int, frozenset[str], bool] | None:
        width, plain = 0, False
        places: set[str] = set()
        for parts, place, own in self._rows(tokens[at][1]):
            here = tokens[at : at + len(parts)]
            if len(here) < len(parts) or not all(
                _form(word, part) for (_, word), part in zip(here, parts, strict=True)
            ):
                continue
            near = _near if own else str.__eq__
            named = not place.startswith("~") and all(
                near(word, part) for (_, word), part in zip(here, parts, strict=True)
            )
            # `South Georgia` may be what it says, and the south of Georgia as well: shorter names stay.
            plain = named if len(parts) > width else plain or named
            width = max(width, len(parts))
            places.add(place)
        return (width, frozenset(places), plain) if width else None


def gazetteer(code: str) -> Gazetteer:
    """The places that the language `code` (BCP 47) has names for; English names do for a language without CLDR data."""
    return _gazetteer(code.split("-")[0].lower())


@cache
def home(code: str) -> frozenset[str]:
    """The country where the language is chiefly spoken, by CLDR's likely subtags; empty where it is not known."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(code.split("-")[0].lower(), "")
    return frozenset(likely.split("_")[-1:]) if "_" in likely else frozenset()


@cache
def _gazetteer(code: str) -> Gazetteer:
    named: dict[str, set[str]] = defaultdict(set)
    for locale in {code, "en"} - {"und"}:
        for place, name in _cldr(locale):
            named[place].add(name)
    others: dict[str, set[str]] = defaultdict(set)
    for place, names in _exonyms():
        others[place].update(names)
    return Gazetteer(named, others)


@lru_cache(maxsize=1)
def english_places() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Places by the first word of their English names, adjectives and inhabitants: the folded words, and the place."""
    table: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for place, name in _english():
        parts = tuple(word.folded for word in words(name) if word.folded != "the")
        if parts:
            table[parts[0]].add((parts, place))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def english_name(place: str) -> str | None:
    """The English name of a country or region by its CLDR code; None for anything else."""
    from babel import Locale

    return Locale("en").territories.get(place)


def english_mentions(found: tuple[Word, ...]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Places named in the words of an English text: first word, the word after the last, what it may be."""
    table = english_places()
    at = 0
    while at < len(found):
        width = 0
        places: set[str] = set()
        if found[at].capitalised:
            for parts, place in table.get(found[at].folded, ()):
                if len(parts) >= width and tuple(w.folded for w in found[at : at + len(parts)]) == parts:
                    width = len(parts)
                    places.add(place)
        if width:
            yield at, at + width, frozenset(places)
        at += width or 1


@lru_cache(maxsize=1)
def english_adjectives() -> frozenset[str]:
    """What is said of countries and their people in English, in small letters: french, dutch, swiss."""
    return frozenset(
        name.strip().lower() for _, cells in _rows("countries.tsv") if len(cells) > 1 for name in cells[1].split("|")
    )


def _english() -> Iterator[tuple[str, str]]:
    yield from _cldr("en")
    for place, cells in _rows("countries.tsv"):
        yield from ((place, name.strip()) for cell in cells[:2] for name in cell.split("|") if name.strip())
    for row, _ in _rows("exonyms.tsv"):
        names = [name.strip() for name in row.split("|")]
        yield from ((names[0], name.lstrip("~")) for name in names)


def _exonyms() -> Iterator[tuple[str, list[str]]]:
    for place, cells in _rows("countries.tsv"):
        if len(cells) > 2:
            yield place, [form.replace("_", " ") for form in cells[2].split()]
    for row, forms in _rows("exonyms.tsv"):
        names = [name.strip() for name in row.split("|")]
        yield names[0], [names[0].lstrip("~"), *(form.replace("_", " ") for form in forms[0].split())]


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, *rest = line.split("\t")
            yield first, rest


@cache
def _cldr(code: str) -> tuple[tuple[str, str], ...]:
    """Territories, time zones' cities and languages that bear a name of their own, as CLDR names them."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return ()
    rows = [(str(place), re.sub(r"\s*\(.*?\)", "", name)) for place, name in locale.territories.items()
            if str(place) not in _NO_PLACES]  # fmt: skip
    zones = get_global("zone_territories") if code == "en" else locale.time_zones
    for zone in map(str, zones):
        city = locale.time_zones.get(zone, {}).get("city") or (
            zone.rsplit("/", 1)[-1].replace("_", " ") if code == "en" else None
        )
        if city and "/" in zone and not zone.startswith("Etc/"):
            rows.append((_CITY_STATES.get(zone, zone), city))
    return tuple(rows)


_NO_PLACES = {"001", "QO", "XA", "XB", "ZZ", "EZ"}
_CITY_STATES = {"Asia/Singapore": "SG", "Asia/Hong_Kong": "HK", "Asia/Macau": "MO", "Europe/Luxembourg": "LU",
                "Europe/Monaco": "MC", "America/Panama": "PA", "America/Guatemala": "GT", "Asia/Kuwait": "KW",
                "Africa/Djibouti": "DJ", "Europe/Vatican": "VA", "Europe/San_Marino": "SM", "America/Jamaica": "JM"}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    if "ऀ" <= word[0] <= "ॿ":
        return word.replace("\u093c", "").replace("\u0901", "\u0902")  # nukta and candrabindu come and go
    return unicodedata.normalize("NFC", fold(word))


def _form(word: str, name: str) -> bool:
    """Whether `word` may be a form of `name`, or an adjective of it: they share a stem."""
    if word == name or min(len(word), len(name)) < 3:
        return word == name
    if "ऀ" <= word[0] <= "ॿ" or "가" <= word[0] <= "힣":
        return word.startswith(name) and len(word) - len(name) < 4
    if "؀" <= word[0] <= "ۿ":
        return word.startswith(name) and len(word) - len(name) < 3 and len(name) > 3
    need = max(min(STEM_LETTERS, len(name)), len(name) - 3)
    return len(word) <= len(name) + 6 and len(name) > 2 and word[:need] == name[:need] and len(word) > len(name) - 3


def _near(word: str, name: str) -> bool:
    """Whether `word` is `name` with at most a case ending."""
    if len(name) < 4 or "؀" <= word[0] <= "ۿ":
        return word == name
    need = len(name) - (1 if len(name) < 6 else 2)
    return word[:need] == name[:need] and abs(len(word) - len(name)) <= 2
