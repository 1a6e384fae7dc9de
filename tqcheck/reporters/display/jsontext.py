"""JSON on one line that no terminal and no line splitter can misread."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON escapes C0 itself. The rest of what a terminal obeys, what `str.splitlines` takes for a line's end, and lone
# surrogates, which UTF-8 cannot carry, are escaped too: any reader of JSON gives them back as they were.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dumps(value: Any) -> str:
    """`value` as JSON on one line, in the letters of its languages. Raises ValueError for NaN and infinities."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False, allow_nan=False))
