"""How often each rule's findings were right on public human-marked texts: the figures of `measured.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

ENOUGH = 10
"""Flags from which a rule's measured precision is its confidence; of fewer, the figure says too little."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A rule's figures.

    flags      findings on the sets
    precision  the share of them, 0 to 1, that meet what a rater marked; of findings on the source, which ratings seldom
               mark, the share in texts in which an omission is marked; of rules that a fitted model decides, the share
               that two raters marked, by the model's card
    sets       names of the sets
    """

    flags: int
    precision: float
    sets: str

    @property
    def confidence(self) -> float:
        """What to expect of the next finding: Laplace's rule of succession, which is never quite sure."""
        return round((self.precision * self.flags + 1) / (self.flags + 2), 2)


@cache
def measured() -> dict[str, Measured]:
    """The figures by code of rule; rules that flag nothing on the sets are not among them. Empty without the file."""
    file = resources.files("tqcheck.rules") / "measured.tsv"
    if not file.is_file():
        return {}
    found: dict[str, Measured] = {}
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            code, flags, precision, sets = line.split("\t")
            found[code] = Measured(int(flags), float(precision), sets)
    return found
