"""The room's word lists, loaded once."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import yaml

from accord.resolve.knowledge.names import Gender, data_text

__all__ = ["Nouns", "nouns", "read_yaml"]

#: The C loader is some ten times as fast; both read the same.
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]  # the base is chosen at run time
    """Leaves dates as words: a day that is in no calendar is reported by its place."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in rules if "timestamp" not in tag]
        for first, rules in _BASE.yaml_implicit_resolvers.items()
    }


def read_yaml(text: str) -> Any:
    """Parse YAML without running anything; dates stay words.

    Raises:
        yaml.YAMLError: Not YAML.
    """
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - built on a safe loader


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns that stand for people and bodies.

    Attributes:
        roles: Every spelling of a role noun's head, with its normal form.
        trades: Role nouns that are last names as often, in normal form.
        private: Role nouns whose holders speak for themselves, trades among them.
        genders: Role nouns, in normal form, that tell the gender.
        modifiers: Words before a role's head that belong to the office.
        vague: Words before a role's head that do not.
        implies: What else a holder of an office may be called.
        anonymous: Heads that hide a person.
        groups: Heads that speak of several.
        bodies: Heads that stand for a body.
        kinds: What a body may be called for a word of its name.
        deeds: What someone is who does this, as "leader" for "leads".
        endings: Last words of a body's name.
        club_beginnings: First words of a club's name.
        carriers: Things that carry words.
        places: Prepositions after which a capital is a place.
        unique: Offices that need no introduction, in normal form.
        proven: Role nouns, in normal form, that only what a text tells can prove.
        fields: What the holder of a role works in.
        signs: Words beside a name that show that a role noun may mean its bearer.
        natives: Singular words for people by where they come from.
        partisans: Singular words for people by their party.
        agents: Roles whose holders speak for a person.
        officers: Roles whose holders speak for their body.
        things: Plurals that are no people.
        inanimate: Nouns that only end like those for people.
        body_fields: What kinds of body a common noun may mean.
        branches: The trades of companies that a common noun may mean.
        served_by: What a body is called for which these people work.
        remits: What an institution may be there for, besides ``modifiers``.
        ranks: Words of ``modifiers`` that tell a rank or a level, no field of work.
        firms: Plurals for people that a firm of theirs may be called by.
    """

    roles: dict[str, str]
    trades: frozenset[str]
    private: frozenset[str]
    genders: dict[str, Gender]
    modifiers: frozenset[str]
    vague: frozenset[str]
    implies: dict[tuple[str, ...], frozenset[str]]
    anonymous: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    kinds: dict[str, frozenset[str]]
    deeds: dict[str, str]
    endings: frozenset[str]
    club_beginnings: frozenset[str]
    carriers: frozenset[str]
    places: frozenset[str]
    unique: frozenset[str]
    proven: frozenset[str]
    fields: dict[str, frozenset[str]]
    signs: dict[str, frozenset[str]]
    natives: frozenset[str]
    partisans: frozenset[str]
    agents: frozenset[str]
    officers: frozenset[str]
    things: frozenset[str]
    inanimate: frozenset[str]
    body_fields: dict[str, frozenset[str]]
    branches: dict[str, frozenset[str]]
    served_by: dict[str, frozenset[str]]
    remits: frozenset[str]
    ranks: frozenset[str]
    firms: frozenset[str]


@cache
def nouns() -> Nouns:
    """Load the nouns."""
    data = read_yaml(data_text("nouns.yaml"))
    roles: dict[str, str] = {}
    genders: dict[str, Gender] = {}
    for head, notes in data["roles"].items():
        roles[head] = head
        for note in notes:
            if note in {"f", "m"}:
                genders[head] = note
            else:
                roles[note] = head

    def words(key: str) -> frozenset[str]:
        return frozenset(data[key].split())

    roles |= {trade: trade for trade in words("trades")}
    return Nouns(
        roles=roles,
        trades=words("trades"),
        private=words("private") | words("trades"),
        genders=genders,
        modifiers=words("modifiers"),
        vague=words("vague"),
        implies={
            tuple(title.split()): frozenset(others.split())
            for title, others in data["implies"].items()
        },
        anonymous=words("anonymous_heads"),
        groups=words("group_heads"),
        bodies=words("bodies"),
        kinds={noun: frozenset(row.split()) for noun, row in data["kinds"].items()},
        deeds=data["deeds"],
        endings=words("bodies") | words("body_endings"),
        club_beginnings=words("club_beginnings"),
        carriers=words("carriers"),
        places=words("place_prepositions"),
        unique=words("unique"),
        proven=words("proven"),
        fields=_turned(data["fields"]),
        signs={noun: frozenset(row.split()) for noun, row in data["signs"].items()},
        natives=words("natives"),
        partisans=words("partisans"),
        agents=words("agents"),
        officers=words("officers"),
        things=words("things"),
        inanimate=words("inanimate"),
        body_fields=_turned(data["body_fields"]),
        branches=_turned(data["branches"]),
        served_by={
            noun: frozenset(row.split()) for noun, row in data["served_by"].items()
        },
        remits=words("remits"),
        ranks=words("ranks"),
        firms=words("firms"),
    )


def _turned(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    """Map each word to the rows that it stands in."""
    found: dict[str, frozenset[str]] = {}
    for name, row in rows.items():
        for word in row.split():
            found[word] = found.get(word, frozenset()) | {name}
    return found
