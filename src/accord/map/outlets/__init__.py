"""Outlets side by side: who carried what, in which words, and what is missing where.

In come dossiers and links; out comes one comparison. A claim is what one holder states
on one issue with one stance; every outlet that printed it carried it, copy or not.
Cue words and quotation marks are counted in documents that are no copies of another,
for speakers that are resolved: the same speaker, one outlet against all others, by
Fisher's exact test. Where no table with the same margins could be significant the
verdict is ``too few``, and the test is no part of the adjustment for many tests.

Limits: a cue counts by its verb, whatever stands around it; an outlet that is not in
the pile cannot be missed.
"""

from accord.map.outlets.comparing import compare_outlets

__all__ = ["compare_outlets"]
