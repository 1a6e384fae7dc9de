"""Engines: what carries slices out, each in a module of its own."""

from tqcheck.batch.engines.base import Engine, get

__all__ = ["Engine", "get"]
