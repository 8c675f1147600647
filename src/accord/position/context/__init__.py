"""Context: what words take from around them.

``cues`` lets cues that are no act govern by their words, ``beneficiaries`` leaves open what
each side asks for itself, ``hearsay`` leaves out what one side says that another says.
"""
