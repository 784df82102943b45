"""The analyses: each a function that turns a graph and a request into rows, under the name that users type."""

from __future__ import annotations

from dadiplo.analysis import forecast, groups, rankings, relations, sequences
from dadiplo.analysis.registry import ANALYSES, Analysis, Request, Result

__all__ = ["ANALYSES", "Analysis", "Request", "Result", "forecast", "groups", "rankings", "relations", "sequences"]
