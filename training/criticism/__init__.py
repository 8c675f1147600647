"""Training of the judge of criticism: corpus, leave-one-meeting-out, final fit."""
