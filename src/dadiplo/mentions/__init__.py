"""Mentions: who and what an article names, and when.

``finder`` reads a sentence and asks the others in turn: names of the graph (``namesakes``, ``homographs``), persons
(``persons``, ``introductions``, ``officers``), bodies (``bodies``, ``capitals``, ``constructs``, ``firms``), ``places``
and ``times``. What earlier sentences left is in ``readings``; ``homes``, ``owners`` and ``anaphors`` tell whose "the
ministry" is. Nothing here knows of clauses or events.
"""
