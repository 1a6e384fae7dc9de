"""What a rule is: a class that judges a unit by the evidence laid before it, with its documentation and examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar

from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span

SECTIONS = ("What it does", "Why it matters", "What it does not flag", "Options")


class Scope(str, Enum):
    """What a rule is shown at a time.

    TEXT     a rendering alone (`TextUnit`)
    PAIR     a bead: a stretch of the source with its rendering and what the alternates have there (`PairUnit`)
    ARTICLE  a rendering with its source, all beads at once (`ArticleUnit`)
    BATCH    first each article by itself, then what all of them told together (`BatchRule`)
    SILENCING  what became of a rendering's own comments that silence findings (`Silencing`)
    """

    TEXT = "text"
    PAIR = "pair"
    ARTICLE = "article"
    WITNESSES = "witnesses"
    BATCH = "batch"
    SILENCING = "silencing"


@dataclass(frozen=True, slots=True)
class Place:
    """A related place: the phrase in the source, the page's own line. The span is in the original document."""

    side: Side
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule has to say: where, in one line, with its evidence. Spans are in the original document."""

    span: Span
    message: str
    side: Side = Side.TARGET
    suggestion: str | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Place, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Example:
    """A text in which `[[ ]]` marks what the rule flags; without marks, a text that it leaves alone.

    target     the rendering, marked
    source     the source, where the rule needs one; marks are allowed here for rules that point at the source
    alternates other renderings
    others     other articles of the same batch, each its source and its rendering
    format     `text`, or `xliff` where both are content of a unit of XLIFF 1.2, with its tags
    """

    target: str
    source: str = ""
    source_lang: str = "zh"
    alternates: tuple[str, ...] = ()
    glossary: str = ""
    others: tuple[tuple[str, str], ...] = ()
    format: str = "text"
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """Options of a rule: a frozen dataclass whose fields have measured defaults and say what they do in metadata."""


class Rule:
    """Base of all rules.

    A subclass sets the class variables, writes a docstring of one summary line and the four headed sections of
    `SECTIONS`, and yields hits from `check`, which is pure: it reads the unit and nothing else.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    scope: ClassVar[Scope]
    confidence: ClassVar[float]
    """How often a finding of this rule was right on human-marked data; replaced by each new measurement."""
    gives_way: ClassVar[bool] = False
    """Whether its findings are left out where a rule that does not give way has one at the same place: what is weighed
    from many signs says less than what is known."""
    replaces: ClassVar[bool] = False
    """Whether its suggestion may stand in place of the words it flags, letter for letter: a program may put it there."""
    options_type: ClassVar[type[Options]] = Options
    examples: ClassVar[Sequence[Example]] = ()

    def __init__(self, options: Options | None = None) -> None:
        self.options: Any = options or self.options_type()

    def check(self, unit: Any) -> Iterator[Hit]:
        """Yield what is odd in `unit`, whose kind goes with `scope`."""
        raise TypeError(f"{type(self).__name__} has no check")  # pragma: no cover - asserted by the registry's test

    @classmethod
    def summary(cls) -> str:
        """The docstring's first line."""
        return inspect.cleandoc(cls.__doc__ or "").split("\n", 1)[0]

    @classmethod
    def sections(cls) -> dict[str, str]:
        """The docstring's headed sections."""
        text = inspect.cleandoc(cls.__doc__ or "")
        parts = re.split(rf"^({'|'.join(SECTIONS)}):\s*", text, flags=re.M)
        return {head: " ".join(body.split()) for head, body in zip(parts[1::2], parts[2::2], strict=True)}


@dataclass(frozen=True, slots=True)
class Mention:
    """What an article tells a batch rule: a thing of the source and how the rendering has it.

    key      the thing, the same in every article
    form     how it is written here
    span     where, in the rendering's document
    passage  the source's words around it, shortened to a digest: two mentions in one passage are two renderings of it
    """

    key: str
    form: str
    span: Span
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Odd:
    """What a batch rule has to say of one mention.

    mention, beside  positions in what it was shown: the odd one, and one that shows what is usual
    """

    mention: int
    beside: int
    message: str
    suggestion: str | None = None
    evidence: tuple[Evidence, ...] = ()


class BatchRule(Rule):
    """A rule that judges all articles together: it keeps a few words of each, so that a large batch stays small."""

    scope = Scope.BATCH

    def check(self, unit: Any) -> Iterator[Hit]:
        """Nothing: an article alone shows nothing to such a rule."""
        return iter(())

    def observe(self, unit: Any) -> Iterator[Mention]:
        """Yield what one reading tells."""
        raise TypeError(f"{type(self).__name__} observes nothing")  # pragma: no cover

    def judge(self, mentions: Sequence[Mention]) -> Iterator[Odd]:
        """Yield what is odd among the mentions of all articles, given in their order."""
        raise TypeError(f"{type(self).__name__} judges nothing")  # pragma: no cover
