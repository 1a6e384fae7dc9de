"""`tqcheck evaluate`: findings against what people marked."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli import streams

if TYPE_CHECKING:
    from tqcheck.evaluate.gold import Flag, Gold
    from tqcheck.evaluate.score import Against, Evaluation, Tally


class Format(str, Enum):
    """How the figures are written."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            show_default=False,
            help="Texts with human marks: MQM as WMT publishes it (.tsv, <v> markers), ESA (.jsonl or .tsv with"
            " esa_spans), or JSON lines with id, source, target and errors [{start, end, severity, category, side,"
            " raters}]. May be gzipped.",
        ),
    ],
    findings: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Findings as JSON lines (id, start, end, side, rule), as check --format jsonl writes them; without it the"
            " rules are run over the texts. An MQM text has the id doc:seg_id:system, one of ESA"
            " langs:doc_id:line_id:system.",
        ),
    ] = None,
    source_lang: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Language of sources whose file does not tell it; else it is detected."),
    ] = None,
    target_lang: Annotated[
        str, typer.Option(metavar="CODE", help="Language of renderings whose file does not tell it.")
    ] = "en",
    seed: Annotated[int, typer.Option(help="Of chance: the same seed gives the same figures.")] = 1,
    format: Annotated[Format, typer.Option(help="How the figures are written.")] = Format.TEXT,
) -> int:
    """Measure findings against human marks.

    Says how often a finding meets a mark, which major marks are found, and how many flags are false, by rule, beside
    spans at random places and beside what one rater reaches against the others. What nobody marked is not for that
    correct: precision is a lower bound.

    Exit status: 0; 2 wrong usage, or a line that cannot be read (the rest is measured all the same).
    """
    from tqcheck import lang
    from tqcheck.evaluate.gold_files import read_flags, read_gold
    from tqcheck.evaluate.score import evaluate as measure

    for code in filter(None, (source_lang, target_lang)):
        lang.get(code)
    read = read_gold(gold)
    bad = list(read.bad)
    if findings is None:
        flags = _found(read, gold, source_lang, target_lang)
    else:
        flags, more, strangers = read_flags(findings, {text.id: text for text in read.texts})
        bad += more
        if strangers:
            streams.note(f"{findings}: findings of texts that the gold does not hold left out: {strangers}")
    for note in read.notes:
        streams.note(note)
    done = measure(read.texts, flags, target_lang, seed)
    streams.write(_json(done) if format is Format.JSON else _text(done))
    for fault in bad:
        streams.error(fault)
    return 2 if bad else 0


def _found(gold: Gold, path: str, source_lang: str | None, target_lang: str) -> dict[str, list[Flag]]:
    """What the rules find in the texts of the gold themselves, source and rendering, by the id of the text."""
    from tqcheck.batch import report
    from tqcheck.check import Settings, run
    from tqcheck.errors import InputError
    from tqcheck.evaluate.gold import Flag, Place
    from tqcheck.readers import ReadOptions
    from tqcheck.readers.table import read_table
    from tqcheck.reporters.display.jsontext import dumps

    table = io.BytesIO("".join(dumps(text.row()) + "\n" for text in gold.texts).encode())
    options = ReadOptions(source_lang=source_lang, target_lang=target_lang)
    done = report(run(read_table(table, path, ".jsonl", options), Settings()))
    for skipped in done.skipped:
        raise InputError(skipped.path, f"cannot be checked: {skipped.reason}")
    found: dict[str, list[Flag]] = {}
    for finding in done.findings:
        if finding.suppressed is None:
            place = finding.primary
            flag = Flag(Place(place.span.start, place.span.end, place.side), finding.rule)
            found.setdefault(finding.article, []).append(flag)
    return found


def _json(done: Evaluation) -> Iterator[str]:
    from tqcheck.reporters.display.jsontext import dumps

    def against(part: Against, majors: int, both: int, size: int) -> dict[str, Any]:
        return {**_figures(part.whole, majors, both, size), "span_measure": part.credit.figures()}

    rules = [
        {
            "rule": rule, "side": side.value, **_figures(tally, done.majors, done.agreed, done.size),
            "chance": _figures(done.chance.rules[rule, side], done.majors, done.agreed, done.size),
        }
        for (rule, side), tally in done.findings.rules.items()
    ]  # fmt: skip
    gold = {name: getattr(done, name) for name in ("texts", "size", "unit", "raters", "marks", "majors", "agreed")}
    record = {
        "gold": gold,
        "findings": against(done.findings, done.majors, done.agreed, done.size),
        "source_side": _figures(done.findings.source, done.majors, done.agreed, done.size),
        "chance": against(done.chance, done.majors, done.agreed, done.size),
        "one_rater": against(done.rater, done.other_majors, 0, done.rated) if done.rater else None,
        "one_rater_major": against(done.severe, done.other_majors, 0, done.rated) if done.severe else None,
        "rules": rules,
    }
    yield dumps(record) + "\n"


def _figures(tally: Tally, majors: int, both: int, size: int) -> dict[str, float | None]:
    """The figures of a tally, percentages with one decimal; null where there is nothing to divide by."""
    return {
        "flags": round(tally.flags, 1),
        "precision_any": _percent(tally.any, tally.flags),
        "precision_major": _percent(tally.major, tally.flags),
        "precision_two_raters": _percent(tally.two, tally.shared),
        "segment_has_omission": _percent(tally.omission, tally.flags),
        "recall_major": _percent(tally.found, majors),
        "recall_major_two_raters": _percent(tally.agreed, both),
        "false_per_1000": round(1000 * (tally.flags - tally.any) / size, 2) if size else None,
    }


def _percent(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 1) if whole else None


HEAD = ("", "flags", "any", "major", "two raters", "omission", "recall", "agreed", "false")


def _text(done: Evaluation) -> Iterator[str]:
    from tqcheck.reporters.comparison.parts.columns import aligned, counted

    yield (
        f"{counted(done.texts, 'text')} of {done.size:,} {done.unit}, {counted(done.raters, 'rater')},"
        f" {counted(done.marks, 'mark')}, {done.majors:,} major,"
        f" {done.agreed:,} of these agreed on by two\n\n"
    )
    right = range(1, len(HEAD))
    whole = (done.majors, done.agreed, done.size)
    rows: list[Sequence[str]] = [
        HEAD,
        _row("findings", done.findings.whole, *whole),
        _row("chance", done.chance.whole, *whole),
    ]
    for name, part in (("one rater's marks", done.rater), ("one rater's majors", done.severe)):
        if part:
            rows.append(_row(name, part.whole, done.other_majors, 0, done.rated))
    yield from aligned(rows, right)
    if done.findings.rules:
        yield "\nBy rule, chance in brackets\n"
        table: list[Sequence[str]] = [HEAD]
        for key, tally in sorted(done.findings.rules.items(), key=lambda item: (-item[1].flags, item[0])):
            name = key[0] + (" (source)" if key[1].value == "source" else "")
            row, thrown = _row(name, tally, *whole), _row("", done.chance.rules[key], *whole)
            table.append(
                [
                    *row[:2],
                    *(f"{cell} ({other})" if cell else "" for cell, other in zip(row[2:4], thrown[2:4], strict=True)),
                    *row[4:],
                ]
            )
        yield from aligned(table, right)
    yield "\nSpan measure: partial overlap, partial credit, micro-averaged, each rater in turn\n"
    spans: list[Sequence[str]] = [("", "precision", "recall", "f1")]
    parts = {"findings": done.findings, "chance": done.chance, "one rater's marks": done.rater}
    for name, against in parts.items():
        if against:
            spans.append([name, *(f"{value:.2f}" for value in against.credit.figures().values())])
    yield from aligned(spans, range(1, 4))
    yield (
        f"\nany, major, two raters: % of the flags on the rendering that meet a mark, a major one, marks of two raters."
        f"\nomission: % of the flags in texts in which an omission is marked. recall: % of the major marks that a flag on either"
        f"\ntext meets; agreed: of those that two raters agree on. false: flags in 1,000 {done.unit} that meet no mark.\n"
    )


def _row(name: str, tally: Tally, majors: int, both: int, size: int) -> list[str]:
    values = _figures(tally, majors, both, size)
    flags, *rest = values.values()
    return [name, f"{flags:,.0f}", *("" if value is None else f"{value:g}" for value in rest)]
