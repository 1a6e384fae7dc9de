"""What can go wrong with what people give us. Each error is one clear line and becomes exit status 2."""

from __future__ import annotations


class TqcheckError(Exception):
    """Base of all errors that are the input's fault, not the program's."""


class InputError(TqcheckError):
    """A file or folder that cannot be read as what it should be."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class EmptyError(InputError):
    """A file without a word in it."""


class UsageError(TqcheckError):
    """Options that do not fit together or name something unknown."""


class GlossaryError(TqcheckError):
    """A glossary that cannot be loaded: file, line and reason."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class ConfigError(TqcheckError):
    """Settings that cannot be used: file and reason."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Interrupted(Exception):
    """The person has stopped a run; says whether it can be gone on with."""
