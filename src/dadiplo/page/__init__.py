"""The explorer page: one HTML file that holds its data, style and program, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import Any

from dadiplo import __version__
from dadiplo.page.packing import packed

_FOLDER = Path(__file__).parent
#: The program is these files, one after another, in one function.
SCRIPTS = ("text", "model", "geometry", "scene", "labels", "timeline", "panel", "table", "search", "state", "main")
#: Data larger than this, in bytes, are compressed; smaller ones stay readable.
READABLE = 400_000
RIGHT_TO_LEFT = frozenset({"ar", "ur"})


def render(data: dict[str, Any], *, language: str = "en", view: str = "network", level: str = "states") -> str:
    """Return the page as HTML.

    Args:
        data: what ``explorer.model`` returns.
        language: in which the page opens.
        view: ``network``, ``map`` or ``table``.
        level: which network it opens with, one of ``network.LEVELS``; all agents if it is none of them.

    """
    style = _read("page.css")
    program = "".join(f"// {name}\n{_read(name + '.js')}\n" for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{program}}})();\n'
    texts = data["texts"]
    title = (texts.get(language) or texts["en"])["title"]
    content = {
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "policy": policy(script, style),
        "version": html.escape(__version__),
        "title": html.escape(title),
        "no-script": html.escape((texts.get(language) or texts["en"])["no-script"]),
        "style": style,
        "data": block(
            {
                **data,
                "start": {"language": language, "view": view, "level": level if level in data["levels"] else "agents"},
            }
        ),
        "script": script,
    }
    # One pass, so that what is put in is not searched for slots again.
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda slot: content[slot[1]], _read("page.html"))


def policy(script: str, style: str) -> str:
    """Return the Content-Security-Policy of the page: only its own program and style, and no connections at all."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def block(data: dict[str, Any]) -> str:
    """Return data as an element that no browser runs: JSON, or JSON compressed (see ``packing``)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    raw = text.encode("utf-8", "replace")
    if len(raw) <= READABLE:
        safe = raw.decode()
        for char in "<>&\u2028\u2029":
            safe = safe.replace(char, f"\\u{ord(char):04x}")
        return f'<script type="application/json" id="data">{safe}</script>'
    return f'<script type="application/octet-stream" id="data">{packed(data)}</script>'


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
