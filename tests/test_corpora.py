"""The corpora's planted oddities: how many are found, and how often good renderings are flagged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tqcheck.check import Checked, Settings, run
from tqcheck.model.finding import Finding
from tqcheck.readers import ReadOptions, read

CORPORA = Path(__file__).parent.parent / "corpora"
FOLDERS = sorted(p.parent for p in CORPORA.glob("*/*/findings.gold.jsonl"))
# Files of units: source and rendering in one, so that both sides' offsets are into it.
OF_UNITS = "bilingual"
NAMES = ["wire", "world", OF_UNITS]

# Floors, not wishes: raise them when the program gets better. Measured on 2026-11-23: see the printed table.
MIN_RECALL = {"wire": 0.81, "world": 0.81, OF_UNITS: 0.94}
MAX_FALSE_PER_1000_WORDS = {"wire": 0.5, "world": 0.5, OF_UNITS: 0.0}


@dataclass
class Tally:
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    extra: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    good_words: int = 0

    @property
    def recall(self) -> float:
        return self.found.total() / self.planted.total()

    @property
    def false_per_1000_words(self) -> float:
        return 1000 * len(self.false) / self.good_words

    def add(self, path: Path, gold: list[dict], findings: Sequence[Finding]) -> None:
        """What is found in one rendering."""
        name = path.name.split(".")[0]
        mine = [line for line in gold if line["rendering"] == name]
        for line in mine:
            if any(f.rule == line["rule"] and _overlaps(f, line) for f in findings):
                self.found[line["rule"]] += 1
        for finding in findings:
            told = f"{path.parent.name}/{path.name}: {finding.rule} {finding.message}"
            if name in ("good", "alternate"):
                self.false.append(told)
            elif not any(_overlaps(finding, line) for line in mine):
                self.extra.append(told)


def _gold(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "findings.gold.jsonl").read_text(encoding="utf-8").splitlines()]


def _path(folder: Path, line: dict) -> Path:
    if folder.parent.name == OF_UNITS:
        return next(folder.glob(f"{line['rendering']}.*"))
    name = "source" if line["side"] == "source" else line["rendering"]
    (found,) = folder.glob(f"{name}.*.txt")
    return found


def _overlaps(finding: Finding, line: dict) -> bool:
    span = finding.primary.span
    return finding.primary.side.value == line["side"] and span.start < line["end"] and line["start"] < span.end


@cache
def tally(name: str) -> Tally:
    """What is found in one of the corpora."""
    result = Tally()
    for folder in FOLDERS:
        if folder.parent.name != name:
            continue
        gold = _gold(folder)
        if name == OF_UNITS:
            result.planted.update(line["rule"] for line in gold)
            for path in sorted(p for p in folder.iterdir() if p.suffix != ".jsonl"):
                checked = [outcome for outcome in run(read([str(path)]), Settings()) if isinstance(outcome, Checked)]
                result.add(path, gold, [f for outcome in checked for f in outcome.findings])
                if path.name.startswith("good"):
                    result.good_words += sum(outcome.input.words for outcome in checked)
            continue
        good = [p for p in folder.glob("*.en.txt") if p.name.startswith(("good", "alternate"))]
        result.good_words += sum(len(p.read_text(encoding="utf-8").split()) for p in good)
        result.planted.update(line["rule"] for line in gold)
        source = next(folder.glob("source.*"))
        for rendering in sorted(folder.glob("*.en.txt")):
            options = ReadOptions(source=str(source), source_lang=source.name.split(".")[1])
            (outcome,) = run(read([str(rendering)], options), Settings())
            assert isinstance(outcome, Checked)
            result.add(rendering, gold, outcome.findings)
    return result


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_gold_line_quotes_the_text_at_its_offsets(folder: Path) -> None:
    for line in _gold(folder):
        text = _path(folder, line).read_text(encoding="utf-8")
        assert text[line["start"] : line["end"]] == line["text"]


@pytest.mark.parametrize("name", NAMES)
def test_planted_oddities_are_found(name: str) -> None:
    result = tally(name)
    print(f"\n{name}: recall {result.recall:.3f}")
    for rule in sorted(result.planted):
        print(f"  {rule} {result.found[rule]} of {result.planted[rule]}")
    print(f"  {len(result.extra)} findings on flawed renderings that were not planted", *result.extra, sep="\n    ")
    assert result.recall >= MIN_RECALL[name]


@pytest.mark.parametrize("name", NAMES)
def test_good_renderings_are_left_alone(name: str) -> None:
    result = tally(name)
    print(f"\n{name}: {result.false_per_1000_words:.2f} false flags per 1,000 good words", *result.false, sep="\n    ")
    assert result.false_per_1000_words <= MAX_FALSE_PER_1000_WORDS[name]


def test_the_corpora_are_as_large_as_their_readme_says() -> None:
    assert len(FOLDERS) == 29
    assert sum(len(_gold(folder)) for folder in FOLDERS) == 329
