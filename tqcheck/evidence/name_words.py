"""What the words of a body's or company's English name do in it: say its sort, come and go, or belong to a person."""

from __future__ import annotations

from tqcheck.evidence.wording import spelling
from tqcheck.lang.words import stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(spelling(stem(word)) for word in text.split())


HEADS = _stems(
    "commission committee council administration agency organization association federation union alliance league"
    " bureau office department ministry board authority institute institution foundation fund bank corporation company"
    " group inc co limited ltd corp holdings agreement treaty pact convention conference congress assembly society"
    " academy center university college school network net website online news daily newspaper post times press"
    " service airlines airways airline police court procuratorate prosecution law act regulation plan program"
    " initiative games cup championship festival expo fair forum summit club party post commissariat directorate"
)
"""Words that say what sort of thing a name is of."""
OPTIONAL = _stems(
    "national state china chinese people's people peoples central general international city municipal provincial"
    " province country united republic federal all-china royal and"
)
"""Words that a name may leave out or change for each other."""
SAME_HEADS = (
    _stems("bureau administration office authority department agency"),
    _stems("company corporation group inc co limited ltd corp holdings"),
    _stems("airlines airways airline"),
    _stems("treaty agreement pact convention"),
    _stems("plan program project initiative"),
    _stems("law act"),
    _stems("festival fair expo exhibition"),
    _stems("institute academy"),
)
"""Heads that render one word of the source; to put one for the other is no fault by itself."""
TITLES = _stems(
    "minister secretary director chief president chairman governor spokesperson spokesman spokeswoman reporter"
    " correspondent head deputy vice official mayor general-secretary journalist"
)
"""Words of persons' offices, which begin or end no name of a body."""
