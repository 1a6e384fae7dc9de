"""CPU time of `tqcheck compare` against `sacrebleu --paired-bs` on the same texts: python tests/benchmarks/compare_speed.py

Five systems of 10,000 segments made from the project's corpora, BLEU and chrF++, 1,000 paired resamples; then TER on
600 segments. Prints both times, their ratio and the peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CORPORA = Path(__file__).parent.parent.parent / "corpora"
SYSTEMS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--ter-segments", type=int, default=600)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count, metrics in ((arguments.segments, "bleu,chrf++"), (arguments.ter_segments, "ter")):
            files, table = texts(Path(folder), count)
            reference, *systems = map(str, files)
            ours = [
                sys.executable,
                "-m",
                "tqcheck",
                "compare",
                str(table),
                "--metrics",
                metrics,
                "--test",
                "bootstrap",
                "--quiet",
            ]
            theirs = [sys.executable, "-m", "sacrebleu", reference, "-i", *systems]
            if metrics == "ter":
                theirs += ["-m", "ter", "-w", "2"]
            else:
                theirs += ["-m", "bleu", "chrf", "--chrf-word-order", "2", "--paired-bs", "--paired-bs-n", "1000"]
            (mine, memory), (other, _) = measured(ours), measured(theirs)
            print(f"{metrics}: {SYSTEMS} systems by {count:,} segments")
            print(f"  tqcheck {mine:.1f} s CPU, {memory} MB; sacrebleu {other:.1f} s CPU; ratio 1:{other / mine:.1f}")


def texts(folder: Path, count: int) -> tuple[list[Path], Path]:
    """A reference and systems, a segment a line, and the same as a table."""
    rng = random.Random(1)
    lines = [
        sentence
        for path in sorted(CORPORA.glob("*/*/good.en.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for sentence in line.split(". ")
        if 6 < len(sentence.split()) < 60
    ]
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


def measured(command: list[str]) -> tuple[float, int]:
    """CPU seconds of a command and its peak memory in MB; ends the program where it fails for another reason than
    sacrebleu's known one at the very end (JSON of float32)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode and "not JSON serializable" not in done.stderr:
        sys.exit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss // 1024


if __name__ == "__main__":
    main()
