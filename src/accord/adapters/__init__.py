"""The outside worlds, one folder each; heavy imports live only here."""
