"""What a project has decided once: `tqcheck.toml`, or `[tool.tqcheck]` in pyproject.toml; the nearest one counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError
from tqcheck.model.finding import Severity

FILE = "tqcheck.toml"
PYPROJECT = "pyproject.toml"

Texts = tuple[str, ...]
Codes = tuple[tuple[str, Texts], ...]
Values = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]


def _key(help: str, default: Any, choices: Texts = (), paths: bool = False) -> Any:
    return field(default=default, metadata={"help": help, "choices": choices, "paths": paths})


@dataclass(frozen=True)
class Config:
    """The settings of a project; each is the default of the option of that name, underscores as hyphens.

    path  the file that they were read from, empty where there is none; paths in them are relative to its folder
    """

    select: Texts = _key("Only these rules: codes, names or families such as NAM.", ())
    ignore: Texts = _key("Not these rules.", ())
    min_confidence: float = _key("Leave out findings less sure than this, 0 to 1.", 0.0)
    fail_on: str = _key(
        "Exit with 1 where a finding is this severe or worse.", "minor", (*(s.value for s in Severity), "never")
    )
    max_findings: int | None = _key("Fail only where there are more such findings than this.", None)
    max_per_1000_words: float | None = _key("Fail only where there are more such findings per 1,000 words.", None)
    glossaries: Texts = _key("Files of your own terms.", (), paths=True)
    source_lang: str | None = _key("Language of sources that do not say it (BCP 47).", None)
    target_lang: str = _key("Language of renderings that do not say it.", "en")
    aligner: str = _key("How sentences are aligned.", "auto", ("auto", "lexical", "semantic"))
    format: str = _key("Format of the report on standard output.", "text")
    output: Texts = _key("Reports to write to files: FORMAT=FILE, or FILE where its ending tells the format.", ())
    baseline: str | None = _key("File of findings that are known and let be.", None, paths=True)
    severity: tuple[tuple[str, str], ...] = _key("Severity by rule, where yours differs.", ())
    per_file_ignores: Codes = _key('Rules to ignore by pattern of paths, such as "archive/**" = ["TYP"].', ())
    rules: Values = _key("Options by rule.", ())
    path: str = field(default="", metadata={"internal": True})


def described() -> Iterator[tuple[str, str, Any]]:
    """The name as written in a file, the help and the default of every setting."""
    for setting in fields(Config):
        if "internal" not in setting.metadata:
            yield setting.name.replace("_", "-"), setting.metadata["help"], setting.default


def nearest(start: str = ".") -> Config:
    """The settings in the nearest file at or above the folder `start`; the defaults where there is none.

    In one folder, tqcheck.toml goes first. Raises ConfigError as `load` does.
    """
    folder = Path(start).resolve()
    for place in (folder, *folder.parents):
        for name in (FILE, PYPROJECT):
            if (place / name).is_file():
                path = _shown(place / name)
                section = _section(path)
                if section is not None:
                    return _read(path, section)
    return Config()


def load(path: str) -> Config:
    """The settings in a file.

    Raises ConfigError, its file and key named, for an unknown key, a value of the wrong kind, no TOML at all.
    """
    section = _section(path)
    if section is None:
        raise ConfigError(path, "has no section [tool.tqcheck]")
    return _read(path, section)


def _read(path: str, section: Mapping[str, Any]) -> Config:
    known = {name.replace("-", "_"): None for name, _, _ in described()}
    values: dict[str, Any] = {}
    for written, value in section.items():
        name = written.replace("-", "_")
        if name not in known:
            raise ConfigError(path, f'unknown key "{written}"{_nearest(written, known)}')
        values[name] = _value(path, written, name, value)
    folder = os.path.dirname(path)
    for setting in fields(Config):
        if setting.metadata.get("paths") and values.get(setting.name):
            given = values[setting.name]
            several = isinstance(given, tuple)
            joined = tuple(os.path.join(folder, part) for part in (given if several else (given,)))
            values[setting.name] = joined if several else joined[0]
    return Config(**values, path=path)


def _load(path: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise ConfigError(path, "is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, f"not TOML: {error}") from None
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}") from None


def _section(path: str) -> dict[str, Any] | None:
    """The settings in a file: all of it or, in pyproject.toml, its section where it has one."""
    data = _load(path)
    if os.path.basename(path) != PYPROJECT:
        return data
    tool = data.get("tool")
    section = tool.get("tqcheck") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _value(path: str, written: str, name: str, value: Any) -> Any:
    default = next(setting for setting in fields(Config) if setting.name == name)
    choices = default.metadata["choices"]
    if name in ("severity", "per_file_ignores", "rules"):
        return tuple(
            sorted((key, _nested(path, f"{written}.{key}", name, one)) for key, one in _table(path, written, value))
        )
    if name in ("select", "ignore", "glossaries", "output"):
        return _texts(path, written, value)
    if name in ("min_confidence", "max_per_1000_words", "max_findings"):
        whole = name == "max_findings"
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or value < 0:
            raise ConfigError(
                path, f'"{written}" is to be a {"whole " if whole else ""}number of at least 0, not {value!r}'
            )
        if name == "min_confidence" and value > 1:
            raise ConfigError(path, f'"{written}" is to be from 0 to 1, not {value!r}')
        return value
    if not isinstance(value, str):
        raise ConfigError(path, f'"{written}" is to be a text, not {value!r}')
    if choices and value not in choices:
        raise ConfigError(path, f'"{written}" is to be one of {", ".join(choices)}, not {value!r}')
    return value


def _nested(path: str, written: str, name: str, value: Any) -> Any:
    if name == "rules":
        return tuple(sorted((key.replace("-", "_"), one) for key, one in _table(path, written, value)))
    if name == "per_file_ignores":
        return _texts(path, written, value)
    levels = [severity.value for severity in Severity]
    if value not in levels:
        raise ConfigError(path, f'"{written}" is to be one of {", ".join(levels)}, not {value!r}')
    return value


def _table(path: str, written: str, value: Any) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise ConfigError(path, f'"{written}" is to be a table, not {value!r}')
    return list(value.items())


def _texts(path: str, written: str, value: Any) -> Texts:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ConfigError(path, f'"{written}" is to be a list of texts, not {value!r}')
    return tuple(given)


def _nearest(written: str, known: Mapping[str, None]) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(written, [k.replace("_", "-") for k in known], scorer=fuzz.ratio, score_cutoff=60)
    return f": did you mean {best[0]}?" if best else ""


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative
