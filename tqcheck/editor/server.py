"""A language server (https://microsoft.github.io/language-server-protocol), by pygls (extra `lsp`)."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from tqcheck import __version__
from tqcheck.check import Checked, Settings, checker
from tqcheck.editor.buffers import articles
from tqcheck.editor.places import span_of
from tqcheck.errors import TqcheckError
from tqcheck.model.finding import Finding, Location, Severity, Side
from tqcheck.readers import ReadOptions
from tqcheck.readers.base import HTML, MARKDOWN, TEXT, file_name
from tqcheck.reporters.display.places import replacement
from tqcheck.rules.registry import find

WAIT = 0.4
"""Seconds without a key after which a text is checked: less would check words half written."""

_LEVELS = {
    Severity.CRITICAL: types.DiagnosticSeverity.Error,
    Severity.MAJOR: types.DiagnosticSeverity.Error,
    Severity.MINOR: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}

_Texts = types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams | types.DidSaveTextDocumentParams


@dataclass(frozen=True)
class Known:
    """What was found in a file, with the text in which it was found."""

    text: str
    findings: tuple[Finding, ...]


class Server(LanguageServer):
    """Tells of the findings in the files that are open."""

    def __init__(self, settings: Settings, options: ReadOptions) -> None:
        super().__init__("tqcheck", __version__)
        self.check = checker(settings)
        self.options = options
        self.known: dict[str, Known] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._lock = threading.Lock()

    def later(self, uri: str) -> None:
        """Check a file when no key has been pressed in it for a while."""
        self._stop(uri)
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._soon(uri))

    async def _soon(self, uri: str) -> None:
        await asyncio.sleep(WAIT)
        path = to_fs_path(uri)
        if path is None:
            return
        document = self.workspace.get_text_document(uri)
        text, version = document.source, document.version
        try:
            found = await asyncio.get_running_loop().run_in_executor(None, self._found, path, text)
            diagnostics = [self._diagnostic(finding, path, text) for finding in found]
        except Exception as error:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"{path}: {error}"))
            if not isinstance(error, TqcheckError):
                raise
            return
        self.known[uri] = Known(text, found)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _found(self, path: str, text: str) -> tuple[Finding, ...]:
        with self._lock:  # what is known of terms is loaded once, not by two threads at a time
            outcomes = list(self.check(articles(path, text, self.options)))
        return tuple(f for one in outcomes if isinstance(one, Checked) for f in one.findings if f.suppressed is None)

    def forget(self, uri: str) -> None:
        """A file has been closed."""
        self._stop(uri)
        self.known.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def actions(self, uri: str, within: types.Range) -> Iterator[types.CodeAction]:
        """What can be done about the findings in a stretch of a file: write what is suggested, or silence it."""
        known = self.known.get(uri)
        path = to_fs_path(uri)
        if known is None or path is None or self.workspace.get_text_document(uri).source != known.text:
            return
        for finding in known.findings:
            diagnostic = self._diagnostic(finding, path, known.text)
            if not _meet(diagnostic.range, within):
                continue
            if words := replacement(finding, find(finding.rule).replaces):
                edit = types.TextEdit(diagnostic.range, words)
                yield _action(f'Write "{words}"', uri, edit, diagnostic, True)
            if file_name(path).ext in TEXT | MARKDOWN | HTML:
                line = types.Position(diagnostic.range.start.line, 0)
                comment = f"<!-- tqcheck:ignore {finding.rule}@{finding.fingerprint[:8]} REASON -->\n"
                edit = types.TextEdit(types.Range(line, line), comment)
                yield _action(f"Silence {finding.rule} here, with a reason", uri, edit, diagnostic, False)

    def _diagnostic(self, finding: Finding, path: str, text: str) -> types.Diagnostic:
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(from_fs_path(str(Path(place.path).resolve())) or "", self._range(place, path, text)),
                place.label or place.text[:100],
            )
            for place in finding.locations[1:]
        ]
        advice = f"\n→ {finding.suggestion}" if finding.suggestion else ""
        reasons = "".join(f"\n{item.kind}: {item.text}" for item in finding.evidence)
        return types.Diagnostic(
            range=self._range(finding.primary, path, text),
            message=f"{finding.message}{advice}{reasons}",
            severity=_LEVELS[finding.severity],
            code=finding.rule,
            source="tqcheck",
            related_information=related,
        )

    def _range(self, place: Location, path: str, text: str) -> types.Range:
        """Where a place is: exactly in the text that is open, by its line in another file or in the row of a table."""
        if place.cell or place.path != path:
            line = place.line - 1
            # What is missing has its place in the source: it is told at the top of the rendering.
            line = 0 if place.side is Side.SOURCE and place.path != path else line
            return types.Range(types.Position(line, 0), types.Position(line, 1))
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
        start, end = span_of(text, place.span, encoding.value)
        return types.Range(types.Position(*start), types.Position(*end))

    def _stop(self, uri: str) -> None:
        task = self._tasks.pop(uri, None)
        if task:
            task.cancel()


def serve(settings: Settings, options: ReadOptions) -> None:
    """Serve an editor on standard input and output until it closes them."""
    build(settings, options).start_io()


def build(settings: Settings, options: ReadOptions) -> Server:
    """A server with all that it can do. Raises UsageError and GlossaryError for settings that cannot be."""
    server = Server(settings, options)

    def later(params: _Texts) -> None:
        server.later(params.text_document.uri)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return list(server.actions(params.text_document.uri, params.range))

    for event in (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_SAVE):
        server.feature(event)(later)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(actions)
    return server


def _meet(one: types.Range, other: types.Range) -> bool:
    def key(position: types.Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)


def _action(
    title: str, uri: str, edit: types.TextEdit, diagnostic: types.Diagnostic, preferred: bool
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        is_preferred=preferred,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
