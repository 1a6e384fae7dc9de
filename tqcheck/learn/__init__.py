"""Learning terms from trusted bilingual articles: observe aligned sentences, weigh pairs of phrases, propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tqcheck.learn.observe import Observation, observe
from tqcheck.learn.propose import Limits, Proposal, propose
from tqcheck.learn.write import written
from tqcheck.model.document import Article, Role
from tqcheck.prepare import GlossaryLookup, prepare

__all__ = ["Limits", "Proposal", "learn", "observed", "written"]


def observed(
    articles: Iterable[Article], glossaries: GlossaryLookup, renderings: frozenset[str] = frozenset()
) -> Iterator[Observation]:
    """The aligned stretches of trusted articles, those with text on both sides.

    renderings  names of the renderings to trust; all of them, whatever their role, where there are none
    """
    for article in articles:
        trusted = tuple(
            replace(rendering, role=Role.CANDIDATE)
            for rendering in article.renderings
            if not renderings or rendering.name in renderings
        )
        if article.source is None or not trusted:
            continue
        for reading in prepare(replace(article, renderings=trusted), glossaries).readings.values():
            yield from observe(article.id, reading)


def learn(observations: Iterable[Observation], limits: Limits | None = None) -> list[Proposal]:
    """The term pairs that `observations` bear out, the surest first."""
    return propose(list(observations), limits or Limits())
