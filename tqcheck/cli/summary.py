"""The summary of a step in GitHub Actions, a file of Markdown to which programs append."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tqcheck.cli import streams

VARIABLE = "GITHUB_STEP_SUMMARY"
LIMIT = 1024 * 1024
"""Bytes of a step's summary; GitHub drops all of it where it is larger."""
CUT = "\n… the rest is left out: a step's summary holds 1 MiB.\n"


def append(pieces: Iterable[str]) -> None:
    """Append Markdown to the step's summary as far as there is room; outside of GitHub Actions, do nothing.

    What cannot be written is told and is no failure: the report is elsewhere, too.
    """
    path = os.environ.get(VARIABLE)
    if not path:
        return
    try:
        with open(path, "ab") as file:
            room = LIMIT - file.tell() - len(CUT.encode())
            for piece in pieces:
                encoded = piece.encode("utf-8", "backslashreplace")
                room -= len(encoded)
                if room < 0:
                    if room + len(encoded) >= 0:  # an earlier one may have said it already
                        file.write(CUT.encode())
                    streams.note(f"{VARIABLE}: the report is cut, a step's summary holds 1 MiB")
                    break
                file.write(encoded)
    except OSError as error:
        streams.note(f"{VARIABLE}: {path}: cannot be written: {error.strerror or error}")
