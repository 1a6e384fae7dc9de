"""Placeholders of programs in texts that come from them: `%s`, `%(n)d`, `{name}`, `{0}`, `${x}`, `{{x}}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tqcheck.model.document import Markup, MarkupKind
from tqcheck.model.text import Passage, Span

# `5% sure` and `100%d` are no placeholders: no blank after the sign (C allows it), no digit before it; `%e4%bd` of an
# address neither: no hexadecimal digit behind. Rare conversions need a word's end behind them (`the %increase`).
_PLACEHOLDER = re.compile(
    r"""\{\{\s*[\w.-]+\s*\}\}
      | \$\{[\w.]+\}
      | (?<![{$])\{(?:\w+(?:[.\[]\w+\]?)*)?(?:![rsa])?(?::[^{}\s]*)?\}(?!\})
      | %\(\w+\)[-#0+]*\d*(?:\.\d+)?[a-zA-Z]
      | (?<![\d%])%(?:\d+\$)?[-#0+]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?(?:[sd@](?![0-9A-Fa-f])|[iouxXeEfFgGcr](?!\w))
    """,
    re.VERBOSE,
)


def placeholders(passages: Iterable[Passage]) -> Iterator[Markup]:
    """The placeholders in the passages of one text, named as they are written, without blanks."""
    for passage in passages:
        if "%" not in passage.text and "{" not in passage.text:
            continue
        for found in _PLACEHOLDER.finditer(passage.text):
            span = passage.locate(Span(*found.span()))
            yield Markup(MarkupKind.PLACEHOLDER, "".join(found[0].split()), span)
