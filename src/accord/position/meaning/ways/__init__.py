"""Ways: which way a question goes with its thing, and which way a word for a deed goes."""
