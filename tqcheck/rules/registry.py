"""All rules, found by looking: every module in a family's folder holds one rule."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from tqcheck import rules as package
from tqcheck.errors import UsageError
from tqcheck.model.report import RuleDoc
from tqcheck.rules.base import Rule


@lru_cache(maxsize=1)
def rule_types() -> tuple[type[Rule], ...]:
    """Every rule there is, by code."""
    found: list[type[Rule]] = []
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        for _, item in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(item, Rule) and item.__module__ == module.name and "code" in vars(item):
                found.append(item)
    return tuple(sorted(found, key=lambda rule: rule.code))


def find(code: str) -> type[Rule]:
    """The rule with this code or name. Raises UsageError with the nearest code where there is none."""
    for rule in rule_types():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise UsageError(f"no rule {code!r}{_nearest(code)}")


def select(
    chosen: Iterable[str] = (), ignored: Iterable[str] = (), options: Mapping[str, Mapping[str, Any]] | None = None
) -> Sequence[Rule]:
    """Rules made ready to run.

    chosen   codes, names or prefixes of codes (`NAM`); all where empty
    ignored  the same, taken away afterwards
    options  values for a rule's options by code
    Raises UsageError for a code, prefix or option that does not exist.
    """
    chosen, ignored = list(chosen), list(ignored)
    for given in (*chosen, *ignored):
        if not any(_matches(rule, given) for rule in rule_types()):
            raise UsageError(f"no rule {given!r}{_nearest(given)}")
    made: list[Rule] = []
    for rule in rule_types():
        if chosen and not any(_matches(rule, given) for given in chosen):
            continue
        if any(_matches(rule, given) for given in ignored):
            continue
        values = (options or {}).get(rule.code, {})
        allowed = {field.name for field in fields(rule.options_type)}
        for key in values:
            if key not in allowed:
                raise UsageError(f"{rule.code} has no option {key!r} (has: {', '.join(sorted(allowed)) or 'none'})")
        made.append(rule(rule.options_type(**values)))
    return made


def describe(rule: type[Rule]) -> RuleDoc:
    """A rule's documentation for a report."""
    body = "\n\n".join(f"{head}: {text}" for head, text in rule.sections().items())
    return RuleDoc(rule.code, rule.name, rule.severity.value, rule.summary(), body, rule.confidence, rule.replaces)


def _matches(rule: type[Rule], given: str) -> bool:
    return rule.code.startswith(given.upper()) or rule.name == given.lower()


def _nearest(given: str) -> str:
    from rapidfuzz import fuzz, process

    names = [text for rule in rule_types() for text in (rule.code, rule.name)]
    best = process.extractOne(given, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return f": did you mean {best[0]}?" if best else ""
