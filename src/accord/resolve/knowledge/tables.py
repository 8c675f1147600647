"""The tables of the knowledge base: states, and offices with their holders.

A table is written by whoever maintains Accord and trusted; packs, which users write,
are read by ``packs`` with every problem collected.
"""

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accord.model import Actor, Role
from accord.resolve.knowledge.names import Gender, gender_of
from accord.resolve.knowledge.packs import Entry

__all__ = ["add_offices", "read_leaders", "read_states"]


def read_states(text: str, *, name: str) -> tuple[Entry, ...]:
    """Read the table of states."""
    return tuple(
        Entry(
            Actor(
                id=row["id"],
                produced_by=name,
                kind="state",
                names=_split(row["names"]),
                qid=row["qid"] or None,
            ),
            f"{name}:{number}",
            demonyms=_split(row["demonyms"]),
            capitals=_split(row["capital"]),
            metonyms=_split(row["metonyms"]),
        )
        for number, row in enumerate(_rows(text))
    )


def read_leaders(text: str, *, name: str) -> tuple[Entry, ...]:
    """Read the table of leaders: one row an office, rows of one person merged."""
    return add_offices((), text, name=name)


def add_offices(known: Iterable[Entry], text: str, *, name: str) -> tuple[Entry, ...]:
    """Add the offices of a table to persons that are known, and those it names first.

    Args:
        known: Entries so far.
        text: The table: one row an office, with the names of its holder.
        name: The table's name, for messages.

    Returns:
        All entries; a known person keeps its names and gains the table's.
    """
    people = {entry.actor.id: entry for entry in known}
    for number, row in enumerate(_rows(text)):
        entry = people.get(row["id"]) or _person(row, f"{name}:{number}")
        names = dict.fromkeys((*entry.actor.names, *_split(row["names"])))
        actor = replace(
            entry.actor,
            names=tuple(names),
            roles=(*entry.actor.roles, _office(row)),
        )
        people[row["id"]] = replace(entry, actor=actor)
    return tuple(people.values())


def _person(row: dict[str, str], origin: str) -> Entry:
    """Start the entry of a person whom only the table has."""
    names = _split(row["names"])
    genders: dict[str, Gender] = {"f": "f", "m": "m"}
    told = genders.get(row.get("gender", ""))
    gender = told or gender_of(names[0])
    actor = Actor(
        id=row["id"],
        produced_by=origin.partition(":")[0],
        kind="person",
        names=names,
        gender=gender,
    )
    return Entry(actor, origin, surname=row.get("surname") or names[0].split()[-1])


def _office(row: dict[str, str]) -> Role:
    """Read the office of a row; its holder speaks for the body it belongs to."""
    return Role(
        title=row["title"],
        of=row["of"],
        from_=date.fromisoformat(row["from"]),
        to=date.fromisoformat(row["to"]) if row["to"] else None,
        speaks_for=row["of"],
    )


def _rows(text: str) -> list[dict[str, str]]:
    """Read a table, without the comment lines at its head."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def _split(joined: str) -> tuple[str, ...]:
    """Part a field at its bars."""
    return tuple(part for part in joined.split("|") if part)
