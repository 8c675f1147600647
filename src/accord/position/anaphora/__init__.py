"""Anaphora: what "the plan", "the ruling" and "it" stand for.

``finding`` finds where such words stand for something; ``antecedents`` says for what;
``governing`` collects what is done with a thing, ``settled`` finds what became of it and
``presented`` where a text says what its bill is; ``idioms`` names the turns of
speech in which such words stand for nothing.
"""
