"""dadiplo: a knowledge graph of digital-asset diplomacy, with the exact quote behind each fact.

>>> import dadiplo
>>> graph = dadiplo.open()
>>> graph.ask("partners", state="Paraguay")[0]["partner"]
'El Salvador'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dadiplo.errors import DadiploError, InputError, RefusedError, UsageError
    from dadiplo.graph import Answer, Explanation, Graph, open
    from dadiplo.network import Agent, Event, Selection

__version__ = "0.1.0"

#: Name → the module that has it; imported when first used, so that a command pays for what it needs only.
_FACE = {
    "Agent": "network",
    "Answer": "graph",
    "DadiploError": "errors",
    "Event": "network",
    "Explanation": "graph",
    "Graph": "graph",
    "InputError": "errors",
    "RefusedError": "errors",
    "Selection": "network",
    "UsageError": "errors",
    "open": "graph",
}

__all__ = [
    "Agent",
    "Answer",
    "DadiploError",
    "Event",
    "Explanation",
    "Graph",
    "InputError",
    "RefusedError",
    "Selection",
    "UsageError",
    "__version__",
    "open",
]


def __getattr__(name: str) -> object:
    """Return a name of the face, importing its module (PEP 562)."""
    if name not in _FACE:
        raise AttributeError(f"module 'dadiplo' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"dadiplo.{_FACE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
