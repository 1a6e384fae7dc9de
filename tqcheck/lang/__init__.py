"""Languages: one module each, found by BCP 47 code with fallback (zh-Hant-TW, zh-Hant, zh, und)."""

from __future__ import annotations

import importlib
import importlib.util
import re
from functools import cache, lru_cache

from tqcheck.errors import UsageError
from tqcheck.lang.base import Language

UNDETERMINED = "und"


@cache
def get(code: str) -> Language:
    """The language for a BCP 47 code: the nearest module there is, or what CLDR tells of the language.

    Raises UsageError where `code` is not the code of any language (checked against CLDR).
    """
    parts = re.split(r"[-_]", code.strip().lower())
    if not known(code):
        raise UsageError(f"unknown language code {code!r} (expected BCP 47, for instance zh, en or pt-BR)")
    while parts:
        module = "tqcheck.lang." + "_".join(parts)
        if parts[0] != UNDETERMINED and importlib.util.find_spec(module) is not None:
            found = importlib.import_module(module).LANGUAGE
            assert isinstance(found, Language)
            return found
        parts.pop()
    from tqcheck.lang.scripted import scripted

    return Language() if code.strip().lower().startswith(UNDETERMINED) else scripted(code.strip())


def known(code: str) -> bool:
    """Whether `code` begins with the code of a language that CLDR names."""
    first = re.split(r"[-_]", code.strip().lower())[0]
    return first == UNDETERMINED or first in _languages()


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").languages)
