"""Files of units that hold the same source, each with one system's translation, as articles with all of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.errors import UsageError
from tqcheck.model.document import Article, Rendering, Role
from tqcheck.model.report import Skipped


def by_unit(
    files: Sequence[tuple[str, Sequence[Article | Skipped]]], reference: Sequence[Article | Skipped] | None = None
) -> list[Article | Skipped]:
    """The units of several files, each with the translations of all files that have it with the same source.

    files      for each file what its renderings are to be called, and its articles as they were read
    reference  the articles of a file whose translations are to be scored against

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
    read = [(name, Role.CANDIDATE, articles) for name, articles in files]
    if reference is not None:
        read.append(("reference", Role.REFERENCE, reference))
    for name, role, articles in read:
        for article in articles:
            if isinstance(article, Skipped):
                skipped.append(article)
                continue
            if article.source is None:
                continue
            key = (article.source.meta.get("doc", ""), article.source.unit or article.id, article.source.whole.text)
            first.setdefault(key, article)
            mine = [replace(rendering, name=name, role=role) for rendering in article.candidates[:1]]
            renderings.setdefault(key, []).extend(mine)
    # What one file alone has is told of by those who compare.
    return [*skipped, *(replace(a, renderings=tuple(renderings[key])) for key, a in first.items())]
