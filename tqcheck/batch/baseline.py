"""Findings that are known and let be: a file of fingerprints, which no moved line disturbs.

An entry stands for one finding of one rule in one article, by its words and those of the source that it is about. It
holds no line numbers; where the rendering or the source changes there, the finding comes up again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tqcheck.check import Settings, rules_of
from tqcheck.errors import ConfigError
from tqcheck.model.finding import Finding
from tqcheck.model.report import Report
from tqcheck.model.stored import Stored

SCHEMA = "tqcheck.baseline/1"
KNOWN = "known: in the baseline"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is let be; all but the fingerprint is for the person who reads the file.

    reason  why it is let be, where someone has said so
    """

    fingerprint: str
    rule: str
    article: str
    rendering: str
    text: str
    message: str
    reason: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands in a file, so that two files of the same findings are the same."""
        return (self.article, self.rendering, self.rule, self.fingerprint)


class Baseline:
    """The entries of a file, and which of them have been met."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: Mapping[str, Entry] = {entry.fingerprint: entry for entry in entries}

    def apply(self, finding: Finding) -> Finding:
        """`finding` marked as new or unchanged; one that is silenced already stays as it is but for that."""
        entry = self.entries.get(finding.fingerprint)
        if entry is None:
            return replace(finding, baseline="new")
        return replace(finding, baseline="unchanged", suppressed=finding.suppressed or entry.reason or KNOWN)

    def against(self, report: Report, settings: Settings) -> Report:
        """`report` with its findings marked, and a note where entries match nothing any more."""
        stale = self.stale(report, settings)
        notes = report.notes
        if stale:
            entries = "1 entry" if len(stale) == 1 else f"{len(stale)} entries"
            match = "matches" if len(stale) == 1 else "match"
            notes += (f"{entries} of the baseline {match} nothing any more: tqcheck baseline prune takes them out",)
        findings = Stored(lambda: map(self.apply, report.findings), len(report.findings))
        return replace(report, findings=findings, notes=notes)

    def stale(self, report: Report, settings: Settings) -> tuple[Entry, ...]:
        """The entries that no finding matches, of articles that were read and rules that were run."""
        met = {finding.fingerprint for finding in report.findings}
        read = {input.id for input in report.inputs}
        ran = {rule.code for rule in rules_of(settings)}
        left = (e for e in self.entries.values() if e.fingerprint not in met and e.article in read and e.rule in ran)
        return tuple(sorted(left, key=lambda entry: entry.order))


def entries(findings: Iterable[Finding], reason: str = "", old: Baseline | None = None) -> tuple[Entry, ...]:
    """An entry for each finding that is not silenced otherwise, in the order of a file.

    reason  for those that `old` has no reason for
    """
    before = old.entries if old else {}
    made: dict[str, Entry] = {}
    for finding in findings:
        if finding.suppressed is not None and finding.baseline != "unchanged":
            continue
        known = before.get(finding.fingerprint)
        made[finding.fingerprint] = Entry(
            finding.fingerprint,
            finding.rule,
            finding.article,
            finding.rendering,
            finding.primary.text,
            finding.message,
            known.reason if known and known.reason else reason,
        )
    return tuple(sorted(made.values(), key=lambda entry: entry.order))


def write(kept: Iterable[Entry]) -> Iterator[str]:
    """The text of a file of entries, one on a line, so that a change of one shows as one line."""
    yield f'{{"schema": "{SCHEMA}", "entries": ['
    for number, entry in enumerate(kept):
        record = {name: getattr(entry, name) for name in Entry.__slots__}
        yield (",\n" if number else "\n") + json.dumps(record, ensure_ascii=False).replace("\x7f", "\\u007f")
    yield "\n]}\n"


def read(path: str) -> Baseline:
    """The entries of a file. Raises ConfigError, the entry named, where it is not one."""
    try:
        data = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(path, "is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(path, f"not JSON: {error}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("entries"), list):
        raise ConfigError(path, f'is no baseline (expected "schema": "{SCHEMA}" and a list of "entries")')
    return Baseline(_entry(path, number, value) for number, value in enumerate(data["entries"], 1))


def _entry(path: str, number: int, value: Any) -> Entry:
    if not isinstance(value, dict) or not isinstance(value.get("fingerprint"), str):
        raise ConfigError(path, f"entry {number} has no fingerprint")
    given = {name: str(value[name]) for name in Entry.__slots__ if name in value}
    return Entry(**{**dict.fromkeys(Entry.__slots__, ""), **given})
