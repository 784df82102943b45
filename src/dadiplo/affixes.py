"""What the beginnings and ends of Arabic and Urdu words tell of them, as they are written.

Here belong letters that mark a form for any word: article, gender, number, case, tense, pronoun. Whole words belong in
the lexicon; what English and Spanish words end in stands there too, as it depends on the verb. Where folded text is
compared, the letters are folded there.
"""

from __future__ import annotations

# Arabic.
ARTICLE = "ال"
#: The ending of most feminine words, all endings of feminine nouns, and that of feminine verbs in the past, which is
#: also what the first becomes before another ending.
FEMININE = "ة"
FEMININES = (FEMININE, "اء", "ى")
OPEN_TA = "ت"
DUAL = ("ان", "ين")
#: How a dual ends before whose it is; how plurals and such duals end.
DUAL_HEAD = "تا"
PLURAL_HEADS = ("ات", DUAL_HEAD, "تي")
#: How indefinite objects end.
ACCUSATIVE = ("ا", "اً", "ًا")
#: Adjectives of relation and descent.
NISBA = "ي"
RELATIONAL = (NISBA, "ية")
ADJECTIVES = (*RELATIONAL, "ين", "ات")
#: Plurals and adjectives: no name from elsewhere ends so but by chance.
NATIVE = ("ين", "ون", "ات", "ية")
#: The prefixes of the present tense, that of most participles, and the plural of verbs behind their doers.
PRESENT = ("ي", "ت", "ن")
PARTICIPLE = "م"
MANY = "ون"
#: Pronouns joined to a word: "her, its", and "we" or "our".
HER = "ها"
WE = "نا"
#: The alif that ends verbs in the past, where their passive ends in another letter; those that no article has.
ALIF = "ى"
HAMZAS = ("أ", "إ", "آ")

# Urdu.
#: Nouns and adjectives before a postposition, and whatever means several there.
OBLIQUE = "ے"
OBLIQUE_PLURALS = ("وں", "یں")
PLURALS = (*OBLIQUE_PLURALS, "ین", "ات", "ان")
#: Adjectives made of nouns.
YA = "ی"
#: How a noun is joined to the next: "bank-of X", "river-of X".
EZAFE = ("\u0650", "ۂ")
YA_OF_EZAFE = "ئے"
INFINITIVE = "نا"
OBLIQUE_INFINITIVE = "نے"
HABITUAL = ("تے", "تا", "تی")
SUBJUNCTIVE = (OBLIQUE, "یں")
