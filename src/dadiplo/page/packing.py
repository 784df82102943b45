"""The data of a large page in few characters: rows as columns, without what the page can work out, compressed."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

#: Lists of rows.
_TABLES = ("nodes", "events", "quotes", "sources")
#: Signs that have a meaning in HTML → signs that base 85 does not use.
SAFE = str.maketrans("<>&", ",.:")


def packed(data: dict[str, Any]) -> str:
    """Return data as base 85 of their compressed JSON; ``unpack`` in ``model.js`` turns them into the same again."""
    slim = {**data, "events": [_slim(event, data["nodes"]) for event in data["events"]]}
    tables: dict[str, Any] = {name: _table(slim[name]) for name in _TABLES}
    levels = {name: {**level, "nodes": _column(level["nodes"])} for name, level in data["levels"].items()}
    text = json.dumps({**slim, **tables, "levels": levels}, ensure_ascii=False, separators=(",", ":"))
    return base64.b85encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode().translate(SAFE)


def _slim(event: dict[str, Any], nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return an event without what follows: the days of an exact date, those who take part with their states."""
    told = dict(event)
    if len(set(event.get("date", ()))) == 1:
        told["date"] = event["date"][:1]
    parts = told.pop("parts", [])
    if parts:
        told |= {"who": [node for node, _ in parts], "roles": [role for _, role in parts]}
    if event["members"] == sorted({end for node, _ in parts for end in (node, *nodes[node].get("states", ()))}):
        del told["members"]
    return told


def _table(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return rows as columns, which compress better as like stands with like; ``None`` is what a row has not."""
    keys = sorted({key for row in rows for key in row})
    return {"rows": len(rows), "of": {key: _column([row.get(key) for row in rows]) for key in keys}}


def _column(values: list[Any]) -> Any:
    if values and all(isinstance(value, dict) for value in values):
        return _table(values)
    if values and all(value is None or _whole(value) for value in values):
        return {"step": _steps(values)}
    return values


def _whole(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, list) and all(isinstance(one, int) for one in value))


def _steps(values: list[Any]) -> list[Any]:
    """Return whole numbers, or lists of them, as the differences from the number before: most are small."""
    before = 0

    def step(value: int) -> int:
        nonlocal before
        before, last = value, before
        return value - last

    return [
        None if value is None else list(map(step, value)) if isinstance(value, list) else step(value)
        for value in values
    ]
