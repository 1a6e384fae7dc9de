"""A batch of very short articles, and the program run over it as people run it."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FAULTS = (" the the ", "  ", " ,")
NAMES = (
    ("代表团周一抵达基辅。", "The delegation arrived in Kyiv."),
    ("基辅的学校全部停课。", "All schools in Kiev were shut."),
)

ARGUMENTS = ("--select", "TYP,REP,CON003", "--aligner", "lexical", "--fail-on", "never")
"""Rules that cost little: here it is about the batch, and what they find in it."""
FORMATS = ("json", "jsonl", "tsv", "csv", "markdown", "text", "html", "sarif", "junit")


def sentences() -> list[str]:
    """Sentences of the English renderings in corpora/, each once."""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "corpora/wire").glob("*/*.en.txt")))
    found = (match[0] for text in texts for match in re.finditer(r"[A-Z][^.\n]{20,120}\.(?=\s)", text))
    return list(dict.fromkeys(found))


def write_articles(folder: Path, count: int) -> None:
    """Article folders of a sentence each; in every third is a fault, and some spell a city in two ways."""
    several = itertools.cycle(sentences())
    for number in range(count):
        place = folder / f"{number:04d}"
        place.mkdir(parents=True)
        text = next(several)
        if number % 3 == 0:
            text = text.replace(" ", FAULTS[number // 3 % len(FAULTS)], 1)
        if number % 100 == 50:
            source, text = NAMES[number // 100 % 3 == 2]
            (place / "source.zh.txt").write_text(f"第{number}号：{source}\n", "utf-8")
        (place / "target.en.txt").write_text(text + "\n", "utf-8")


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class Program:
    """The program run over the batch, each time by itself.

    folder  where it runs
    home    where it keeps what it keeps
    """

    folder: Path
    home: Path
    arguments: tuple[str, ...] = ("articles", *ARGUMENTS)

    @property
    def work(self) -> Path:
        """Where its runs keep their state."""
        return self.home / "work"

    @property
    def shards(self) -> int:
        """How many slices are done."""
        return len(list(self.work.glob("*/*.shard")))

    def start(self, *more: str) -> subprocess.Popen[str]:
        """`tqcheck check` with its usual arguments and `more`, which writes a report of each format."""
        outputs = [word for name in FORMATS for word in ("--output", f"{name}={self.home / name}")]
        return self.launch("tqcheck", "check", *self.arguments, "--work-dir", str(self.work), *outputs, *more)

    def launch(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        """A module with its arguments, in the folder of the batch."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env={**os.environ, "TQCHECK_CACHE_DIR": str(self.home / "kept"), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            # A shell that starts the tests in the background has them ignore Ctrl-C, and so their children.
            preexec_fn=_heed_interrupts if os.name == "posix" else None,
        )

    def run(self, *more: str) -> tuple[int, str]:
        """Exit status and standard error."""
        started = self.start(*more)
        _, err = started.communicate()
        return started.returncode, err

    def reports(self) -> dict[str, bytes]:
        """What the last run wrote, by format."""
        return {name: (self.home / name).read_bytes() for name in FORMATS}

    @cached_property
    def expected(self) -> dict[str, bytes]:
        """What one process says of the same batch, in the same order."""
        one = Program(self.folder, self.folder / "one")
        if not one.home.exists():
            one.home.mkdir()
            assert one.run("--jobs", "1", "--no-cache") == (0, "")
        made = one.reports()
        assert made["jsonl"].count(b"\n") * 7 > len(list((self.folder / "articles").iterdir()))
        assert b"CON003" in made["jsonl"]
        return made


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    @cache
    def folder(count: int) -> Path:
        home = tmp_path_factory.mktemp("batch")
        write_articles(home / "articles", count)
        return home

    return folder


@pytest.fixture
def program(_folders: Callable[[int], Path], tmp_path: Path) -> Program:
    """The program over a batch of 500."""
    return Program(_folders(500), tmp_path)


@pytest.fixture
def program_over_many(_folders: Callable[[int], Path], tmp_path: Path) -> Program:
    """The program over a batch of 2,000."""
    return Program(_folders(2000), tmp_path)


@pytest.fixture(scope="session")
def wait_for() -> Callable[..., None]:
    """Waits until something is so: `wait_for(lambda: …)`."""

    def wait(what: Callable[[], object], seconds: float = 120) -> None:
        end = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < end
            time.sleep(0.02)

    return wait
