"""The shared records: what passes between the rooms.

Frozen, slotted dataclasses that need only the standard library. Offsets are
half-open and count Unicode code points of ``Document.text``. Wherever a record
quotes, ``document.text[start:end] == text`` holds by construction.
"""

from accord.model.actor import Actor, ActorKind, ActorRef, Mention, Role
from accord.model.attribution import (
    UNRESOLVED,
    Attribution,
    Modality,
    Mode,
    Speaker,
    SpeakerStatus,
    Via,
)
from accord.model.codec import RECORD_KINDS, dumps, from_json, loads, to_json
from accord.model.document import Document, Finding, Furniture, FurnitureKind
from accord.model.dossier import Dispute, Dossier, Failure, Outcome
from accord.model.ids import content_id, digest
from accord.model.issue import Codebook, Issue, Poles
from accord.model.judgement import Judgement, Ruling
from accord.model.linked import SAME_STORY, Story, group_copies, join_pairs
from accord.model.relation import (
    JOIN_RULES,
    OUTLET,
    Irreconcilable,
    Join,
    JoinRule,
    Link,
    LinkKind,
    Side,
)
from accord.model.reported import (
    Agreement,
    AgreementStatus,
    Alternate,
    Contact,
    ContactKind,
    Contest,
    DecisionRule,
    Figure,
    Mechanism,
    MechanismStatus,
    RuleKind,
)
from accord.model.schema import json_schema
from accord.model.span import Extract, Passage, Span
from accord.model.statement import (
    Position,
    Shift,
    ShiftEnd,
    Stance,
    Statement,
    StatementCue,
)
from accord.model.when import DateState, Precision, When

__all__ = [
    "JOIN_RULES",
    "OUTLET",
    "RECORD_KINDS",
    "SAME_STORY",
    "UNRESOLVED",
    "Actor",
    "ActorKind",
    "ActorRef",
    "Agreement",
    "AgreementStatus",
    "Alternate",
    "Attribution",
    "Codebook",
    "Contact",
    "ContactKind",
    "Contest",
    "DateState",
    "DecisionRule",
    "Dispute",
    "Document",
    "Dossier",
    "Extract",
    "Failure",
    "Figure",
    "Finding",
    "Furniture",
    "FurnitureKind",
    "Irreconcilable",
    "Issue",
    "Join",
    "JoinRule",
    "Judgement",
    "Link",
    "LinkKind",
    "Mechanism",
    "MechanismStatus",
    "Mention",
    "Modality",
    "Mode",
    "Outcome",
    "Passage",
    "Poles",
    "Position",
    "Precision",
    "Role",
    "RuleKind",
    "Ruling",
    "Shift",
    "ShiftEnd",
    "Side",
    "Span",
    "Speaker",
    "SpeakerStatus",
    "Stance",
    "Statement",
    "StatementCue",
    "Story",
    "Via",
    "When",
    "content_id",
    "digest",
    "dumps",
    "from_json",
    "group_copies",
    "join_pairs",
    "json_schema",
    "loads",
    "to_json",
]
