"""CON001."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.lang.words import Word, words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Place, Rule, Scope


@dataclass(frozen=True)
class NameSpeltTwoWaysOptions(Options):
    """Options of CON001."""

    min_similarity: float = field(
        default=75.0, metadata={"help": "likeness of the parts that differ, 0 to 100, for the two to be one name"}
    )


class NameSpeltTwoWays(Rule):
    """One name is spelt in two ways in the same rendering.

    What it does:
        Compares the names of two words in a rendering: two that share one word and nearly share the other
        (`Shen Mackino`, `Shen Makino`) are taken for one name, and the rarer or later spelling is flagged.

    Why it matters:
        The reader takes them for two people.

    What it does not flag:
        Two names that the source has too, each spelt as in the rendering; a singular beside its plural; names that
        differ in more than a letter or two.

    Options:
        min_similarity: likeness of the parts that differ, 0 to 100 (default 75).
    """

    code = "CON001"
    name = "name-spelt-two-ways"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.75
    options_type = NameSpeltTwoWaysOptions
    examples = (
        Example("Ren Kaiming spoke first. Later [[Ren Kaimin]] left. Ren Kaiming did not return."),
        Example("Ren Kaiming spoke first. Later Ren Kaiming left with Ren Fangyi."),
        Example(
            "The Bundestag met. The Bundesrat agreed.",
            source="Der Bundestag tagte. Der Bundesrat stimmte zu.",
            source_lang="de",
        ),
        Example("The Green Valley is long. Two Green Valleys meet here."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the rarer spelling of names spelt in two ways."""
        from rapidfuzz import fuzz

        text = unit.text.text
        names = _names(words(text), text)
        if len(names) < 2:
            return
        counts = Counter(name for name, _ in names)
        first = {name: span for name, span in reversed(names)}
        ordered = sorted(first, key=lambda name: (-counts[name], first[name]))
        flagged: set[tuple[str, str]] = set()
        sharing: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, odd in enumerate(ordered):
            others = sorted({n for side in (0, 1) for n in sharing[side, odd[side]]})
            for side in (0, 1):
                sharing[side, odd[side]].append(number)
            for usual in (ordered[n] for n in others):
                if usual in flagged or not _one_differs(odd, usual):
                    continue
                a, b = next((a, b) for a, b in zip(odd, usual, strict=True) if a != b)
                if min(len(a), len(b)) < 4 or a.rstrip("s") == b.rstrip("s") or abs(len(a) - len(b)) > 2:
                    continue
                if a[0] != b[0] or fuzz.ratio(a, b) < self.options.min_similarity or _in_source(unit, odd, usual):
                    continue
                if {a, b} <= unit.context.glossary.known_words:
                    continue  # Ministry and Minister, Province and Provincial
                flagged.add(odd)
                right = first[usual].of(text)
                for name, span in names:
                    if name == odd:
                        yield Hit(
                            unit.text.locate(span),
                            f'"{span.of(text)}" is spelt "{right}" elsewhere in this rendering',
                            suggestion=right,
                            evidence=(Evidence("rendering", f"{right}: {counts[usual]} times"),),
                            related=(Place(Side.TARGET, unit.text.locate(first[usual]), "also here"),),
                        )
                break


def _names(found: Sequence[Word], text: str) -> list[tuple[tuple[str, str], Span]]:
    """Two capitalised words side by side, folded, with their place."""
    return [
        ((a.folded, b.folded), Span(a.span.start, b.span.end))
        for a, b in zip(found, found[1:], strict=False)
        if a.capitalised and b.capitalised and text[a.span.end : b.span.start] == " "
    ]


def _one_differs(odd: tuple[str, str], usual: tuple[str, str]) -> bool:
    return sum(a != b for a, b in zip(odd, usual, strict=True)) == 1


def _in_source(unit: Reading, odd: tuple[str, str], usual: tuple[str, str]) -> bool:
    """Whether the source has both names: as they are spelt, or as two persons whose names are read so."""
    if unit.source is None:
        return False
    text = unit.source.text.casefold()
    differing = [part for pair in zip(odd, usual, strict=True) if pair[0] != pair[1] for part in pair]
    if all(part in text for part in differing):
        return True
    spelt = {form for pair in unit.pairs for use in pair.names for form in use.person.romanised}
    return " ".join(odd) in spelt and " ".join(usual) in spelt
