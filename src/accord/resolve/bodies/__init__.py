"""Bodies by name or by a common noun, and how common nouns are sorted."""

from accord.resolve.bodies.generic import decide_ally, decide_common
from accord.resolve.bodies.named import decide_known, decide_name

__all__ = ["decide_ally", "decide_common", "decide_known", "decide_name"]
