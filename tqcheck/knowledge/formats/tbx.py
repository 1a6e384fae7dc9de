"""Glossaries in TBX: version 2 (Basic, Default: `martif`) and version 3 (core: `tbx`), ISO 30042:2008 and 2019.

Read with expat, which knows the line of everything. Entities of one's own are refused, and nothing is ever fetched: a
document type that only names its external definition, as most files of version 2 do, is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from tqcheck import lang
from tqcheck.errors import GlossaryError
from tqcheck.knowledge.formats.entry import Outcome, build
from tqcheck.knowledge.glossary import Entry, Literal

TARGET = "en"
"""The language of the renderings, where a file has it; else its only other language is taken."""

_ROOTS = frozenset({"martif", "tbx"})
_CONCEPTS = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization"})
_ACCEPTED = frozenset("preferred admitted legal regulated standardized proposed approved".split())
_FORBIDDEN = frozenset("deprecated superseded obsolete rejected forbidden".split())


@dataclass
class _Term:
    line: int
    text: str = ""
    status: str = ""


@dataclass
class _Concept:
    """A concept as it stands in the file: the terms of each language, by its first subtag."""

    line: int
    note: str = ""
    terms: dict[str, list[_Term]] = field(default_factory=dict)


def outcomes(raw: bytes, name: str, language: str) -> Iterator[Outcome]:
    """Entries for each term in `language` (of all languages but the renderings' own where it is `und`).

    raw  the file, in any encoding that XML declares and expat knows (UTF-8, UTF-16, ISO 8859-1, ASCII)
    Deprecated and superseded terms of the renderings' language are forbidden, all others accepted, the preferred
    first. A concept that lacks either language says nothing. Homonyms (one term in several concepts) are one entry
    with the renderings of all. A file that is broken anywhere has no entry.
    """
    reader = _Reader(name)
    reader.read(raw)
    yield from reader.problems
    if reader.broken:
        return
    found = [o for concept in reader.concepts for o in _outcomes(concept, reader.languages, name, language)]
    yield from (outcome for outcome in found if isinstance(outcome, GlossaryError))
    yield from _merged([outcome for outcome in found if isinstance(outcome, Entry)])


class _Reader:
    """Collects the concepts of one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.concepts: list[_Concept] = []
        self.languages: dict[str, None] = {}
        self.problems: list[GlossaryError] = []
        self.broken = False
        self._open: list[str] = []
        self._concept: _Concept | None = None
        self._language = ""
        self._term: _Term | None = None
        self._heard: list[str] | None = None
        """The pieces of the text that is being listened to, and at which depth."""
        self._depth = 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.SkippedEntityHandler = self._entity
        parser.ExternalEntityRefHandler = self._external
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def read(self, raw: bytes) -> None:
        """Go through the file; what is wrong with it as a whole makes it `broken`."""
        try:
            self._parser.Parse(raw, True)
        except expat.ExpatError as error:
            self._break(GlossaryError(self.name, error.lineno, f"not XML: {expat.ErrorString(error.code)}"))
        except GlossaryError as error:
            self._break(error)
        except (LookupError, ValueError) as error:  # an encoding that expat has not
            self._break(GlossaryError(self.name, 1, f"not XML: {error}"))

    def _break(self, error: GlossaryError) -> None:
        self.problems.append(error)
        self.broken = True

    def _error(self, reason: str) -> GlossaryError:
        return GlossaryError(self.name, self._parser.CurrentLineNumber, reason)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise self._error("a document type with declarations of its own is refused")

    def _entity(self, *_: object) -> None:
        self._external()

    def _external(self, *_: object) -> int:
        raise self._error("an entity that the file declares or fetches is refused")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        local = tag.rpartition(":")[2]
        line = self._parser.CurrentLineNumber
        if not self._open and local not in _ROOTS:
            raise self._error(f"not TBX: its root is <{tag}>, not <martif> or <tbx>")
        self._open.append(local)
        if local in _CONCEPTS:
            self._concept = _Concept(line)
        elif self._concept is None:
            return
        elif local in _LANGUAGES:
            code = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._language = code.replace("_", "-").split("-")[0].lower()
            if not self._language:
                self.problems.append(self._error(f"<{tag}> without xml:lang"))
            elif not lang.known(self._language):
                self.problems.append(self._error(f'unknown language code "{code}"'))
                self._language = ""
        elif local in _TERMS:
            self._term = _Term(line)
        elif self._heard is None and self._listens(local, attributes):
            self._heard, self._depth = [], len(self._open)

    def _listens(self, local: str, attributes: Mapping[str, str]) -> bool:
        if self._term is None:
            return local == "note"
        # Forms of a term's parts (termComp) are no terms.
        if local == "term":
            return not self._term.text and self._open[-2] in _TERMS | {"termGrp"}
        return local in _STATUSES or (local == "termNote" and attributes.get("type") in _STATUSES)

    def _text(self, data: str) -> None:
        if self._heard is not None:
            self._heard.append(data)

    def _end(self, tag: str) -> None:
        local = self._open[-1]
        if self._heard is not None and self._depth == len(self._open):
            self._take(local, " ".join("".join(self._heard).split()))
            self._heard = None
        self._open.pop()
        if local in _TERMS and self._term is not None and self._concept is not None:
            self._keep(self._concept, self._term)
            self._term = None
        elif local in _LANGUAGES:
            self._language = ""
        elif local in _CONCEPTS and self._concept is not None:
            self.concepts.append(self._concept)
            self._concept = None

    def _take(self, local: str, said: str) -> None:
        if self._term is None:
            if self._concept is not None and not self._concept.note:
                self._concept.note = said
        elif local == "term":
            self._term.text = said
        else:
            status = said.lower().removesuffix("-admn-sts").removesuffix("term")
            if status not in _ACCEPTED | _FORBIDDEN:
                known = ", ".join(sorted(f"{s}Term" for s in ("preferred", "admitted", "deprecated", "superseded")))
                self.problems.append(self._error(f'unknown status "{said}" (one of: {known})'))
            elif self._term.status not in _FORBIDDEN:
                self._term.status = status

    def _keep(self, concept: _Concept, term: _Term) -> None:
        if not term.text:
            self.problems.append(GlossaryError(self.name, term.line, "no term"))
        elif self._language:
            self.languages[self._language] = None
            concept.terms.setdefault(self._language, []).append(term)


def _outcomes(concept: _Concept, languages: Mapping[str, None], name: str, language: str) -> Iterator[Outcome]:
    wanted = language.replace("_", "-").split("-")[0].lower()
    others = [code for code in languages if code != wanted]
    target = TARGET if TARGET in others else others[0] if len(others) == 1 and wanted != lang.UNDETERMINED else ""
    said = concept.terms.get(target, [])
    accepted = sorted((t for t in said if t.status not in _FORBIDDEN), key=lambda t: t.status != "preferred")
    renderings = list(dict.fromkeys(t.text for t in accepted))
    forbidden = list(dict.fromkeys(t.text for t in said if t.status in _FORBIDDEN))
    for code, terms in concept.terms.items():
        if not said or code == target or wanted not in (lang.UNDETERMINED, code):
            continue
        for term in terms:
            try:
                yield build(
                    name, term.line, term.text, renderings, forbidden, note=concept.note,
                    language=code if wanted == lang.UNDETERMINED else language, required=True,
                )  # fmt: skip
            except GlossaryError as error:
                yield error


def _merged(entries: Sequence[Entry]) -> Iterator[Entry]:
    """One entry for each term. What is forbidden for one concept and accepted for another is wrong only beside its
    term, and not at all where the two concepts share the term."""
    accepted = {r.casefold() for entry in entries for r in entry.renderings}
    by_term: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        by_term.setdefault((entry.lang, lang.get(entry.lang).normalise(entry.term)), []).append(entry)
    for same in by_term.values():
        renderings = tuple(dict.fromkeys(r for entry in same for r in entry.renderings))
        mine = {r.casefold() for r in renderings}
        literals = tuple(
            Literal(text, text.casefold() not in accepted)
            for text in dict.fromkeys(x.text for entry in same for x in entry.literals)
            if text.casefold() not in mine
        )
        first = same[0]
        yield Entry(
            first.term, renderings, literals, first.kind, note=first.note, required=True, origin=first.origin,
            lang=first.lang,
        )  # fmt: skip
