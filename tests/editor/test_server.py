"""The language server, spoken to as an editor does."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tqcheck.editor.places import place

pytest.importorskip("pygls")
from lsprotocol import types  # noqa: E402
from pygls.lsp.client import LanguageClient  # noqa: E402

ROOT = Path(__file__).parents[2]
FLOOD = ROOT / "corpora" / "wire" / "03-flood"


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 8), ("utf-16", 4), ("utf-32", 3)])
def test_columns_are_in_the_units_agreed_on(encoding: str, column: int) -> None:
    assert place("a\r\n新😀 b", 5, encoding) == (1, column - 1)
    assert place("ab", 2, encoding) == (0, 2)


def _talk(talk: Callable[[LanguageClient, asyncio.Queue[Any]], Awaitable[None]]) -> None:
    async def main() -> None:
        client = LanguageClient("test", "0")
        told: asyncio.Queue[Any] = asyncio.Queue()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: told.put_nowait(params))
        await client.start_io(sys.executable, "-m", "tqcheck", "lsp")
        await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        client.initialized(types.InitializedParams())
        try:
            await asyncio.wait_for(talk(client, told), 60)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    asyncio.run(main())


def _open(client: LanguageClient, path: Path, text: str) -> str:
    item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return item.uri


async def _actions(client: LanguageClient, uri: str, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
    asked = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), diagnostic.range, types.CodeActionContext([diagnostic])
    )
    return [
        one for one in await client.text_document_code_action_async(asked) or () if isinstance(one, types.CodeAction)
    ]


@pytest.mark.parametrize(
    ("name", "text", "fixes"),
    [
        ("table.tsv", "id\ttarget\n1\tResidents of of both towns crossed the bridge.\n", {"REP001": []}),
        (
            "page.en.html",
            "<html><body><p>Residents of of both towns crossed &quot;the bridge&quot;,which opened.</p></body></html>\n",
            {"REP001": ["of"], "TYP001": []},
        ),
        (
            "page.xlf",
            """<xliff version="1.2"><file source-language="zh" target-language="en" original="x" datatype="plaintext"><body>
<trans-unit id="1"><source>%s &lt;x&gt;</source><target>Residents of of the &quot;towns&quot;,which met.</target></trans-unit>
</body></file></xliff>
""",
            {"REP001": ["of"], "TYP001": []},
        ),
    ],
)
def test_a_fix_that_a_person_has_to_write_is_not_offered(
    tmp_path: Path, name: str, text: str, fixes: dict[str, list[str]]
) -> None:
    """In a cell, whose place in the file is not known, and where marks are written as entities."""

    async def talk(client: LanguageClient, told: asyncio.Queue[Any]) -> None:
        uri = _open(client, tmp_path / name, text)
        found = {one.code: one for one in (await told.get()).diagnostics}
        for rule, expected in fixes.items():
            actions = await _actions(client, uri, found[rule])
            edits = [e for a in actions if a.edit and a.edit.changes and a.is_preferred for e in a.edit.changes[uri]]
            assert [(edit.range, edit.new_text) for edit in edits] == [(found[rule].range, new) for new in expected]

    _talk(talk)


def test_a_finding_stands_at_its_place_behind_an_emoji_and_can_be_put_right(tmp_path: Path) -> None:
    async def talk(client: LanguageClient, told: asyncio.Queue[Any]) -> None:
        uri = _open(client, tmp_path / "page.en.txt", "A 😀 Residents of of both towns crossed the bridge.\n")
        [diagnostic] = (await told.get()).diagnostics
        assert diagnostic.code == "REP001"
        assert (diagnostic.range.start.line, diagnostic.range.start.character) == (0, 15)
        titles = [action.title for action in await _actions(client, uri, diagnostic)]
        assert titles == ['Write "of"', "Silence REP001 here, with a reason"]
        changed = types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=uri, version=2),
            [types.TextDocumentContentChangeWholeDocument("Residents of both towns crossed the bridge.\n")],
        )
        client.text_document_did_change(changed)
        assert not (await told.get()).diagnostics

    _talk(talk)


def test_a_rendering_in_an_article_folder_is_read_with_its_source(tmp_path: Path) -> None:
    shutil.copytree(FLOOD, tmp_path / "flood")
    path = tmp_path / "flood" / "mt-a.en.txt"

    async def talk(client: LanguageClient, told: asyncio.Queue[Any]) -> None:
        _open(client, path, path.read_text(encoding="utf-8"))
        found = (await told.get()).diagnostics
        [name] = [d for d in found if d.code == "NAM001" and "New News Agency" in d.message]
        assert "新华社" in name.message
        assert any(d.code.startswith("QTY") for d in found)

    _talk(talk)
