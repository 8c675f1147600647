"""Write what a workspace holds as a database of Discourse Network Analyzer."""

from pathlib import Path

from accord.app.networks.sources import Reading, code_workspace
from accord.model import Document

__all__ = ["export_dna"]


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
            events = code_workspace(workspace, conditional=conditional, unclear=unclear)
            documents: tuple[Document, ...] = tuple(workspace.documents())
        tables = make_tables(events, documents)
    write_tables(tables, Path(target).expanduser())
    return len(tables["STATEMENTS"])
