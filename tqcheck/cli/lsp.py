"""`tqcheck lsp`: for editors."""

from __future__ import annotations

from tqcheck.cli import options as opt
from tqcheck.errors import UsageError


def lsp(
    config: opt.ConfigFile = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    glossary: opt.GlossaryFiles = None,
) -> int:
    """Serve an editor: a language server on standard input and output.

    It tells of findings in the texts that are open, with suggestions to be written in their place.
    """
    try:
        from tqcheck.editor.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError("tqcheck lsp needs the extra lsp: pip install 'tqcheck[lsp]'") from None
    project = opt.load_config(config)
    given = opt.Given(source_lang=source_lang, target_lang=target_lang, glossaries=glossary)
    serve(given.judging(project), given.reading(project))
    return 0
