"""Articles made of strings, as a reader would give them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

# As the program itself does (cli/app.py): on two processors that are both busy, threads are many times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest

from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.readers.suppressions import commented
from tqcheck.readers.text import paragraphs


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What earlier runs kept is not looked at, and what tests keep is not left behind."""
    os.environ["TQCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


def _document(text: str, code: str = "en", path: str = "example") -> Document:
    body = paragraphs(text)
    return Document(path, code, text, body, suppressions=tuple(commented(text, body)))


def _article(
    target: str, source: str = "", source_lang: str = "zh", alternates: Sequence[str] = (), name: str = "example"
) -> Article:
    renderings = [Rendering("target", Role.CANDIDATE, _document(target))]
    renderings += [Rendering(f"alternate-{n}", Role.ALTERNATE, _document(a)) for n, a in enumerate(alternates, 1)]
    return Article(name, _document(source, source_lang, "source") if source else None, tuple(renderings))


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    """Makes a document of a plain text, a paragraph each line: `document_of(text, code, path)`."""
    return _document


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """Makes an article of plain texts: `article_of(target, source, source_lang, alternates)`."""
    return _article
