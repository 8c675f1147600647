"""Offices: read in a text, compared with each other and with the knowledge base."""

from accord.resolve.offices.holding import fits, is_same_office, role_on
from accord.resolve.offices.reading import TextRole, read_roles
from accord.resolve.offices.titles import called_also, normal_title

__all__ = [
    "TextRole",
    "called_also",
    "fits",
    "is_same_office",
    "normal_title",
    "read_roles",
    "role_on",
]
