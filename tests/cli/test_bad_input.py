"""Bad input, from the command line: each a clear line and status 2, while the rest is reported."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tqcheck.readers import ReadOptions, plan, read, read_document

DOUBLED = "Residents of of both towns crossed the bridge."
HUNDRED_MB = 100_000_000
LAUGHS = '<!DOCTYPE %s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE %s [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
XLIFF = (
    '%s<xliff version="1.2"><file original="a" source-language="zh" target-language="en"><body>'
    '<trans-unit id="u1"><source>水</source><target>%s</target></trans-unit>'
    f'<trans-unit id="u2"><source>居民过桥。</source><target>{DOUBLED}</target></trans-unit></body></file></xliff>'
)
TMX = (
    '%s<tmx version="1.4"><header srclang="zh"/><body><tu tuid="u1"><tuv xml:lang="zh"><seg>水</seg></tuv>'
    '<tuv xml:lang="en"><seg>%s</seg></tuv></tu></body></tmx>'
)
PO = (
    'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "water"\nmsgstr "%s"\n\n'
    f'msgid "Residents cross the bridge."\nmsgstr "{DOUBLED}"\n'
)
ROW = f'{{"id": "g", "target": "{DOUBLED}"}}\n'


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("good.en.txt").write_text(DOUBLED + "\n", encoding="utf-8")
    return "good.en.txt"


@pytest.fixture
def refused(tqcheck, good):
    """Checks these paths and a good one: status 2, the good one reported, and just these lines of errors, `*` for anything."""

    def check(*argv: str, told: list[str]) -> str:
        ran = tqcheck("check", *argv, good, "--jobs", "1", "--no-cache")
        lines = ran.err.splitlines()
        assert len(lines) == len(told) and all(map(fnmatchcase, lines, (f"tqcheck: error: {one}" for one in told))), (
            lines
        )
        assert ran.status == 2
        assert f"{good}:1:11: minor REP001" in ran.out
        return str(ran.out)

    return check


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
@pytest.mark.parametrize(("name", "text"), [("bad.xlf", XLIFF), ("bad.tmx", TMX)])
def test_a_file_that_declares_entities_is_not_read(refused, name: str, text: str, doctype: str) -> None:
    kind = "xliff" if name.endswith("xlf") else "tmx"
    entity = "secret" if doctype is OUTSIDE else "a"
    Path(name).write_text(text % (doctype % kind, f"&{'c' if entity == 'a' else entity};"), encoding="utf-8")
    reason = f'line 1, column *: declares the entity "{entity}"; a file that declares entities is not read'
    assert "root:" not in refused(name, told=[f"{name}: {reason}"])


def _bomb(name: str, part: str, size: int) -> None:
    docx = pytest.importorskip("docx")
    docx.Document().save(name)
    with zipfile.ZipFile(name, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as parts, parts.open(part, "w") as file:
        for _ in range(size):
            file.write(bytes(1 << 20))


@pytest.mark.parametrize(("part", "size", "most"), [("word/media/a.png", 300, 256), ("word/footnotes.xml", 40, 32)])
def test_a_word_document_that_is_a_zip_bomb_is_not_unpacked(refused, part: str, size: int, most: int) -> None:
    _bomb("bad.docx", part, size)
    assert os.path.getsize("bad.docx") < 4 << 20
    refused("bad.docx", told=[f"bad.docx: would be {size} MB unpacked (at most {most})"])


def test_a_word_document_with_entities_shows_nothing_of_other_files(tqcheck, good) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Water")
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile("bad.docx", "w") as new:
        for part in old.infolist():
            raw = old.read(part)
            if part.filename == "word/document.xml":
                head, rest = raw.split(b"?>", 1)
                raw = head + b"?>" + (OUTSIDE % "document").encode() + rest.replace(b"Water", b"Water &secret; here")
            new.writestr(part, raw)
    ran = tqcheck("check", "bad.docx", good)
    assert "root:" not in ran.out + ran.err and "Traceback" not in ran.err
    assert "root:" not in read_document("bad.docx").text


@pytest.mark.parametrize("name", ["bad.en.txt.gz", "bad.jsonl.gz", "bad.xlf.gz"])
def test_packed_data_that_are_cut_off(refused, name: str) -> None:
    text = ROW * 3 if "jsonl" in name else XLIFF % ("", "Water") if "xlf" in name else DOUBLED
    Path(name).write_bytes(gzip.compress(text.encode())[:-9])
    refused(name, told=[f"{name}: cannot be read: it is cut off: the packed data end before their end"])


def test_what_is_packed_and_holds_too_much_is_not_held(refused) -> None:
    with gzip.open("bad.en.txt.gz", "wb", 1) as file:
        for _ in range(100):
            file.write(b"a " * 500_000)
    refused("bad.en.txt.gz", told=["bad.en.txt.gz: is too large for one article (at most 32 MB)"])


def _fill(name: str, before: bytes, after: bytes, words: bytes = b"a ") -> None:
    with open(name, "wb") as file:
        file.write(before)
        for _ in range(HUNDRED_MB // 1_000_000):
            file.write(words * (1_000_000 // len(words)))
        file.write(after)


_ROW = ROW.encode()
_QUOTED = "longer than 8 MB: perhaps a quotation mark opens a cell and none closes it; the rows after it are left out"
LONG = {
    "bad.en.txt": (b"", b"", "is too large for one article (at most 32 MB)"),
    "bad.jsonl": (_ROW + b'{"target": "', b'"}\n' + _ROW, "line 2: longer than 8 MB"),
    "first.jsonl": (b'{"target": "', b'"}\n' + _ROW, "line 1: longer than 8 MB"),
    "bad.csv": (b"id,target\n1,", b"\ng," + DOUBLED.encode(), "line 2: longer than 8 MB"),
    "first.csv": (b"id,target,", b"\ng," + DOUBLED.encode() + b",\n", "line 1: longer than 8 MB"),
    "bad.tsv": (b"id\ttarget\n1\t", b"\ng\t" + DOUBLED.encode(), "line 2: longer than 8 MB"),
    "bad.xliff": (*(XLIFF % ("", "\0")).encode().split(b"\0"), "unit u1: longer than 1,000,000 characters"),
    "bad.po": (*(PO % "\0").encode().split(b"\0"), "unit water: longer than 1,000,000 characters"),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_a_hundred_megabytes_on_one_line(refused, name: str) -> None:
    before, after, reason = LONG[name]
    _fill(name, before, after)
    out = refused(name, told=[f"{name}: {reason}"])
    os.unlink(name)
    of_others = {"bad.en.txt": 0, "first.csv": 0, "bad.jsonl": 2}.get(name, 1)
    assert out.count("minor REP001") == 1 + of_others


def test_a_quotation_mark_that_nothing_closes_in_a_hundred_megabytes(refused) -> None:
    _fill("bad.csv", b'id,target\n1,"', b"\ng," + DOUBLED.encode(), b"a a a a a\n")
    refused("bad.csv", told=[f"bad.csv: line 2: {_QUOTED}"])


@pytest.mark.parametrize("name", ["bad.en.txt", "bad.jsonl", "bad.csv", "bad.tsv"])
def test_a_line_that_is_too_long_is_never_held(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before, after, _ = LONG[name]
    _fill(name, before, after)
    list(read([name]))  # what is loaded once is not counted
    tracemalloc.start()
    try:
        list(read([name]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 80_000_000


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("bad.en.txt", b"Water\0 and more\0 of it is here.", "looks like a binary file"),
        ("bad.en.md", bytes(1000), "looks like a binary file"),
        ("bad.csv", b"id,target\n1,Wa\0ter\n", "looks like a binary file"),
        ("bad.xlf", (XLIFF % ("", "Wa\0ter")).encode(), "looks like a binary file"),
        ("bad.po", (PO % "Wa\0ter").encode(), "looks like a binary file"),
        (
            "bad.jsonl",
            b'{"id": "1", "target": "\\ud800"}\n',
            'row 1: "target" holds half a character (\\ud800) at offset 0',
        ),
        (
            "bad.jsonl",
            b'{"id": "\\udfff", "target": "a"}\n',
            'row 1: "id" holds half a character (\\udfff) at offset 0',
        ),
        (
            "bad.jsonl",
            b'{"doc": "\\ud800", "target": "a"}\n',
            'row 1: "doc" holds half a character (\\ud800) at offset 0',
        ),
        (
            "bad.jsonl",
            b'{"source_lang": "\\ud800", "target": "a"}\n',
            'row 1: unknown language code "\\ud800" in "source_lang"',
        ),
    ],
)
def test_nuls_and_halves_of_characters(refused, name: str, raw: bytes, reason: str) -> None:
    Path(name).write_bytes(raw)
    refused(name, told=[f"{name}: {reason}"])


@pytest.mark.parametrize("text", ["Wa\\u0000ter is here.", "Wa\\u001b[2Jter is here."])
def test_control_characters_in_json_reach_no_terminal(tqcheck, good, text: str) -> None:
    Path("odd.jsonl").write_text(f'{{"id": "1", "target": "{text} {DOUBLED}"}}\n', encoding="utf-8")
    ran = tqcheck("check", "odd.jsonl", good, "--no-cache")
    assert ran.status == 1 and ran.out.count("REP001") == 3
    assert not {"\0", "\x1b"} & set(ran.out)


def test_escapes_of_a_catalogue_make_no_halves_of_characters(tqcheck, good) -> None:
    Path("odd.po").write_text(PO % r"Wa\xd800ter \000 of \xffffffff", encoding="utf-8")
    ran = tqcheck("check", "odd.po", good, "--format", "jsonl", "--no-cache", "--output", "html=out.html")
    assert ran.status == 1 and ran.err == ""


def test_links_that_lead_round_in_a_circle(refused) -> None:
    os.symlink("b.en.txt", "a.en.txt")
    os.symlink("a.en.txt", "b.en.txt")
    refused("a.en.txt", told=["a.en.txt: cannot be read: Too many levels of symbolic links"])
    folder = Path("batch", "article")
    folder.mkdir(parents=True)
    (folder / "mt.en.txt").write_text(DOUBLED, encoding="utf-8")
    os.symlink("..", folder / "up")
    os.symlink("self", folder / "self")
    os.symlink("loop.en.txt", folder / "loop.en.txt")
    out = refused("batch", told=["batch/article/loop.en.txt: cannot be read: Too many levels of symbolic links"])
    assert out.count("mt.en.txt:1:11: minor REP001") == 1


def _gone(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Let `change` happen when all has been planned and nothing read."""
    from tqcheck.batch import run

    def planned(*args: object) -> list[object]:
        slices = list(plan(*args))  # type: ignore[arg-type]
        change()
        return slices

    monkeypatch.setattr(run, "plan", planned)


@pytest.mark.parametrize("name", ["bad.en.txt", "bad.jsonl", "bad.csv", "bad.xlf", "bad.po"])
def test_a_file_that_disappears_midway(refused, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    texts = {".jsonl": ROW, ".csv": f"id,target\n1,{DOUBLED}\n", ".xlf": XLIFF % ("", "Water"), ".po": PO % "Water"}
    Path(name).write_text(texts.get(Path(name).suffix, DOUBLED), encoding="utf-8")
    _gone(monkeypatch, lambda: os.unlink(name))
    refused(name, told=[f"{name}: no such file"])


def test_a_folder_that_disappears_midway(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    os.makedirs("article")
    for name in ("source.zh.txt", "mt.en.txt"):
        Path("article", name).write_text(DOUBLED, encoding="utf-8")
    _gone(monkeypatch, lambda: os.rename("article", "elsewhere"))
    refused("article", told=["article/source.zh.txt: no such file"])


def test_a_table_that_becomes_shorter_midway(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bad.jsonl").write_text("".join(ROW.replace('"g"', f'"{n}"') for n in range(2000)), encoding="utf-8")
    [*_, last] = list(plan(["bad.jsonl"], ReadOptions()))[1:]
    assert last.items[0].part
    _gone(monkeypatch, lambda: os.truncate("bad.jsonl", last.items[0].part.start))  # type: ignore[union-attr]
    refused("bad.jsonl", told=["bad.jsonl: has become shorter while it was read"])


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("json=no/such/folder/x", "no/such/folder/x: cannot be written: its folder does not exist"),
        ("json=.", ".: is a folder, cannot be written to"),
    ],
)
def test_an_output_that_cannot_be_written_is_told_before_the_work(tqcheck, good, output: str, reason: str) -> None:
    ran = tqcheck("check", good, "--output", output)
    assert (ran.status, ran.out, ran.err) == (2, "", f"tqcheck: error: {reason}\n")


needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")


@needs_full
def test_an_output_on_a_full_disk_keeps_nothing_from_the_others(refused) -> None:
    told = ["/dev/full: cannot be written: No space left on device"]
    refused("--output", "json=/dev/full", "--output", "jsonl=found.jsonl", told=told)
    assert "REP001" in Path("found.jsonl").read_text(encoding="utf-8")


def test_an_output_whose_folder_goes_away_meanwhile(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkdir("out")
    _gone(monkeypatch, lambda: os.rmdir("out"))
    refused("--output", "json=out/x.json", told=["out/x.json: cannot be written: No such file or directory"])


@needs_full
@pytest.mark.parametrize("argv", [["check", "good.en.txt", "--output", "jsonl=found.jsonl"], ["--help"]])
def test_standard_output_on_a_full_disk(good, argv: list[str]) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run([sys.executable, "-m", "tqcheck", *argv], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1 and b"cannot be written: No space left on device" in ran.stderr
    assert argv == ["--help"] or "REP001" in Path("found.jsonl").read_text(encoding="utf-8")
