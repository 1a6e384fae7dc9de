"""The rows of a report as a page holds them: texts by column, marked where findings are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqcheck.model.document import Role
from tqcheck.model.finding import Finding, Location, Side
from tqcheck.model.report import Cell, Row
from tqcheck.model.text import Passage
from tqcheck.reporters.display.page.pieces import Mark, cut, visible

MOST = 12
"""Columns by name at most: where articles have renderings of more names, columns are by place and named row by row."""
_SOURCE = (None, "")
_Key = tuple[Role | None, str]


class Table:
    """Rows with findings in their places.

    Findings whose place is in no row (texts were not kept, or it lies outside the article's own text) get a row of
    their own with the line around them.

    groups  by article the document that it is shown as a part of; one that is not there stands by itself
    """

    def __init__(
        self, rows: Sequence[Row], findings: Sequence[Finding] = (), groups: Mapping[str, str] | None = None
    ) -> None:
        self._rows = rows
        self._findings = findings
        self._groups = groups or {}
        self._languages: dict[tuple[str, _Key], str] = {}
        self._keys: dict[str, dict[_Key, None]] = {}
        for row in rows:
            group = self._group(row.article)
            keys = self._keys.setdefault(group, {})
            if row.source is not None:
                keys[_SOURCE] = None
                self._languages[group, _SOURCE] = row.source_lang
            for cell in row.cells:
                keys[cell.role, cell.name] = None
                self._languages[group, (cell.role, cell.name)] = cell.lang
        for finding in findings:
            self._keys.setdefault(self._group(finding.article), {})[_key(finding, finding.primary)] = None
        self.columns, self.by_name = self._columns()
        self.row_of = [-1] * len(findings)
        self._marks: dict[tuple[int, _Key], list[Mark]] = defaultdict(list)
        self._loose: dict[str, list[int]] = defaultdict(list)
        self._place()
        self._layouts: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}

    def _group(self, article: str) -> str:
        return self._groups.get(article, article)

    def _columns(self) -> tuple[list[tuple[str, str]], bool]:
        """Role and name of each column, and whether columns go by name."""
        order = {None: 0, Role.CANDIDATE: 1, Role.ALTERNATE: 2, Role.REFERENCE: 3}
        every = sorted({key: None for keys in self._keys.values() for key in keys}, key=lambda key: order[key[0]])
        self._column: dict[_Key, int] = {key: number for number, key in enumerate(every)}
        if len(every) <= MOST:
            return [(role.value if role else "source", name) for role, name in every], True
        most: dict[Role | None, int] = defaultdict(int)
        for keys in self._keys.values():
            for role in order:
                most[role] = max(most[role], sum(key[0] is role for key in keys))
        self._first = {role: sum(most[r] for r in order if order[r] < order[role]) for role in order}
        return [
            (role.value if role else "source", f"{role.value} {n}" if role else "")
            for role in order
            for n in range(1, most[role] + 1)
        ], False

    def columns_shown(self) -> list[tuple[str, str]]:
        """The columns as a page may show them."""
        return [(role, visible(name)) for role, name in self.columns]

    def column(self, article: str, key: _Key) -> int:
        """Which column a text of an article stands in."""
        if self.by_name:
            return self._column[key]
        return self._first[key[0]] + [k for k in self._keys[self._group(article)] if k[0] is key[0]].index(key)

    def column_of(self, finding: Finding) -> int:
        """The column of the rendering that a finding is about; -1 where no text of it is shown."""
        key = (Role.CANDIDATE, finding.rendering)
        return self.column(finding.article, key) if key in self._keys[self._group(finding.article)] else -1

    def _place(self) -> None:
        index: dict[tuple[str, _Key], list[tuple[int, int, Passage]]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for key, passage in _texts(row):
                index[row.article, key].append((passage.whole.start, number, passage))
        longest = {}
        for where, entries in index.items():
            entries.sort(key=lambda entry: entry[:2])
            longest[where] = max(len(passage.whole) for _, _, passage in entries)
        for n, finding in enumerate(self._findings):
            for place in finding.locations:
                where = finding.article, _key(finding, place)
                related = place is not finding.primary
                for number, mark in _within(index.get(where, ()), longest.get(where, 0), place, n, related):
                    self._marks[number, where[1]].append(mark)
                    if not related and self.row_of[n] < 0:
                        self.row_of[n] = number
            if self.row_of[n] < 0:
                self._loose[finding.article].append(n)

    def rows(self, scores: Mapping[str, Any] | None = None) -> Iterator[list[Any]]:
        """Yield [article's number, label, cells by column, numbers of findings, scores].

        A cell is 0 where there is nothing, else what `cut` makes. Afterwards `row_of` holds for each finding the number
        of its row as yielded.

        scores  by the id of a row
        """
        found: dict[int, list[int]] = defaultdict(list)
        for n, number in enumerate(self.row_of):
            found[number].append(n)
        self._number = {article: number for number, article in enumerate(self._keys)}
        self._several = dict.fromkeys(self._keys, 0)
        for article, loose in self._loose.items():
            self._several[self._group(article)] += len(loose)
        for row in self._rows:
            self._several[self._group(row.article)] += 1
        yielded = 0
        seen: dict[str, int] = defaultdict(int)
        for number, row in enumerate(self._rows):
            cells: list[Any] = [0] * len(self.columns)
            for key, passage in _texts(row):
                if passage.text:
                    cells[self.column(row.article, key)] = cut(passage.text, self._marks.get((number, key), ()))
            group = self._group(row.article)
            seen[group] += 1
            numbered = self._several[group] > 1 and group == row.article
            label = str(seen[group]) if numbered else visible(row.id)
            for n in found.get(number, ()):
                self.row_of[n] = yielded
            yield [self._number[group], label, cells, found.get(number, []), (scores or {}).get(row.id, 0)]
            yielded += 1
            if number + 1 == len(self._rows) or self._rows[number + 1].article != row.article:
                for line in self._outside(self._loose.pop(row.article, ())):
                    self.row_of[line[3][0]] = yielded
                    yield line
                    yielded += 1
        for article in list(self._loose):
            for line in self._outside(self._loose.pop(article, ())):
                self.row_of[line[3][0]] = yielded
                yield line
                yielded += 1

    def _outside(self, numbers: Iterable[int]) -> Iterator[list[Any]]:
        for n in numbers:
            finding = self._findings[n]
            place = finding.primary
            cells: list[Any] = [0] * len(self.columns)
            span = place.excerpt.span
            mark = Mark(span.start, span.end, n)
            cells[self.column(finding.article, _key(finding, place))] = cut(place.excerpt.text, [mark])
            yield [self._number[self._group(finding.article)], f"line {place.line}", cells, [n], 0]

    def articles(self) -> Iterator[list[Any]]:
        """Yield [id, number of the layout, 1 where it has several rows], in the order of `rows`, after these."""
        for article, keys in self._keys.items():
            languages = ["und"] * len(self.columns)
            names = [""] * len(self.columns)
            for key in keys:
                column = self.column(article, key)
                languages[column] = self._languages.get((article, key), "und")
                names[column] = visible(key[1])
            layout = tuple(languages), () if self.by_name else tuple(names)
            number = self._layouts.setdefault(layout, len(self._layouts))
            yield [visible(article), number, int(self._several[article] > 1)]

    def layouts(self) -> list[dict[str, Sequence[str]]]:
        """Languages, and where columns do not go by name the names, by column: what `articles` refers to."""
        return [{"langs": languages, "names": names} for languages, names in self._layouts]


def _key(finding: Finding, place: Location) -> _Key:
    return _SOURCE if place.side is Side.SOURCE else (Role.CANDIDATE, finding.rendering)


def _texts(row: Row) -> Iterator[tuple[_Key, Passage]]:
    if row.source is not None:
        yield _SOURCE, row.source
    for cell in row.cells:
        yield _of(cell), cell.passage


def _of(cell: Cell) -> _Key:
    return cell.role, cell.name


def _within(
    entries: Sequence[tuple[int, int, Passage]], longest: int, place: Location, finding: int, related: bool
) -> Iterator[tuple[int, Mark]]:
    """The rows that hold a place, with the mark in each. A place of another text with the same name is in none."""
    span = place.span
    for start, number, passage in entries[bisect_left(entries, span.start - longest, key=lambda entry: entry[0]) :]:
        if start > span.end or (start == span.end and len(span)):
            break
        whole = passage.whole
        if not (whole.overlaps(span) or (not len(span) and whole.start <= span.start <= whole.end)):
            continue
        here = passage.find(span)
        if isinstance(passage.origin, int) and here.of(passage.text) not in place.text:
            continue
        if len(here) or not len(span):
            yield number, Mark(here.start, here.end, finding, related)
            if not len(span):
                return
