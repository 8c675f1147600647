"""The knowledge base: actor packs read, checked and made ready for look-up."""

from accord.resolve.knowledge.base import Form, KnowledgeBase, load_knowledge

__all__ = ["Form", "KnowledgeBase", "load_knowledge"]
