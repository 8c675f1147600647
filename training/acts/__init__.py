"""Training of the judge of acts: corpus, cross-validation, final fit."""
