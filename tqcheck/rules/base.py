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
    """

    TEXT = "text"
    PAIR = "pair"
    ARTICLE = "article"


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
    """

    target: str
    source: str = ""
    source_lang: str = "zh"
    alternates: tuple[str, ...] = ()
    glossary: str = ""
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
