"""dadiplo: a knowledge graph of digital-asset diplomacy, with the exact quote behind each fact."""

__version__ = "0.1.0"
