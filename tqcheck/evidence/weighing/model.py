"""Fitted models, read from the weights that come with the package."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.weighing.trees import Forest, sigmoid

VERSION = 1
"""Version of the layout of the weights and of the meaning of the columns: other weights are not read."""
_ARRAYS = ("roots", "column", "threshold", "left", "right", "value")


class Kind(str, Enum):
    """What a span is: a name or a number that no alternate has, or other words."""

    NAME = "name"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True)
class Model:
    """A fitted model.

    columns     the columns of evidence that it asks for, in the order of its table
    languages   codes of the languages of renderings that it was fitted on
    seeds       probability of its best word from which a span of a kind is flagged: one default for every text
    low         probability from which a neighbour joins
    shares      share of those of `seeds` that does where there are so many alternates, 1 where nothing is said
    peaks, rates  a span whose best word has probability `peaks[i]` was right in `rates[i]` of cases, interpolated
    """

    forest: Forest
    columns: tuple[str, ...]
    languages: frozenset[str]
    seeds: Mapping[Kind, float]
    low: float
    peaks: NDArray[np.float64]
    rates: NDArray[np.float64]
    shares: Mapping[int, float] = field(default_factory=dict)

    def chances(self, columns: dict[str, Any], rows: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The probability of each word for which `rows` holds; 0 for the others."""
        found = np.zeros(len(rows))
        kept = np.flatnonzero(rows)
        if len(kept):
            table = np.empty((len(kept), len(self.columns)), np.float32)
            for n, name in enumerate(self.columns):
                table[:, n] = columns[name][kept]
            found[kept] = sigmoid(self.forest.raw(table))
        return found

    def confidence(self, peak: float) -> float:
        """How often a span with this peak was right where people had marked the text."""
        return round(float(np.interp(peak, self.peaks, self.rates)), 2)


def pack(model: Model) -> bytes:
    """A model as the bytes of its file."""
    facts = {
        "version": VERSION,
        "columns": model.columns,
        "languages": sorted(model.languages),
        "seeds": {kind.value: seed for kind, seed in model.seeds.items()},
        "low": model.low,
        "shares": {str(count): share for count, share in model.shares.items()},
        "depth": model.forest.depth,
    }
    out = io.BytesIO()
    np.savez_compressed(
        out,
        facts=np.frombuffer(json.dumps(facts).encode(), np.uint8),
        peaks=model.peaks,
        rates=model.rates,
        **{name: getattr(model.forest, name) for name in _ARRAYS},
    )
    return out.getvalue()


def unpack(data: bytes) -> Model:
    """A model out of the bytes of its file. Raises ValueError where they are of another version."""
    with np.load(io.BytesIO(data), allow_pickle=False) as found:
        facts = json.loads(bytes(found["facts"]))
        if facts["version"] != VERSION:
            raise ValueError(f"weights of version {facts['version']}, not {VERSION}")
        roots, column, threshold, left, right, value = (found[name] for name in _ARRAYS)
        forest = Forest(roots, column, threshold, left, right, value, int(facts["depth"]))
        return Model(
            forest, tuple(facts["columns"]), frozenset(facts["languages"]),
            {Kind(kind): float(seed) for kind, seed in facts["seeds"].items()}, float(facts["low"]),
            found["peaks"], found["rates"],
            {int(count): float(share) for count, share in facts.get("shares", {}).items()},
        )  # fmt: skip


@lru_cache(maxsize=4)
def load(situation: str) -> Model | None:
    """The model that comes with the package for a situation (`alternates`, `source`, `both`), or None."""
    path = resources.files("tqcheck.knowledge").joinpath(f"weights/{situation}.npz")
    return unpack(path.read_bytes()) if path.is_file() else None
