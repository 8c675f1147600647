"""Whom words mean that name nobody: by how well they fit, and how salient they are."""

from accord.resolve.referents.clues import Clues, find_clues
from accord.resolve.referents.descriptions import Description, find_described
from accord.resolve.referents.hidden import decide_related, stood_for
from accord.resolve.referents.institutions import told_before
from accord.resolve.referents.principals import spoken_for
from accord.resolve.referents.reliability import calibrated
from accord.resolve.referents.turns import (
    as_body,
    decide_turn,
    find_author,
    is_turn,
)
from accord.resolve.referents.wording import (
    is_description,
    is_owner,
    read_description,
    roles_in,
)

__all__ = [
    "Clues",
    "Description",
    "as_body",
    "calibrated",
    "decide_related",
    "decide_turn",
    "find_author",
    "find_clues",
    "find_described",
    "is_description",
    "is_owner",
    "is_turn",
    "read_description",
    "roles_in",
    "spoken_for",
    "stood_for",
    "told_before",
]
