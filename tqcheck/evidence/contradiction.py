"""What it is for a number or moment of a rendering to contradict the source."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.lang.quantity import Moment, Quantity

Item = Quantity | Moment


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A number or moment of the rendering against the one of the source that it should render.

    difference  `value` `scale` `unit` `grouping`, or the field of a date: `year` `month` `day` `weekday` `time`
                `decade` `century`
    note        the difference in words, where there are any: `ten times too small`, `its scale is missing`
    confidence  0 to 1: how sure it is that the two belong together and differ
    """

    source: Item
    target: Item
    difference: str
    note: str = ""
    confidence: float = 0.7
