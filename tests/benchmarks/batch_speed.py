"""How much faster two processes are than one, and a second run from the cache than the first; to be run by hand.

    python tests/benchmarks/batch_speed.py [COUNT] [--whole]

COUNT  article folders, 2,000 by default: a sentence of corpora/wire with its rendering each
--whole  whole articles of corpora/wire instead

Wall times on an idle machine; processor times of both (with children) are printed beside them, as on one that is not
idle these are worth more.
"""

from __future__ import annotations

import itertools
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def pairs() -> Iterator[tuple[str, str]]:
    """Sentences of the corpora with their renderings."""
    from tqcheck.prepare import GlossaryLookup, prepare
    from tqcheck.readers import read

    glossaries = GlossaryLookup()
    for article in read([str(ROOT / "corpora/wire")]):
        for reading in prepare(article, glossaries, None, "lexical").readings.values():
            for pair in reading.pairs:
                if pair.source and pair.complete and len(pair.source.text) < 120:
                    yield pair.source.text.strip(), pair.target.text.strip()


def write(folder: Path, count: int, whole: bool) -> None:
    """The batch."""
    articles = sorted(path for path in (ROOT / "corpora/wire").iterdir() if path.is_dir())
    if whole:
        for number, article in zip(range(count), itertools.cycle(articles), strict=False):
            shutil.copytree(article, folder / f"{number:05d}")
        return
    for number, (source, target) in zip(range(count), itertools.cycle(list(pairs())), strict=False):
        place = folder / f"{number:05d}"
        place.mkdir(parents=True)
        (place / "source.zh.txt").write_text(source + "\n", "utf-8")
        (place / "target.en.txt").write_text(target + "\n", "utf-8")


def run(folder: Path, *arguments: str) -> tuple[float, float, bytes]:
    """Seconds by the clock and of processors that a run takes, and its report."""
    program = [sys.executable, "-m", "tqcheck", "check", "articles", "--fail-on", "never", "--format", "jsonl"]
    env = {**os.environ, "TQCHECK_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    made = subprocess.run([*program, *arguments], cwd=folder, env=env, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used, made


def main() -> None:
    """Write the batch, run it and print the ratios."""
    counts = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles", counts[0] if counts else 2000, "--whole" in sys.argv)
        run(folder, "--jobs", "1", "--no-cache", "--select", "TYP001")  # files and dictionaries into memory
        one = run(folder, "--jobs", "1", "--no-cache")
        two = run(folder, "--jobs", "2", "--no-cache")
        first = run(folder, "--jobs", "1")
        again = run(folder)
    assert one[2] == two[2] == first[2] == again[2]
    for label, (clock, used, _) in {"one": one, "two": two, "first": first, "again": again}.items():
        print(f"{label:>6}  {clock:8.2f} s  {used:8.2f} s of processors")
    print(f"two processes: {one[0] / two[0]:.2f} times as fast as one (to be at least 1.7)")
    print(f"from the cache: {first[0] / again[0]:.1f} times as fast (to be at least 20)")


if __name__ == "__main__":
    main()
