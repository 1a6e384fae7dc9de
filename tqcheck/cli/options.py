"""Options that several commands have, and how what is given goes with the settings of the project.

An option that the settings know is None where it is not given, so that theirs holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck import config as settings_files
from tqcheck.config import Config

if TYPE_CHECKING:
    from tqcheck.readers import ReadOptions
    from tqcheck.rules.settings import Settings

INPUT, JUDGING, GATE = "What to read", "How to judge", "When to fail"
OUTPUT, MANY = "What to write", "Many articles"


class FailOn(str, Enum):
    """The least severity that makes the exit status 1."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"
    NEVER = "never"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Renderings to check: files, article folders, folders of these, segment tables (.jsonl, .tsv, .csv),"
        " bilingual files (.xliff, .tmx, .po), or - for standard input.",
    ),
]
Source = Annotated[
    str | None, typer.Option(metavar="FILE", rich_help_panel=INPUT, help="The article that they render.")
]
Alternate = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", rich_help_panel=INPUT, help="Another rendering, as a witness (repeatable)."),
]
Reference = Annotated[
    str | None, typer.Option(metavar="FILE", rich_help_panel=INPUT, help="A rendering known to be good.")
]
Beside = Annotated[
    bool,
    typer.Option(
        "--beside",
        rich_help_panel=INPUT,
        help="A file that stands in an article folder is checked with its source and witnesses from there.",
    ),
]
SourceLang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        rich_help_panel=INPUT,
        help="Language of the source (BCP 47), where its file name does not say it; else it is detected.",
    ),
]
TargetLang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE", rich_help_panel=INPUT, help=f"Language of the renderings (default: {Config().target_lang})."
    ),
]
ConfigFile = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        rich_help_panel=INPUT,
        help="Settings, in place of the nearest tqcheck.toml or pyproject.toml with [tool.tqcheck].",
    ),
]
GlossaryFiles = Annotated[
    list[str] | None,
    typer.Option("--glossary", metavar="FILE", rich_help_panel=JUDGING, help="A glossary of your own (repeatable)."),
]
Aligner = Annotated[
    str | None,
    typer.Option(
        metavar="ALIGNER",
        rich_help_panel=JUDGING,
        help="How sentences are aligned: lexical, semantic (needs the extra of that name) or auto (semantic where it"
        f" is installed and knows the languages) (default: {Config().aligner}).",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(metavar="0..1", min=0, max=1, rich_help_panel=JUDGING, help="Leave out findings less sure than this."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        rich_help_panel=JUDGING,
        help="Only these rules: codes, names or families such as NAM, with commas between (repeatable).",
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CODES", rich_help_panel=JUDGING, help="Not these rules (repeatable).")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", rich_help_panel=OUTPUT, help="Findings only: no summary, notes or progress.")
]


@dataclass(frozen=True)
class Given:
    """What the command line says of inputs and judging; None where it says nothing."""

    source: str | None = None
    alternates: Sequence[str] = ()
    reference: str | None = None
    source_lang: str | None = None
    target_lang: str | None = None
    glossaries: Sequence[str] | None = None
    aligner: str | None = None
    min_confidence: float | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    beside: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are read beside the paths."""
        return (*self.alternates, *(path for path in (self.source, self.reference) if path))

    def reading(self, config: Config) -> ReadOptions:
        """How to read."""
        from tqcheck.readers import ReadOptions

        return ReadOptions(
            self.source,
            tuple(self.alternates),
            self.reference,
            self.source_lang or config.source_lang,
            self.target_lang or config.target_lang,
            self.beside,
        )

    def judging(self, config: Config, keep_texts: bool = False) -> Settings:
        """How to judge."""
        from tqcheck.rules.settings import Settings

        return Settings(
            select=config.select if self.select is None else codes(self.select),
            ignore=config.ignore if self.ignore is None else codes(self.ignore),
            min_confidence=config.min_confidence if self.min_confidence is None else self.min_confidence,
            glossaries=config.glossaries if self.glossaries is None else tuple(self.glossaries),
            aligner=self.aligner or config.aligner,
            keep_texts=keep_texts,
            severity=config.severity,
            per_file_ignores=config.per_file_ignores,
            options=config.rules,
        )


def load_config(path: str | None) -> Config:
    """The settings in the file that is given, else in the nearest one."""
    return settings_files.nearest() if path is None else settings_files.load(path)


def codes(given: Iterable[str]) -> tuple[str, ...]:
    """Codes out of a repeatable option whose values hold commas."""
    return tuple(code.strip() for value in given for code in value.split(",") if code.strip())
