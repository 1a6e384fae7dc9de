"""The program: its commands, and what becomes of errors."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Sequence

import typer

from tqcheck import __version__
from tqcheck.cli import (
    align,
    baseline,
    check,
    compare,
    config,
    evaluate,
    explain,
    history,
    lsp,
    rules,
    streams,
    terms,
    watch,
)
from tqcheck.cli.group import USAGE
from tqcheck.errors import Interrupted, TqcheckError

# Typer has carried its own copy of click since 0.2x and does not export this class; every version derives from it.
_CommandLineError: type[Exception] = next(t for t in typer.BadParameter.__mro__ if t.__name__ == "ClickException")

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without its name) or the process's arguments, and return the exit status.

    0 nothing at or above --fail-on; 1 findings; 2 usage, configuration or unreadable input. A fault of the program
    itself prints a traceback and is 2 as well: 1 would tell a pipeline that the text is at fault.
    """
    # Articles are small matrices: threads would burn several times the processor time to no gain.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    streams.prepare()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        streams.finish()
    except TqcheckError as error:
        streams.error(str(error))
        status = USAGE
    except Interrupted as error:
        streams.error(str(error))
        status = INTERRUPTED
    except (KeyboardInterrupt, typer.Abort):
        streams.error("interrupted")
        status = INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            streams.error(f"{error.filename or 'output'}: cannot be written: {error.strerror}")
        elif isinstance(error, _CommandLineError):
            streams.error(_described(error))
        else:
            traceback.print_exc()
            return USAGE
        status = USAGE
    with contextlib.suppress(TqcheckError):  # told already
        streams.finish()
    return status


def build() -> typer.Typer:
    """The commands. Help is boxed and coloured on a terminal only; rich would colour it in CI too."""
    app = typer.Typer(
        name="tqcheck",
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich" if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" else None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_start)
    commands = (
        check.check, compare.compare, evaluate.evaluate, align.align, rules.rules, explain.explain, watch.watch,
        config.init, lsp.lsp,
    )  # fmt: skip
    for command in commands:
        app.command()(command)
    app.add_typer(terms.build(), name="terms")
    app.add_typer(history.build(), name="history")
    app.add_typer(baseline.build(), name="baseline")
    app.add_typer(config.build(), name="config")
    return app


def _start(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", is_eager=True, help="Print the version and stop."),
) -> None:
    """Check translations of articles: align source, renderings and alternates, and say span by span what is odd.

    Exit status: 0 nothing found at or above --fail-on; 1 findings; 2 wrong usage or unreadable input.
    """
    if version:
        streams.write([f"tqcheck {__version__}\n"])
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(USAGE)


def _run(argv: list[str]) -> int:
    status = build()(args=argv, prog_name="tqcheck", standalone_mode=False)
    return status if isinstance(status, int) else 0


def _described(error: Exception) -> str:
    """A mistake on the command line in one line, with where to read more."""
    context = getattr(error, "ctx", None)
    message = " ".join(str(getattr(error, "format_message", error.__str__)()).split()).rstrip(".")
    message = message.replace("Value error, ", "")  # newer versions of typer say so before what is wrong
    return f"{message} (try: {context.command_path} --help)" if context else message
