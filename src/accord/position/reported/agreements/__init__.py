"""Agreements: who agrees with whom on what, how far it has come, who disputes it."""

from accord.position.reported.agreements.finding import find_agreements

__all__ = ["find_agreements"]
