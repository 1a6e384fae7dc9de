"""English words whose forms no ending tells, each with the word that it is a form of.

Forms that are oftener another word (found, left, rose, saw, people) are left out.
"""

from __future__ import annotations

_FORMS = (
    "man men, child children, foot feet, tooth teeth, goose geese, mouse mice, ox oxen, "
    "life lives, wife wives, knife knives, leaf leaves, wolf wolves, shelf shelves, half halves, thief thieves, "
    "analysis analyses, crisis crises, thesis theses, hypothesis hypotheses, diagnosis diagnoses, oasis oases, "
    "criterion criteria, phenomenon phenomena, medium media, "
    "die died dying, lie lied lying, tie tied tying, dye dyed, use used using, agree agreed, free freed, "
    "guarantee guaranteed, embed embedded embedding, "
    "take took taken taking, give gave given, go went gone, come came, make made, write wrote written, "
    "speak spoke spoken, break broke broken, choose chose chosen, drive drove driven, hold held, keep kept, "
    "build built, rebuild rebuilt, send sent, spend spent, bring brought, buy bought, teach taught, catch caught, "
    "seek sought, fight fought, think thought, sell sold, tell told, pay paid, say said, lead led, meet met, win won, "
    "lose lost, begin began begun, grow grew grown, know knew known, draw drew drawn, throw threw thrown, "
    "fly flew flown, stand stood, understand understood, become became, run ran, hear heard, deal dealt, "
    "strike struck, shake shook shaken, steal stole stolen, sweep swept, withdraw withdrew withdrawn, "
    "overcome overcame, undertake undertook undertaken, undergo underwent undergone, uphold upheld, lay laid"
)
BASES = {form: forms.split()[0] for forms in _FORMS.split(", ") for form in forms.split()[1:]}
"""Lower-case form to its base."""
