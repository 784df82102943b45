"""Clauses: what stands together in a sentence, who acts in it, and how it is put.

``splitting`` cuts a sentence, ``positions`` and ``wordorder`` say where entities stand, ``roles`` and ``subjects`` who
the doer is, ``modality``, ``tenses`` and ``voices`` how, when and in whose words; ``scenes`` is a clause as the readers
of events see it.
"""
