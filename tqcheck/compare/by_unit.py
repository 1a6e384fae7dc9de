"""Files of units that hold the same source, each with one system's translation, as articles with all of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.errors import UsageError
from tqcheck.model.document import Article, Rendering
from tqcheck.model.report import Skipped


def by_unit(files: Sequence[tuple[str, Sequence[Article | Skipped]]]) -> list[Article | Skipped]:
    """The units of several files, each with the translations of all files that have it with the same source.

    files  for each file what its renderings are to be called, and its articles as they were read

    A unit belongs to those with its document, its id and its source's words. What could not be read comes first.
    Raises UsageError where two files have one name.
    """
    names = [name for name, _ in files]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise UsageError(f"two renderings are called {twice!r}: give their files different names")
    skipped: list[Article | Skipped] = []
    first: dict[tuple[str, str, str], Article] = {}
    renderings: dict[tuple[str, str, str], list[Rendering]] = {}
    for name, articles in files:
        for article in articles:
            if isinstance(article, Skipped):
                skipped.append(article)
                continue
            if article.source is None:
                continue
            key = (article.source.meta.get("doc", ""), article.source.unit or article.id, article.source.whole.text)
            first.setdefault(key, article)
            mine = [replace(rendering, name=name) for rendering in article.candidates[:1]]
            renderings.setdefault(key, []).extend(mine)
    # What one file alone has is told of by those who compare.
    return [*skipped, *(replace(a, renderings=tuple(renderings[key])) for key, a in first.items())]
