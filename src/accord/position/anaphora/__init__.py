"""Anaphora: what "the plan", "the ruling" and "it" stand for.

``finding`` finds where such words stand for something; ``antecedents`` says for what;
``presented`` finds where a text says what its bill is, ``settled`` what became of a thing;
``idioms`` names the turns of speech in which they stand for nothing.
"""
