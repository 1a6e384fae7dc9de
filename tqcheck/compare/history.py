"""Comparisons kept over time in a file of SQLite, and set beside each other where they are alike."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone

from tqcheck.compare.gate import Gated, against
from tqcheck.compare.record import CORPUS, Record, parsed
from tqcheck.compare.tally import ALL, FINDINGS, TALLY_SCHEMA, Tally, read_tally, tally_changes
from tqcheck.errors import InputError, UsageError
from tqcheck.model.history import Run, Trend, Trends
from tqcheck.model.report import SCHEMA

APPLICATION = 0x74716368  # `tqch`: tells our files from others of SQLite
VERSION = 1
_SCHEMA = """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT, added TEXT NOT NULL, label TEXT NOT NULL, version TEXT NOT NULL,
  target_lang TEXT NOT NULL, texts TEXT NOT NULL, segments INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE, body BLOB NOT NULL
);
CREATE TABLE results (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  metric TEXT NOT NULL, rendering TEXT NOT NULL, value REAL NOT NULL, low REAL, high REAL, signature TEXT NOT NULL,
  PRIMARY KEY (run, metric, rendering)
);
"""
_RUN = "SELECT id, added, label, version FROM runs"
_KEPT = ("schema", "version", "settings", "units", "statistics", "quality")


@dataclass(frozen=True)
class _Made:
    """A run with what decides whether it can be set beside another."""

    run: Run
    target_lang: str
    texts: str
    segments: int
    values: Mapping[tuple[str, str], float]
    signatures: Mapping[str, str]

    @property
    def check(self) -> bool:
        """Whether it is a check, which has findings per 1,000 words, and no comparison."""
        return any(metric == FINDINGS for metric, _ in self.values)

    def value(self, metric: str, rendering: str) -> float | None:
        """A score, None where it has none; a family that a check found nothing of is 0."""
        return self.values.get((metric, rendering), 0.0 if metric == FINDINGS and self.check else None)


class History:
    """A history in a file. Nothing is ever changed in it but by `add`, which adds a run whole or not at all."""

    def __init__(self, path: str) -> None:
        self.path = path

    def add(self, path: str, label: str = "") -> tuple[Run, bool]:
        """Add the run in a file that `--format json` of `tqcheck compare` or `tqcheck check` wrote, once.

        Returns the run and whether it is new. Raises InputError where either file cannot be used.
        """
        try:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
        record, body = _read(text, path)
        if not record.results:
            raise InputError(path, "has no scores to keep")
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        language, texts = str(record.settings.get("target_lang", "")), _texts(record)
        with self._open(create=True) as base:
            base.execute("BEGIN IMMEDIATE")
            row = base.execute(f"{_RUN} WHERE digest = ?", (digest,)).fetchone()
            if row:
                return Run(*row), False
            added = datetime.now(timezone.utc).isoformat(timespec="seconds")
            run = base.execute(
                "INSERT INTO runs (added, label, version, target_lang, texts, segments, digest, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (added, label, record.version, language, texts, len(record.units), digest, body),
            ).lastrowid
            base.executemany(
                "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(run, r.metric, r.rendering, r.value, *(r.interval or (None, None)), r.signature)
                 for r in record.results.values()],
            )  # fmt: skip
            return Run(int(run or 0), added, label, record.version), True

    def runs(self) -> tuple[Run, ...]:
        """All runs, the oldest first."""
        with self._open() as base:
            return tuple(Run(*row) for row in base.execute(f"{_RUN} ORDER BY id"))

    def find(self, name: str) -> Run:
        """The run with this number (`3`, `#3`) or label; of several of one label the newest. Raises UsageError."""
        found = [run for run in self.runs() if name in (str(run.id), f"#{run.id}", run.label)]
        if not found:
            raise UsageError(f"{self.path} has no run {name!r}")
        return found[-1]

    def record(self, run: Run) -> Record | Tally:
        """What was kept of a run: of a check its tally."""
        with self._open() as base:
            (body,) = base.execute("SELECT body FROM runs WHERE id = ?", (run.id,)).fetchone()
        text = zlib.decompress(body).decode("utf-8")
        return _tally(text, f"{self.path} {run.name}") or parsed(text, f"{self.path} {run.name}")

    def trend(self, metric: str = "", rendering: str = "", last: int = 10, force: bool = False) -> Trends:
        """Scores and findings over the newest `last` runs that have any, of one metric or rendering or of all.

        Raises UsageError where there is nothing to show, or where the runs were not made alike, unless `force`.
        """
        made = [self._made(run) for run in self.runs()]
        made = [one for one in made if _chosen(one, metric, rendering)][-last:]
        chosen = list(dict.fromkeys(key for one in made for key in _chosen(one, metric, rendering)))
        if not chosen:
            raise UsageError(f"{self.path} has nothing of {' '.join(filter(None, (metric, rendering))) or 'any run'}")
        metrics = dict.fromkeys(m for m, _ in chosen)
        kinds = [[one for one in made if one.check is check] for check in (False, True)]
        steps = [step for kind in kinds for step in zip(kind, kind[1:], strict=False)]
        notes = [told for old, new in steps if (told := _unlike(old, new, metrics))]
        if notes and not force:
            raise UsageError(f"{notes[0]}: not comparable (--last takes fewer runs, --force shows them all the same)")
        return _trends(made, chosen, notes)

    def leading_to(self, now: Record | Tally, last: int = 30) -> Trends:
        """The newest runs that were made as one has just been, with that one at the end.

        `notes` say of runs that were left out why.
        """
        version, moment = now.version, datetime.now(timezone.utc).isoformat(timespec="seconds")
        mine = _made(Run(0, moment, "this run", version), now.record() if isinstance(now, Tally) else now)
        alike: list[_Made] = []
        unlike: list[str] = []
        for run in self.runs():
            one = self._made(run)
            if one.check is mine.check:
                told = _unlike(one, mine, {metric for metric, _ in mine.values})
                unlike.append(told) if told else alike.append(one)
        made = [*alike[-last:], mine]
        notes = [f"{len(unlike)} of the runs in {self.path} left out of the trend: {unlike[-1]}"] if unlike else []
        if len(made) == 1:
            notes.append(f"{self.path} has no run to show a trend from: made alike, by version, settings and texts")
        return _trends(made, list(mine.values), notes)

    def diff(self, before: str = "", after: str = "", force: bool = False) -> tuple[Run, Run, Gated]:
        """Two runs against each other, by default the last two; their changes are tested as those of a gate are.

        Raises UsageError where there are not two, or where they were not made alike, unless `force`.
        """
        runs = self.runs()
        if (not before or not after) and len(runs) < 2:
            raise UsageError(f"{self.path} has {len(runs)} run{'' if len(runs) == 1 else 's'}: two are needed")
        new = self.find(after) if after else runs[-1]
        mine = self._made(new)
        if before:
            old = self.find(before)
        else:
            older = [run for run in runs if run.id < new.id] or [run for run in runs if run.id != new.id]
            old = next((run for run in reversed(older) if self._made(run).check is mine.check), older[-1])
        first = self._made(old)
        if first.check is not mine.check:
            raise UsageError(f"{old.name} and {new.name} are a check and a comparison: nothing that both have")
        told = _unlike(first, mine, {m for m, _ in mine.values})
        if told and not force:
            raise UsageError(f"{told}: not comparable (--force compares them all the same)")
        now, then = self.record(new), self.record(old)
        if isinstance(now, Tally) and isinstance(then, Tally):
            return old, new, Gated(tally_changes(now, then), (told,) if told else ())
        if isinstance(now, Tally) or isinstance(then, Tally):
            raise InputError(self.path, "is damaged: what was kept of a run is not what it says")
        return old, new, against(now, then, {}, force=force)

    def _made(self, run: Run) -> _Made:
        with self._open() as base:
            language, texts, segments = base.execute(
                "SELECT target_lang, texts, segments FROM runs WHERE id = ?", (run.id,)
            ).fetchone()
            results = base.execute(
                "SELECT metric, rendering, value, signature FROM results WHERE run = ? ORDER BY rowid", (run.id,)
            ).fetchall()
        values = {(metric, rendering): value for metric, rendering, value, _ in results}
        signatures = {metric: signature for metric, _, _, signature in results}
        return _Made(run, language, texts, segments, values, signatures)

    @contextmanager
    def _open(self, create: bool = False) -> Iterator[sqlite3.Connection]:
        if not create and not os.path.exists(self.path):
            raise InputError(self.path, "there is no history here yet (tqcheck history add RUN.json)")
        try:
            if create and (folder := os.path.dirname(self.path)):
                os.makedirs(folder, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=30)) as base, base:
                self._look(base)
                yield base
        except (sqlite3.Error, OSError) as error:
            raise InputError(self.path, f"cannot be used as a history: {error}") from error

    def _look(self, base: sqlite3.Connection) -> None:
        """Make the tables of a new file; refuse one that is not ours."""
        (application,) = base.execute("PRAGMA application_id").fetchone()
        (version,) = base.execute("PRAGMA user_version").fetchone()
        (tables,) = base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            base.executescript(f"BEGIN IMMEDIATE; PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};"
                               f"{_SCHEMA.replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS')}COMMIT;")  # fmt: skip
        elif application != APPLICATION:
            raise InputError(self.path, "is a database of something else")
        elif version != VERSION:
            raise InputError(self.path, f"is a history of version {version}, and this program knows {VERSION}")


def _read(text: str, path: str) -> tuple[Record, bytes]:
    """A run, and what is kept of it. Raises InputError where it is none."""
    if tally := _tally(text, path):
        return tally.record(), zlib.compress(json.dumps(tally.kept(), ensure_ascii=False).encode("utf-8"))
    return parsed(text, path), _body(text)


def _tally(text: str, path: str) -> Tally | None:
    """The tally in a report, or as it was kept; None where it is of something else. Raises InputError."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("schema") not in (SCHEMA, TALLY_SCHEMA):
            return None
        return read_tally(data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(path, f"is not whole: {type(error).__name__}: {error}") from error


def _body(text: str) -> bytes:
    """What is kept of a run: corpus scores, and the statistics by which it can be paired with another."""
    data = json.loads(text)
    kept = {key: data[key] for key in _KEPT if key in data}
    kept["scores"] = [score for score in data["scores"] if score["level"] == CORPUS]
    return zlib.compress(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _made(run: Run, record: Record) -> _Made:
    """A run that is not in the history."""
    values = {key: result.value for key, result in record.results.items()}
    signatures = {metric: result.signature for (metric, _), result in record.results.items()}
    language = str(record.settings.get("target_lang", ""))
    return _Made(run, language, _texts(record), len(record.units), values, signatures)


def _chosen(made: _Made, metric: str, rendering: str) -> list[tuple[str, str]]:
    return [(m, r) for m, r in made.values if metric in ("", m) and rendering in ("", r)]


def _trends(made: Sequence[_Made], chosen: Iterable[tuple[str, str]], notes: Sequence[str]) -> Trends:
    """The values of `chosen` over runs, by metric in the order in which these come."""
    chosen = list(chosen)
    order = list(dict.fromkeys(metric for metric, _ in chosen))
    trends = [
        Trend(m, r, tuple(one.value(m, r) for one in made))
        for m, r in sorted(chosen, key=lambda key: (order.index(key[0]), key[1] != ALL, key[1]))
    ]
    return Trends(tuple(one.run for one in made), tuple(trends), tuple(notes))


def _texts(record: Record) -> str:
    """A digest of the references that a run was scored against."""
    return hashlib.sha256(repr([reference for *_, reference in record.units]).encode()).hexdigest()


def _unlike(old: _Made, new: _Made, metrics: Iterable[str]) -> str:
    """In what two runs were not made alike, in one line; empty where they were."""
    told: list[str] = []
    if old.run.version != new.run.version:
        told.append(f"version ({old.run.version}, {new.run.version})")
    if old.target_lang != new.target_lang:
        told.append(f"{'languages' if new.check else 'target language'} ({old.target_lang}, {new.target_lang})")
    if old.texts != new.texts:
        told.append(f"reference texts ({old.segments:,} and {new.segments:,} segments)")
    for metric in metrics:
        signatures = old.signatures.get(metric), new.signatures.get(metric)
        if all(signatures) and signatures[0] != signatures[1] and old.run.version == new.run.version:
            told.append(f"settings of {metric} ({signatures[0]}, {signatures[1]})")
    return f"{old.run.name} and {new.run.name} differ in {'; '.join(told)}" if told else ""
