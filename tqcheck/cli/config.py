"""`tqcheck config` and `tqcheck init`: what a project has decided."""

from __future__ import annotations

import json
import os
from typing import Annotated, Any

import typer

from tqcheck import config as settings
from tqcheck.cli import files, streams
from tqcheck.cli import options as opt
from tqcheck.cli.group import group
from tqcheck.errors import UsageError

START = """\
# Settings of tqcheck; each is the default of the option of that name (tqcheck check --help).
# In pyproject.toml they stand under [tool.tqcheck].

# fail-on = "major"                  # critical, major, minor, note or never
# ignore = ["TYP004"]                # codes, names or families of rules: tqcheck rules lists them
# min-confidence = 0.5               # leave out what is right less often than this
# glossaries = ["terms.tsv"]         # your own terms
# baseline = ".tqcheck-baseline.json"  # what is known and let be: tqcheck baseline write
# output = ["report.html", "sarif=tqcheck.sarif"]

# [severity]
# NAM004 = "note"

# [per-file-ignores]
# "archive/**" = ["TYP", "RES"]
"""


def build() -> typer.Typer:
    """The commands on settings."""
    return group("Settings of a project.", (show,))


def show(
    config: opt.ConfigFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="As an object of JSON.")] = False,
) -> int:
    """Show the settings that hold here, and which of them the project has set."""
    found = opt.load_config(config)
    values = {name: _plain(getattr(found, name.replace("-", "_"))) for name, _, _ in settings.described()}
    if as_json:
        streams.write([json.dumps({"path": found.path or None, **values}, ensure_ascii=False, indent=2) + "\n"])
        return 0
    where = found.path or "no tqcheck.toml and no [tool.tqcheck]: the defaults hold"
    streams.write([f"# {where}\n"])
    for name, help, default in settings.described():
        line = f"{name} = {json.dumps(values[name], ensure_ascii=False)}"
        is_set = getattr(found, name.replace("-", "_")) != default
        streams.write([f"{line}\n" if is_set else f"# {line}  ({help})\n"])
    return 0


def init(
    folder: Annotated[str, typer.Argument(metavar="[FOLDER]", show_default=False, help="Where.")] = ".",
) -> int:
    """Write a tqcheck.toml to begin with, all of it in comments."""
    path = os.path.join(folder, settings.FILE)
    if os.path.exists(path):
        raise UsageError(f"{path} is there already")
    files.write(path, [START])
    streams.note(f"{path} is written; tqcheck config show tells what holds")
    return 0


def _plain(value: Any) -> Any:
    """Pairs as an object, tuples as lists."""
    if isinstance(value, tuple):
        if value and all(isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str) for one in value):
            return {key: _plain(one) for key, one in value}
        return [_plain(one) for one in value]
    return value
