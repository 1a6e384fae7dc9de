"""Digests that tell whether work done before is still worth something: of the program, of how it is run, of its inputs."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

import tqcheck
from tqcheck.readers import ReadOptions, Slice
from tqcheck.rules.settings import Settings

SIZE = 16
"""Bytes of a digest: two of as many things as anyone has do not meet by chance."""


@cache
def program() -> str:
    """A digest of this version: what the package's files hold (the number stays while rules change), and what it uses.

    That is the versions of whatever else is installed: extras change what is found, and so do newer dictionaries.
    """
    made = hashlib.blake2b(digest_size=SIZE)
    folder = Path(tqcheck.__file__).parent
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(place, name)
            made.update(f"\0{os.path.relpath(path, folder)}\0".encode())
            with open(path, "rb") as file:
                made.update(file.read())
    made.update(json.dumps([tqcheck.__version__, sys.version_info[:2], _libraries()]).encode())
    return made.hexdigest()


def _libraries() -> list[str]:
    """The names and versions of what is installed, by the names of the folders that say so."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    wanted = {_plain(line) for line in metadata.requires("tqcheck") or ()} if _installed() else set()
    return sorted(name for name in found if not wanted or _plain(name.rsplit("-", 2)[0]) in wanted)


def _installed() -> bool:
    try:
        metadata.version("tqcheck")
    except metadata.PackageNotFoundError:
        return False
    return True


def _plain(requirement: str) -> str:
    name = requirement.split(";")[0].split("[")[0]
    end = next((at for at, c in enumerate(name) if c in "<>=!~ ("), len(name))
    return name[:end].strip().lower().replace("-", "_").replace(".", "_")


def manner(settings: Settings, options: ReadOptions) -> bytes:
    """A digest of how inputs are read and judged, and by which version.

    Raises OSError where a glossary cannot be read.
    """
    made = hashlib.blake2b(digest_size=SIZE)
    for path in settings.glossaries:
        made.update(hashlib.blake2b(Path(path).read_bytes()).digest())
    made.update(json.dumps([program(), asdict(settings), asdict(options)], sort_keys=True, default=str).encode())
    return made.digest()


def inputs(slices: Iterable[Slice], options: ReadOptions) -> bytes:
    """A digest of which files there are, their sizes and when they were changed."""
    made = hashlib.blake2b(digest_size=SIZE)
    companions = [path for path in (options.source, *options.alternates, options.reference) if path is not None]
    for path in companions:
        made.update(_about(path))
    for cut in slices:
        made.update(repr(cut).encode("utf-8", "surrogatepass"))
        for path in cut.files:
            made.update(_about(path))
    return made.digest()


def _about(path: str) -> bytes:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return b"\0missing"
    return f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0".encode("utf-8", "surrogatepass")
