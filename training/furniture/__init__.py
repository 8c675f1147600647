"""Training of the judge of lines: corpus, passes, scores, export."""
