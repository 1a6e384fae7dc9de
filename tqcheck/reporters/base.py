"""What an output format is, and how formats are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from tqcheck.errors import UsageError
from tqcheck.model.alignment import Alignment
from tqcheck.model.comparison import Compared
from tqcheck.model.report import Report


@dataclass(frozen=True, slots=True)
class View:
    """How the person wants to see it. Formats for machines ignore what does not concern them.

    colour  whether to send colours (a terminal that wants them)
    brief   findings only: no summary, no notes
    """

    colour: bool = False
    brief: bool = False


PLAIN = View()


@dataclass(frozen=True, slots=True)
class Linked:
    """Which words of a text render which of another, over all its stretches.

    source, target  the words in order, marks among them
    links           numbers of a source and a target word from 0, ordered
    linker          what made them (`lexical`, `semantic`)
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    linker: str = "lexical"


@dataclass(frozen=True)
class Aligned:
    """A text beside its rendering, to be printed bead by bead.

    id                          the article's id, or the row's in a table
    source, target              sentences in order, to whose numbers the beads refer
    source_lang, target_lang    BCP 47 codes
    source_joint, target_joint  what stands between two sentences of the language that share a bead
    rendering                   which rendering, where the article has several; else empty
    words                       its words with their links, where these were asked for
    """

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_lang: str
    target_lang: str
    alignment: Alignment
    source_joint: str = " "
    target_joint: str = " "
    rendering: str = ""
    words: Linked | None = None

    def source_text(self, numbers: Iterable[int]) -> str:
        """The sentences of the source with these numbers, joined."""
        return self.source_joint.join(self.source[i] for i in numbers)

    def target_text(self, numbers: Iterable[int]) -> str:
        """The sentences of the target with these numbers, joined."""
        return self.target_joint.join(self.target[j] for j in numbers)


class FindingsRenderer(Protocol):
    """Renders a report: yields text, line ends included, to be written one piece after another."""

    def __call__(self, report: Report, view: View = ...) -> Iterator[str]: ...


class ComparisonRenderer(Protocol):
    """Renders a comparison of renderings: yields text, line ends included."""

    def __call__(self, compared: Compared, view: View = ...) -> Iterator[str]: ...


class BeadsRenderer(Protocol):
    """Renders alignments as they come: yields text, line ends included."""

    def __call__(self, aligned: Iterable[Aligned], view: View = ...) -> Iterator[str]: ...


def formats(package: str) -> tuple[str, ...]:
    """The names of the formats in `package`: its modules but `base`, underscores as hyphens."""
    path = importlib.import_module(package).__path__
    found = (m.name for m in pkgutil.iter_modules(path) if not m.ispkg and m.name != "base")
    return tuple(sorted(name.replace("_", "-") for name in found))


def load(package: str, name: str) -> Any:
    """The `render` of the format `name` in `package`. Raises UsageError, which names those there are."""
    return _module(package, name).render


def texts_shown(package: str, name: str) -> bool:
    """Whether the format `name` shows the texts beside the findings: its module says `TEXTS = True`.

    Raises UsageError as `load` does.
    """
    return bool(getattr(_module(package, name), "TEXTS", False))


def _module(package: str, name: str) -> Any:
    known = formats(package)
    if name not in known:
        raise UsageError(f"no format {name!r} (there are: {', '.join(known)})")
    return importlib.import_module(f"{package}.{name.replace('-', '_')}")
