"""What the rules found, laid over the pieces of a window.

The network reads it beside the words: which pieces the rules take for a source, a cue
or a content, and, for one cue at a time, what they make of its relation. So it starts
from quotation marks that are paired and verbs that are known, and learns where to
trust them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.adapters.models.encoding import Window
from accord.model import Attribution

__all__ = ["ADVICE", "Advice", "Pieces", "advise"]

Pieces = npt.NDArray[np.int64]

#: Number of values of a piece's advice: any of source, cue, content.
ADVICE = 8

_SOURCE, _CUE, _CONTENT = 1, 2, 4
_HINT_SOURCE, _HINT_CONTENT = 1, 2


@dataclass(frozen=True, slots=True)
class Advice:
    """Advice on one window.

    Attributes:
        flags: For each piece the sum of 1 (a source), 2 (a cue), 4 (a content).
        relations: For each cue of the rules: its pieces, and for each piece of the
            window 0, 1 (its source) or 2 (its content).
    """

    flags: Pieces
    relations: tuple[tuple[Pieces, Pieces], ...]

    def hint(self, first: int, last: int) -> Pieces:
        """Give what the rules make of the cue that spans these pieces.

        Returns:
            For each piece 0, 1 (source) or 2 (content); zeros if they know no such cue.
        """
        best, shared = np.zeros_like(self.flags), 0
        for cue, relation in self.relations:
            common = int(((cue >= first) & (cue <= last)).sum())
            if common > shared:
                best, shared = relation, common
        return best


def advise(window: Window, attributions: Iterable[Attribution]) -> Advice:
    """Lay attributions over a window.

    Args:
        window: What the encoder reads.
        attributions: What the rules found in its document.

    Cost:
        O(attributions x pieces).
    """
    starts, ends = np.array(window.starts), np.array(window.ends)
    first, last = starts[starts >= 0].min(initial=0), ends.max(initial=0)
    flags = np.zeros(len(starts), dtype=np.int64)
    relations = []
    for attribution in attributions:
        if attribution.hull.end <= first or attribution.hull.start >= last:
            continue
        relation = np.zeros_like(flags)
        cue = np.zeros_like(flags, dtype=bool)
        for evidence, flag in (
            (attribution.content, _CONTENT),
            (attribution.source, _SOURCE),
            (attribution.cue, _CUE),
        ):
            for span in evidence.spans if evidence else ():
                pieces = (starts >= 0) & (starts < span.end) & (ends > span.start)
                flags[pieces] |= flag
                if flag == _CUE:
                    cue |= pieces
                else:
                    hint = _HINT_SOURCE if flag == _SOURCE else _HINT_CONTENT
                    relation[pieces] = hint
        if cue.any():
            relations.append((np.flatnonzero(cue), relation))
    return Advice(flags, tuple(relations))
