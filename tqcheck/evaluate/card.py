"""The card of a fitted model: what it was fitted on, and how it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.evidence.weighing.model import VERSION, Model

CAVEAT = (
    "- The texts checked on were not fitted on, but their figures were in view while the columns, the length of spans and "
    "the shares of the threshold were chosen: they flatter somewhat."
)


@dataclass(frozen=True)
class Figures:
    """How a model does on some texts.

    where      `left out` (of the fit, document by document) or `checked on`
    corpora    names of the files
    alternates how many each rendering had
    figures    as `Agreement.figures`
    intervals  the middle 95% over documents, of two of them
    classes    by kind of word: how many spans, and the percentage that two raters marked
    """

    where: str
    corpora: str
    alternates: int
    figures: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    classes: Mapping[str, tuple[int, float]]


def _shares(model: Model) -> str:
    shares = ", ".join(f"{share:.3f} of them with {count}" for count, share in model.shares.items())
    return f"- They hold for the most alternates; with fewer it takes less: {shares}."


def write_card(
    path: Path, name: str, model: Model, found: Sequence[Figures], files: Sequence[Path], check: Sequence[Path],
    rule: str,
) -> None:  # fmt: skip
    """Write the card in Markdown. `rule` says how the threshold was chosen."""
    named = " ".join(f"{p.name}" for p in files)
    checked = " ".join(f"{p.name}" for p in check)
    command = f"python -m tqcheck.evaluate.fit {named}" + (f" --check {checked}" if check else "")
    rows = [
        f"# Weights `{name}`, version {VERSION}",
        "",
        "Gradient-boosted trees that give each word of a rendering the probability that a professional marks it as an "
        "error, a minor error counted half. Words over a threshold make spans; a finding's confidence is how often "
        "spans with such a peak were marked by at least two raters.",
        "",
        f"- Fitted on {named}, by `{command} --situation {name}`. No text is kept in the weights.",
        f"- {len(model.forest.roots)} trees, {len(model.forest.value)} nodes, {len(model.columns)} columns of "
        "evidence; none tells the segment, the document or the system.",
        f"- For renderings in: {', '.join(sorted(model.languages))}.",
        "- Thresholds, the same for every text: "
        + ", ".join(f"{kind.value} {seed:.3f}" for kind, seed in model.seeds.items())
        + f"; neighbours join from {model.low:.3f}. {rule}",
        *([_shares(model)] if model.shares else []),
        "- Each document's other passages, where it has any, tell how often it has a word (`doc:` columns).",
        "- Limits: news translated from Chinese, by systems of 2020 and 2021; raters stopped at five errors in a "
        "segment, so that what they did not mark may still be wrong.",
        *([CAVEAT] if check else []),
        "",
        "## Figures",
        "",
        "| texts | alternates | two raters | any rater | major | consensus majors found | false in 1,000 words | words |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for f in found:
        two, recall = (f.intervals[key] for key in ("precision_two_raters", "recall_consensus_major"))
        g = f.figures
        rows.append(
            f"| {f.corpora}, {f.where} | {f.alternates} | {g['precision_two_raters']} ({two[0]} to {two[1]}) | "
            f"{g['precision_any']} | {g['precision_major']} | {g['recall_consensus_major']} ({recall[0]} to "
            f"{recall[1]}) | {g['false_per_1000w']} | {g['words_per_flag']} |"
        )
    rows += ["", "In brackets: the middle 95% over documents drawn with replacement.", "", "## By kind of word", ""]
    rows += ["| texts | alternates | kind | spans | two raters |", "|---|---|---|---|---|"]
    for f in found:
        for kind, (n, right) in f.classes.items():
            rows.append(f"| {f.corpora}, {f.where} | {f.alternates} | {kind} | {n} | {right} |")
    rows += ["", "## Calibration", "", "| peak | two raters |", "|---|---|"]
    rows += [f"| {peak:.3f} | {100 * rate:.0f} |" for peak, rate in zip(model.peaks, model.rates, strict=True)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
