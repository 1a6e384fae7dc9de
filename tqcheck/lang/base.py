"""What the house may ask of any language. A language module answers what it knows and leaves the rest."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from tqcheck.lang.antonyms import Sided
from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.polarity import Polarity
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.model.text import Span


class Spelt(Mapping[str, str]):
    """Names of a sentence that are too many to be gone through: every way to spell any stretch of it."""

    @abstractmethod
    def among(self, keys: Container[str], beginnings: Container[str]) -> Sequence[str]:
        """Those of `keys` that are keys here too, each once or more; `beginnings` has all that they begin with."""


@dataclass(frozen=True)
class Lexical:
    """What a sentence shares with its translation, in one space for all languages: English stems, digits, names.

    units   each distinct content unit of the sentence with the keys by which the other side may match it
    names   keys of possible names (`~` and a romanised form), each with the unit that it stands for
    """

    units: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys by which any unit may be matched."""
        return frozenset[str]().union(*self.units.values())


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name found in a text, with the forms that a rendering may give it.

    spelling   how to write it in English
    romanised  every spelling that a rendering may have, `surname given` in lower case, each part closed up
    also       spellings that count as the name too, where it is not sure how far the name goes
    readings   for each character of a name in characters, how it may be read
    certain    whether the text's own signs (a title, an enumeration) and the tagger agree that it is a person
    """

    span: Span
    name: str
    spelling: str = ""
    romanised: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    readings: tuple[frozenset[str], ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class ProperName:
    """A word of a text that may be a name or part of one.

    spelling  it in lower-case Latin letters
    sure      whether the text's own signs show that it is no common word
    inside    whether it stands within a sentence
    run       number of the run of such words that it belongs to
    strong    whether it is named as persons, towns and firms are, whose names are not translated
    """

    span: Span
    text: str
    spelling: str
    sure: bool = True
    inside: bool = True
    run: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A stretch of a text that may be a term, to be learnt where it comes up again.

    key   what all forms of it share: a normalised text, or stems apart by spaces
    name  whether it is a name by the text's own signs (capitals, a tagger, title marks)
    kind  what it names, in the glossary's words (`person`, `place`, `organisation`), `term` where that is not known
    """

    span: Span
    key: str
    name: bool = False
    kind: str = "term"


class Language:
    """Facts about a language and small functions over its texts. Stateless; one instance each.

    code     BCP 47
    name     in English
    script   regular-expression character class of the letters that are its own, empty for Latin
    spaced   whether words stand apart by spaces
    quotes   pairs of opening and closing quotation marks
    reads_numbers  whether number words, dates and units are read, and not digits alone
    names_show     whether names can be told in its texts, so that a foreign name must have displaced one of them
    vowels         whether its letters tell the vowels of a foreign name
    articles       lower-case articles, and what has merged with them, where persons and towns take none
    capitals       whether its script has capital letters, by which names show
    sides          characters that, after a country's short name, mean its government
    not_names      lower-case words that are written with a capital and are no names (months, titles, pronouns)
    joints         words that begin a clause without a comma before them (`because`, `which`)
    polarity       its words of negation; None where they are not known
    has_senses     whether there is a dictionary of it
    """

    code: ClassVar[str] = "und"
    name: ClassVar[str] = "an undetermined language"
    script: ClassVar[str] = ""
    spaced: ClassVar[bool] = True
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"))

    reads_numbers: ClassVar[bool] = False
    sides: ClassVar[str] = ""
    not_names: ClassVar[frozenset[str]] = frozenset()
    capitals: ClassVar[bool] = True
    names_show: ClassVar[bool] = True
    vowels: ClassVar[bool] = True
    articles: ClassVar[frozenset[str]] = frozenset()
    joints: ClassVar[tuple[str, ...]] = ()
    polarity: ClassVar[Polarity | None] = None
    has_senses: ClassVar[bool] = False

    def quantities(self, text: str) -> Sequence[Quantity]:
        """The numbers in `text` in order, dates and identifiers left out."""
        from tqcheck.lang.numerals import read_digits

        return read_digits(text)

    def write_number(self, value: float) -> str:
        """`value` as it may be printed in this language, for a suggestion."""
        return f"{value:,.10g}" if value >= 1e4 else f"{value:.10g}"

    def moments(self, text: str) -> Sequence[Moment]:
        """The dates and times in `text` in order."""
        return ()

    def dateline(self, text: str) -> Moment | None:
        """The day on which `text` says it was filed (新华社北京5月30日电), month and day; None where it does not."""
        return None

    def negations(self, text: str) -> Sequence[Span]:
        """Words that plainly negate (not idioms, not 'not only'), in order; empty where the language is not known."""
        return self.polarity.negations(text) if self.polarity else ()

    def softened(self, text: str) -> bool:
        """Whether `text` holds a word that may be rendered by a negative or that may render one.

        Where it does, polarity cannot be decided from negative words alone.
        """
        return self.polarity.softened(self.normalise(text)) if self.polarity else True

    def lists(self, text: str) -> Sequence[Sequence[Span]]:
        """Lists in `text`, each as its items; the first may begin too early and the last end too late."""
        return ()

    def opposites(self, text: str) -> Sequence[Sided]:
        """Words of `text` that have an opposite, in order; empty where the language's are not known."""
        return ()

    def lexical(self, text: str) -> Lexical:
        """What `text` shares with a translation into any other language."""
        from tqcheck.lang.cognates import cognates

        return cognates(text)

    def persons(self, text: str) -> Sequence[Person]:
        """Persons named in `text` whose names this language can romanise surely."""
        return ()

    def person(self, name: str, span: Span, text: str = "") -> Person | None:
        """The person called `name` at `span` of `text`, where this language can romanise the name; else None."""
        return None

    def proper_names(self, text: str) -> Sequence[ProperName]:
        """Names of anything in `text`: here, what has a capital within a sentence."""
        from tqcheck.lang.capitals import calendar, capitalised

        return capitalised(text, self.not_names | calendar(self.code), self.articles)

    def stretches(self, text: str) -> Sequence[str]:
        """All that may be a name in `text`, in lower-case Latin letters: here, every word."""
        from tqcheck.lang.capitals import spelled_out

        return spelled_out(text)

    def stands_alone(self, text: str, span: Span) -> bool:
        """Whether `span` of `text`, in a language without spaces, is surely a word and no part of a longer one."""
        return False

    def within_word(self, text: str, span: Span) -> bool:
        """Whether `span` of normalised `text`, in a language without spaces, lies within a longer known word."""
        return False

    def may_spell(self, word: str, text: str) -> bool:
        """Whether `word`, lower case, may be how a name in `text` is read whose characters do not tell."""
        return False

    def foreign_persons(self, persons: Sequence[Person], text: str, background: str) -> Sequence[tuple[Person, str]]:
        """Those of `persons` in `text` whose names are read otherwise at home, each with a nationality."""
        return ()

    def places_abroad(self, text: str, background: str) -> Sequence[tuple[Span, str]]:
        """Places in `text` that it or its document says are in a foreign country, each with its name."""
        return ()

    def transcribed_persons(self, text: str, background: str) -> Iterable[Span]:
        """Names in `text`, in transcription, that it or its document gives to foreign persons."""
        return ()

    def shown_abroad(self, name: str, background: str) -> str:
        """`name`, of a place, without a country's, where `background` says which foreign country it is in; else ''."""
        return ""

    def telling(self, reading: str) -> bool:
        """Whether a name so spelt, in lower case, can only be how this language's characters are read."""
        return False

    def romanise(self, name: str) -> frozenset[str]:
        """Every spelling in Latin letters that a rendering may give `name`, lower case; empty where unknown."""
        return frozenset()

    def sounds(self, term: str) -> frozenset[str]:
        """How the characters of `term` are read one after the other, closed up in lower case; empty where unknown."""
        return frozenset()

    def glossed_parts(self, term: str) -> Sequence[frozenset[str]]:
        """The parts of `term` (words or characters), each with every English stem that glosses it."""
        return ()

    def short_names(self, text: str, names: Sequence[str]) -> Iterable[Span]:
        """Where one of the short `names` stands for a country or body by itself."""
        return ()

    def in_list(self, text: str, at: int) -> bool:
        """Whether the short name at `at` of `text` is one of a list of languages or countries."""
        return False

    def term_candidates(self, text: str) -> Sequence[TermCandidate]:
        """What may be a term in `text`: here, runs of capitals and every phrase of one to eight words."""
        from tqcheck.lang.candidates import phrases

        return phrases(text)

    def glosses(self, word: str) -> frozenset[str]:
        """English stems that a dictionary gives for `word`; empty where unknown."""
        return frozenset()

    def gloss(self, word: str) -> str:
        """What a dictionary gives for `word` first, in English, to be shown to a reader; empty where unknown."""
        return ""

    def meaning(self, word: str) -> Meaning:
        """What one word may stand for in another language: here, what its letters show."""
        from tqcheck.lang.meaning import meaning

        return meaning(word)

    def senses(self, word: str) -> Sequence[Sense]:
        """What a dictionary gives for one or more words closed up, in English stems; empty where unknown."""
        return ()

    def leanings(self, character: str) -> Mapping[str, float]:
        """The English stems of what a character stands for in words that have it, each with how far (0 to 1)."""
        return {}

    def tokens(self, text: str) -> Sequence[Span]:
        """The words, figures and marks of `text` in order."""
        from tqcheck.lang.meaning import tokens

        return tokens(text)

    def normalise(self, text: str) -> str:
        """`text` with variants folded for matching, of the same length (traditional to simplified, full width)."""
        return text
