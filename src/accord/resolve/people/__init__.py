"""Persons in a document: known ones, and those only the text knows."""

from accord.resolve.people.finder import find_people
from accord.resolve.people.person import Occurrence, Person, text_id

__all__ = ["Occurrence", "Person", "find_people", "text_id"]
