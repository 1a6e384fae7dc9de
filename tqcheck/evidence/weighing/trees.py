"""Boosted regression trees as arrays, applied to many rows at once with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


AT_ONCE = 512
"""Rows that are looked at together: all answers for them stay near the processor."""


@dataclass(frozen=True)
class Forest:
    """Trees, their nodes one after the other. A leaf is its own child on both sides.

    roots      the first node of each tree
    column     which column a node asks about
    threshold  a row with at most this value goes left
    left, right  the node that follows
    value      what a leaf adds
    depth      questions on the longest way to a leaf
    """

    roots: Ints
    column: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    depth: int

    @cached_property
    def _questions(self) -> tuple[Ints, Floats, Ints, Ints]:
        """Each distinct question once: its column and threshold; which one each node asks; where no and yes lead.

        The last two are by twice the number of a node, as are the numbers where they lead.
        """
        pairs = np.stack([self.column.astype(np.float64), self.threshold.astype(np.float64)], 1)
        asked, which = np.unique(pairs, axis=0, return_inverse=True)
        leads = 2 * np.stack([self.right, self.left], 1).ravel().astype(np.int32)
        asks: Ints = np.repeat(which.ravel(), 2).astype(np.int32)
        return asked[:, 0].astype(np.int32), asked[:, 1].astype(np.float32), asks, leads

    def raw(self, table: Floats) -> NDArray[np.float64]:
        """The sum of the leaves that each row of `table` comes to."""
        total = np.zeros(len(table))
        column, threshold, which, leads = self._questions
        value = self.value.astype(np.float64)
        for first in range(0, len(table), AT_ONCE):
            columns = np.ascontiguousarray(table[first : first + AT_ONCE].T)
            rows = np.arange(columns.shape[1], dtype=np.int32)
            answers = (columns.take(column, 0) <= threshold[:, None]).view(np.uint8).ravel()
            begins = which * np.int32(len(rows))
            node = np.repeat(2 * self.roots, len(rows)).reshape(-1, len(rows))
            for _ in range(self.depth):
                node = leads.take(node + answers.take(begins.take(node) + rows))
            total[first : first + AT_ONCE] = value.take(node >> 1).sum(0)
        return total


def sigmoid(raw: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as probabilities."""
    found: NDArray[np.float64] = 1 / (1 + np.exp(-raw))
    return found


def from_dump(dump: dict[str, Any]) -> Forest:
    """A forest out of what lightgbm's `Booster.dump_model` says. Raises ValueError for a split by category."""
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        here = len(nodes)
        nodes.append((0, 0.0, here, here, float(node.get("leaf_value", 0.0))))
        if "split_feature" in node:
            if node["decision_type"] != "<=":
                raise ValueError(f"not a numeric split: {node['decision_type']}")
            deepest = max(deepest, depth + 1)
            left, right = add(node["left_child"], depth + 1), add(node["right_child"], depth + 1)
            nodes[here] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0)
        return here

    for tree in dump["tree_info"]:
        roots.append(add(tree["tree_structure"], 0))
    column, threshold, left, right, value = zip(*nodes, strict=True)
    return Forest(
        np.array(roots, np.int32), np.array(column, np.int32), np.array(threshold, np.float32),
        np.array(left, np.int32), np.array(right, np.int32), np.array(value, np.float32), deepest,
    )  # fmt: skip
