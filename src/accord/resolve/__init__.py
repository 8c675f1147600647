"""The resolve room: who speaks, for whom, through whom, and when.

Comes in: a dossier with attributions (source, cue and content as spans). Goes out:
the same dossier with ``speaker``, ``speaks_for``, ``via`` and ``said`` on every
attribution, the mentions of actors, and findings of kind ``unresolved-speaker`` and
``role-clash``.

Method: names are looked up by longest match over folded words; persons that the
knowledge base does not have are recognised by title, apposition and first name;
role nouns and pronouns go to the last person who fits, speakers before others. Every
decision names its rule. What no rule decides stays unresolved.

Limits: English only. Pronouns follow gender and recency, not meaning. A date must be
in the cue's sentence. Confidences are the
share of right answers of each rule, measured on the project's own gold.
"""

from accord.resolve.joins import JOINER, join_actors
from accord.resolve.knowledge import (
    KnowledgeBase,
    find_clashes,
    load_knowledge,
    merge_pack,
)
from accord.resolve.mentions import BODY_OF_TEXT
from accord.resolve.stage import ResolveStage
from accord.resolve.unknown import Unresolved, count_unresolved

__all__ = [
    "BODY_OF_TEXT",
    "JOINER",
    "KnowledgeBase",
    "ResolveStage",
    "Unresolved",
    "count_unresolved",
    "find_clashes",
    "join_actors",
    "load_knowledge",
    "merge_pack",
]
