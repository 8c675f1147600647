"""Write what a workspace holds as a database of Discourse Network Analyzer."""

from dataclasses import replace
from pathlib import Path

from accord.app.networks.sources import Reading, code_workspace
from accord.model import Actor, Document
from accord.model.discourse import Entity, EventList

__all__ = ["describe_actors", "export_dna"]

#: The variables of a workspace's statements whose values are actors.
_OF_ACTORS = ("person", "organization")


def export_dna(
    source: str | Path,
    target: str | Path,
    *,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> int:
    """Write a source as a ``.dna`` file of version 3.

    A ``.dna`` file is written out as it is: every statement type, attribute, regex
    and coder. Of a workspace all documents and statements are written.

    Args:
        source: A workspace folder or a ``.dna`` file.
        target: The file to make.
        conditional: What stances on a condition are coded as, in a workspace.
        unclear: What unclear stances are coded as, in a workspace.

    Returns:
        How many statements were written.

    Raises:
        InputError: There is no such source, or there is such a file already.
        StoreError: The file cannot be written.
    """
    from accord.adapters.dna import make_tables, read_tables, write_tables

    path = Path(source).expanduser()
    if path.is_file():
        tables = read_tables(path)
    else:
        from accord import app

        with app.open(path, create=False) as workspace:
            events = describe_actors(
                code_workspace(workspace, conditional=conditional, unclear=unclear),
                tuple(workspace.records("actors")),
            )
            documents: tuple[Document, ...] = tuple(workspace.documents())
        tables = make_tables(events, documents)
    write_tables(tables, Path(target).expanduser())
    return len(tables["STATEMENTS"])


def describe_actors(events: EventList, actors: tuple[Actor, ...]) -> EventList:
    """Add what is known of actors: their kind, other spellings and id.

    Example:
        >>> from accord.model import Actor
        >>> valdoria = Actor(
        ...     id="VAL", produced_by="x", kind="state", names=("Valdoria",)
        ... )
        >>> empty = EventList(statement_type="x", variables=(), statements=())
        >>> describe_actors(empty, (valdoria,)).entities[0].attributes
        (('Type', 'state'), ('Alias', ''), ('Id', 'VAL'))
    """
    entities = [
        Entity(
            variable,
            spelling,
            attributes=(
                ("Type", actor.kind),
                ("Alias", "; ".join(name for name in actor.names if name != spelling)),
                ("Id", actor.id),
            ),
        )
        for variable in _OF_ACTORS
        for actor in actors
        # Where two actors share a name, statements have it with the id behind.
        for spelling in dict.fromkeys((*actor.names, f"{actor.name} ({actor.id})"))
    ]
    return replace(events, entities=(*events.entities, *entities))
