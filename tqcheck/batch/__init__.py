"""Many articles: what they tell together, in one report."""

from tqcheck.batch.merge import report

__all__ = ["report"]
