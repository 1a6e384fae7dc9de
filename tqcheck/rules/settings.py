"""What a run looks for: which rules, how bad their findings are, and how sure they are to be."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from tqcheck.model.finding import Severity
from tqcheck.rules.base import Rule


@dataclass(frozen=True)
class Settings:
    """What to look for.

    select, ignore  codes, names or prefixes of rules
    min_confidence  findings below it are left out
    glossaries      files of the user's terms
    aligner         `auto`, `lexical` or `semantic`, as `align` has them
    keep_texts      whether the texts are kept, side by side, for a report that shows them
    severity        severity by rule, where it is not the rule's own
    per_file_ignores  rules to leave out by pattern of the rendering's path, as `fnmatch` has them; `**` is any folders
    options         values of rules' options by rule
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    glossaries: tuple[str, ...] = ()
    aligner: str = "auto"
    keep_texts: bool = False
    severity: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()

    def severity_of(self, rule: Rule | type[Rule], own: Severity | None = None) -> Severity:
        """The severity of a finding: as set for the rule, else its `own`, else the rule's."""
        given = dict(self.severity).get(rule.code)
        return Severity(given) if given else own or rule.severity

    def ignored(self, path: str) -> tuple[str, ...]:
        """Codes, or beginnings of codes, of the rules that are left out in the file at `path`."""
        at = path.replace(os.sep, "/")
        return tuple(
            code.upper()
            for pattern, codes in self.per_file_ignores
            if fnmatch(at, pattern) or fnmatch(at, f"*/{pattern}")
            for code in codes
        )


DEFAULT = Settings()
