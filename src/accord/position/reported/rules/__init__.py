"""Rules: bodies that decide by a vote, and what secures, checks or settles an accord."""

from accord.position.reported.rules.finding import find_mechanisms

__all__ = ["find_mechanisms"]
