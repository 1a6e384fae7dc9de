"""Commands that have commands of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import typer

USAGE = 2
"""Exit status of wrong usage, configuration or unreadable input."""


def group(help: str, commands: Sequence[Callable[..., int]]) -> typer.Typer:
    """A command whose work its sub-commands do; without one it shows its help and fails."""
    app = typer.Typer(help=help)
    app.callback(invoke_without_command=True)(_start)
    for command in commands:
        app.command()(command)
    return app


def _start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(USAGE)
