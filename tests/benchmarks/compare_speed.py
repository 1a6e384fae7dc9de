"""CPU time of `tqcheck compare` against `sacrebleu --paired-bs` on the same texts: python tests/benchmarks/compare_speed.py

Five systems of 10,000 segments made from the project's corpora, BLEU and chrF++, 1,000 paired resamples; then TER;
then the edits of TER alone, on segments of 8, 25 and 60 words. Prints both times, their ratio and the peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sacrebleu.metrics.ter import TER

from tqcheck.metrics import Ter

CORPORA = Path(__file__).parent.parent.parent / "corpora"
SYSTEMS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--ter-segments", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Both programs find their modules compiled, as installed ones do.
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for count, metrics in ((arguments.segments, "bleu,chrf++"), (arguments.ter_segments, "ter")):
            for command in commands(Path(folder), 20, metrics):
                measured(command, environment)
            (mine, memory), (other, _) = [measured(c, environment) for c in commands(Path(folder), count, metrics)]
            print(f"{metrics}: {SYSTEMS} systems by {count:,} segments")
            print(f"  tqcheck {mine:.1f} s CPU, {memory} MB; sacrebleu {other:.1f} s CPU; ratio 1:{other / mine:.1f}")
        print("edits of TER, without reading and starting, CPU microseconds a segment:")
        for words in (8, 25, 60):
            mine, other = edit_times(words, 40_000 // words)
            print(f"  {words} words: tqcheck {mine:.0f}, sacrebleu {other:.0f}; ratio 1:{other / mine:.1f}")


def commands(folder: Path, count: int, metrics: str) -> tuple[list[str], list[str]]:
    """Ours and sacrebleu's over the same texts."""
    files, table = texts(folder, count)
    ours = [sys.executable, "-m", "tqcheck", "compare", str(table), "--metrics", metrics, "--test", "bootstrap", "-q"]
    theirs = [sys.executable, "-m", "sacrebleu", str(files[0]), "-i", *map(str, files[1:])]
    if metrics == "ter":
        return ours, [*theirs, "-m", "ter", "-w", "2"]
    return ours, [*theirs, "-m", "bleu", "chrf", "--chrf-word-order", "2", "--paired-bs", "--paired-bs-n", "1000"]


def edit_times(length: int, count: int) -> tuple[float, float]:
    """Ours and sacrebleu's for segments of as many words."""
    rng = random.Random(length)
    words = [word for sentence in sentences() for word in sentence.split()]
    starts = [rng.randrange(len(words) - length) for _ in range(count)]
    references = [" ".join(words[at : at + length]) for at in starts]
    renderings = [spoilt(text, rng) for text in references]
    begun = time.process_time()
    Ter().against(references, renderings)
    between = time.process_time()
    TER()._extract_corpus_statistics(renderings, [references])
    ended = time.process_time()
    return 1e6 * (between - begun) / count, 1e6 * (ended - between) / count


def sentences() -> list[str]:
    """The corpora's sentences."""
    return [
        sentence
        for path in sorted(CORPORA.glob("*/*/good.en.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for sentence in line.split(". ")
        if 6 < len(sentence.split()) < 60
    ]


def texts(folder: Path, count: int) -> tuple[list[Path], Path]:
    """A reference and systems, a segment a line, and the same as a table."""
    rng = random.Random(1)
    lines = sentences()
    references = [" ".join(rng.choice(lines).split()) for _ in range(count)]
    systems = [[spoilt(text, rng) for text in references] for _ in range(SYSTEMS)]
    files = []
    for number, side in enumerate([references, *systems]):
        files.append(folder / f"{number}.txt")
        files[-1].write_text("\n".join(side) + "\n", encoding="utf-8")
    table = folder / "table.jsonl"
    with table.open("w", encoding="utf-8") as stream:
        for n, reference in enumerate(references):
            renderings = {f"s{k}": side[n] for k, side in enumerate(systems)}
            stream.write(json.dumps({"id": str(n), "renderings": renderings, "reference": reference}) + "\n")
    return files, table


def spoilt(text: str, rng: random.Random) -> str:
    """`text` with a fifth of its words changed, lost or moved."""
    words = text.split()
    for _ in range(max(1, len(words) // 5)):
        at = rng.randrange(len(words))
        act = rng.randrange(3)
        if act == 0:
            words[at] = words[at][::-1]
        elif act == 1 and len(words) > 2:
            del words[at]
        else:
            words.insert(rng.randrange(len(words)), words.pop(at))
    return " ".join(words)


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """CPU seconds of a command and its peak memory in MB; ends the program where it fails for another reason than
    sacrebleu's known one at the very end (JSON of float32)."""
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        told = errors.read()
    if process.returncode and "not JSON serializable" not in told:
        sys.exit(f"{' '.join(command)}\n{told[-2000:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


if __name__ == "__main__":
    main()
