"""Speech that the layout attributes, not a cue: turns, answers and posts.

In interviews and transcripts a label says whose words a paragraph holds; in a post, the
signature below or the handle before. They are read by rule, whoever the tagger is. What
an interviewer asks is nobody's position and becomes no attribution.
"""

from accord.attribute.dialogue.merging import DIALOGUE, merge
from accord.attribute.dialogue.reading import read_dialogue
from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.attribute.dialogue.strays import cut_loose, find_strays

__all__ = [
    "DIALOGUE",
    "Dialogue",
    "Spoken",
    "cut_loose",
    "find_strays",
    "merge",
    "read_dialogue",
]
