"""Uses: whether words that lean elsewhere take a side where they stand.

``idle`` knows them by what stands around them, ``literal`` by what they mean.
"""

from accord.position.implied.uses.idle import is_idle
from accord.position.implied.uses.literal import is_literal

__all__ = ["is_idle", "is_literal"]
