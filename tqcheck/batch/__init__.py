"""Many articles: engines that carry them out, and what they tell together, in one report."""

from tqcheck.batch.merge import report
from tqcheck.batch.run import How, checked

__all__ = ["How", "checked", "report"]
