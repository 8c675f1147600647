"""The knowledge base: actor packs read, checked and made ready for look-up."""

from accord.resolve.knowledge.base import Form, KnowledgeBase, load_knowledge
from accord.resolve.knowledge.clashes import Clash, find_clashes
from accord.resolve.knowledge.merging import merge_pack

__all__ = [
    "Clash",
    "Form",
    "KnowledgeBase",
    "find_clashes",
    "load_knowledge",
    "merge_pack",
]
