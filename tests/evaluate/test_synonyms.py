"""The table of synonyms out of WordNet's files."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tqcheck.evaluate.synonyms import main

INDEX = {
    "noun": "purchase n 1 1 + 1 0 00000001",
    "verb": "buy v 1 1 + 1 0 00000002\npurchase v 1 1 + 1 0 00000002\nacquire v 1 0 1 0 00000003",
    "adj": "",
    "adv": "",
}
DATA = {
    "noun": "00000001 04 n 01 purchase 0 001 + 00000002 v 0102 | the act of buying",
    "verb": "00000002 40 v 02 buy 0 purchase 0 002 + 00000001 n 0201 @ 00000003 v 0000 | get for money\n"
    "00000003 40 v 01 acquire 0 000 | come into possession of",
    "adj": "",
    "adv": "",
}


def test_the_table_has_synonyms_and_what_they_are_kin_to(tmp_path: Path) -> None:
    for name in INDEX:
        (tmp_path / f"index.{name}").write_text(f"  1 a licence\n{INDEX[name]}\n", encoding="ascii")
        (tmp_path / f"data.{name}").write_text(f"  1 a licence\n{DATA[name]}\n", encoding="ascii")
    assert main([str(tmp_path), "--output", str(tmp_path / "out.gz")]) == 0
    lines = dict(
        line.split("\t", 1) for line in gzip.decompress((tmp_path / "out.gz").read_bytes()).decode().split("\n")
    )
    assert lines["buy"] == "purcha\tacquir"
    assert lines["acquir"] == "\tbuy purcha"


def test_files_that_are_not_there_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "index.noun" in capsys.readouterr().err
