"""What stands around the program: hooks, an action, a task of an editor."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tqcheck.cli.app import main

ROOT = Path(__file__).parent.parent
DOUBLED = "Residents of of both towns crossed the bridge.\n"


def test_the_problem_matcher_reads_what_the_text_report_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.en.txt").write_text(DOUBLED, encoding="utf-8")
    main(["check", "page.en.txt", "--quiet"])
    [task] = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = re.search(pattern["regexp"], capsys.readouterr().out, re.M)
    assert found
    assert [found[pattern[key]] for key in ("file", "line", "column", "code")] == ["page.en.txt", "1", "11", "REP001"]


def _hook() -> dict[str, object]:
    """The repository's hook, to be run by the program that is installed here: nothing is fetched."""
    yaml = pytest.importorskip("yaml")
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hook["entry"] = f"{sys.executable} -m {hook['entry']}"
    hook["language"] = "system"
    return dict(hook)


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def in_repository(tmp_path: Path) -> tuple[Path, Run]:
    """A repository with the hook, and what runs a command in it."""
    pytest.importorskip("pre_commit")
    if not shutil.which("git"):
        pytest.skip("no git")
    environment = {
        **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "home"), "TQCHECK_CACHE_DIR": str(tmp_path / "cache"),
    }  # fmt: skip
    place = tmp_path / "repository"
    place.mkdir()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)

    hook = _hook()
    (place / ".pre-commit-config.yaml").write_text(
        json.dumps({"repos": [{"repo": "local", "hooks": [hook]}]}), encoding="utf-8"
    )
    run("git", "init", "-q")
    return place, run


def test_the_hook_stops_a_commit_with_a_finding_and_lets_a_good_one_pass(in_repository: tuple[Path, Run]) -> None:
    repository, run = in_repository
    (repository / "page.en.txt").write_text(DOUBLED, encoding="utf-8")
    (repository / "notes.txt").write_text(DOUBLED, encoding="utf-8")
    run("git", "add", ".")
    done = run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "page.en.txt:1:11: minor REP001" in done.stdout
    assert "notes.txt" not in done.stdout
    (repository / "page.en.txt").write_text(DOUBLED.replace("of of", "of"), encoding="utf-8")
    run("git", "add", ".")
    assert run(sys.executable, "-m", "pre_commit", "run", "--all-files").returncode == 0


def test_the_hook_stops_a_number_that_is_not_the_sources(in_repository: tuple[Path, Run]) -> None:
    repository, run = in_repository
    flood = ROOT / "corpora" / "wire" / "03-flood"
    shutil.copytree(flood, repository / "flood", ignore=shutil.ignore_patterns("alternate*", "mt-*"))
    run("git", "add", ".")
    run("git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--no-verify", "-m", "articles")
    page = repository / "flood" / "good.en.txt"
    text = page.read_text(encoding="utf-8")
    assert "124,000" in text
    page.write_text(text.replace("124,000", "142,000"), encoding="utf-8")
    run("git", "add", ".")
    done = run(sys.executable, "-m", "pre_commit", "run")
    assert done.returncode == 1, done.stdout + done.stderr
    found = [line for line in done.stdout.splitlines() if line.startswith("flood/")]
    assert [line.split()[:3] for line in found if "QTY001" in line] == [["flood/good.en.txt:1:166:", "major", "QTY001"]]
    assert len(found) == len(set(found))


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
def test_the_action_passes_paths_and_options_on_and_runs_none_of_them(tmp_path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((ROOT / ".github/actions/tqcheck/action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    assert "${{" not in step["run"]
    given = {name: str(value.get("default", "")) for name, value in action["inputs"].items()}
    given["paths"] = "page.en.txt $(touch${IFS}owned)"
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    (tmp_path / "page.en.txt").write_text(DOUBLED, encoding="utf-8")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "tqcheck").write_text(f'#!/bin/sh\nexec {sys.executable} -m tqcheck "$@"\n', encoding="utf-8")
    (folder / "tqcheck").chmod(0o755)
    environment["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]], cwd=tmp_path, env={**os.environ, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "::warning file=page.en.txt,line=1,endLine=1,col=11,endColumn=16" in done.stdout
    assert "no such file" in done.stderr
    assert not (tmp_path / "owned").exists()
    assert json.loads((tmp_path / "tqcheck.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_an_action_and_an_example_name_only_inputs_that_there_are() -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((ROOT / ".github/actions/tqcheck/action.yml").read_text(encoding="utf-8"))
    example = yaml.safe_load((ROOT / ".github/actions/tqcheck/example.yml").read_text(encoding="utf-8"))
    used = [step for step in example["jobs"]["tqcheck"]["steps"] if "tqcheck" in step.get("uses", "")]
    assert set(used[0]["with"]) <= set(action["inputs"])


def test_the_workflow_of_the_readme_is_ten_lines_with_options_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    yaml = pytest.importorskip("yaml")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("Ten lines of a workflow", 1)[1].split("```\n")[1]
    assert len(shown.splitlines()) == 10
    [job] = yaml.safe_load(shown)["jobs"].values()
    [command] = [step["run"].split(" && ")[1] for step in job["steps"] if "run" in step]
    main(["check", "--help"])
    options = capsys.readouterr().out
    assert command.startswith("tqcheck check ")
    assert all(word in options for word in command.split() if word.startswith("--"))
    *_, output = command.split("sarif-github=")
    assert [step["with"]["sarif_file"] for step in job["steps"] if "sarif" in step.get("uses", "")] == [output]


def test_completion_can_be_had_for_a_shell(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    assert "--show-completion" in capsys.readouterr().out
