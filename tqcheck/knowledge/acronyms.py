"""Common acronyms of news with what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tqcheck.errors import GlossaryError

FILE = "en/acronyms.tsv"


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym as it is written, every accepted expansion, and the field it belongs to (`un`, `title`, `sport`)."""

    text: str
    expansions: tuple[str, ...]
    field: str


def acronym_key(text: str) -> str:
    """What is the same in all spellings of an acronym: `XDR-TB` XDRTB, `U.S.` US, `AfCFTA` AFCFTA."""
    return "".join(c for c in text if c.isalnum()).upper()


@lru_cache(maxsize=1)
def acronyms() -> Mapping[str, Acronym]:
    """Every known acronym by its key. Raises GlossaryError for a line that cannot be read."""
    text = resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    found: dict[str, Acronym] = {}
    for number, line in enumerate(text.splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise GlossaryError(FILE, number, f"{len(cells)} cells, not acronym, expansions and field")
        expansions = tuple(part.strip() for part in cells[1].split("|"))
        key = acronym_key(cells[0])
        if key in found:  # MoD and MOD: one acronym in two spellings
            expansions = tuple(dict.fromkeys((*found[key].expansions, *expansions)))
        found[key] = Acronym(cells[0], expansions, cells[2])
    return found


def same_meaning(one: str, other: str) -> bool:
    """Whether two keys stand for the same thing (CPC and CCP, ISIL and ISIS)."""
    a, b = acronyms().get(one), acronyms().get(other)
    if not a or not b:
        return False
    return bool({e.casefold() for e in a.expansions} & {e.casefold() for e in b.expansions})
