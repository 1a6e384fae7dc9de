"""`tqcheck explain`: what a rule does, why, and when it keeps silent."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import streams

if TYPE_CHECKING:
    from tqcheck.rules.base import Example, Rule

WIDTH = 88


def explain(
    codes: Annotated[
        list[str], typer.Argument(metavar="CODE", show_default=False, help="A rule's code or name, e.g. NAM001.")
    ],
) -> int:
    """Explain rules.

    What each does, how often it is right and on what that was measured, why it matters, what it does not flag, its
    options, and examples.
    """
    from tqcheck.rules.registry import find

    found = [find(code) for code in codes]
    for number, rule in enumerate(found):
        streams.write(["\n"] if number else [])
        streams.write(_explained(rule))
    return 0


def _explained(rule: type[Rule]) -> Iterator[str]:
    yield f"{rule.code} {rule.name}\n\n{_filled(rule.summary())}\n"
    yield f"\nSeverity {rule.severity.value}, confidence {rule.confidence:.2f}, looks at: {rule.scope.value}\n"
    yield f"\nMeasured\n{_filled(_measured(rule), '  ')}\n"
    for head, text in rule.sections().items():
        yield f"\n{head}\n{_filled(text, '  ')}\n"
    for option in fields(rule.options_type):
        words = "; ".join(str(value) for value in option.metadata.values())
        yield _filled(f"{option.name} = {getattr(rule.options_type(), option.name)!r}  {words}".rstrip(), "    ") + "\n"
    flagged = [example for example in rule.examples if _marked(example)]
    for head, examples in (
        ("Flags (between [[ ]])", flagged),
        ("Leaves alone", [example for example in rule.examples if not _marked(example)]),
    ):
        if examples:
            yield f"\n{head}\n" + "\n".join("".join(_example(example)) for example in examples)


def _measured(rule: type[Rule]) -> str:
    """How often the rule was right on human-marked texts, or that nobody knows."""
    from tqcheck.rules.measured import ENOUGH, measured

    found = measured().get(rule.code)
    if found is None:
        return "Not measured: its confidence is a judgement."
    right = f"{100 * found.precision:.1f}% of its {found.flags} flags were right by human marks on {found.sets}."
    return right if found.flags >= ENOUGH else f"{right} That is too few to tell: its confidence is a judgement."


def _marked(example: Example) -> bool:
    return "[[" in example.target or "[[" in example.source


def _example(example: Example) -> Iterator[str]:
    parts = [(f"source {example.source_lang}", example.source), ("rendering", example.target)]
    parts += [("alternate", text) for text in example.alternates]
    parts += [("glossary", example.glossary)]
    parts += [("option", f"{name} = {value!r}") for name, value in example.options.items()]
    for label, text in parts:
        for number, line in enumerate(text.splitlines()):
            yield f"  {'' if number else label:<11} {line}\n"


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
