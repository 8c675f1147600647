"""Compare documents of a workspace: what one took from another, and who from whom."""

from accord.app.workspace import Workspace
from accord.errors import InputError
from accord.model import Document, Dossier, Story
from accord.model.linked import Chains
from accord.present.context import Context
from accord.present.sides import Sides, lay_side_by_side

__all__ = ["compare_documents", "find_chains", "find_stories"]


def compare_documents(workspace: Workspace, a: str, b: str) -> Sides:
    """Lay two documents side by side.

    Args:
        workspace: Where they are.
        a: Path, the end of a path, or id of the one.
        b: Of the other.

    Returns:
        Who was first, the passages in both, the quotations that both or one alone
        has, and what differs in them.

    Raises:
        InputError: A name fits no document, or several; or both are one document.
        StoreError: The store cannot be read.
    """
    from accord.link import overlap

    documents = list(workspace.documents())
    one, other = (_find(documents, name) for name in (a, b))
    if one.id == other.id:
        message = f"Both names are of {one.path}."
        raise InputError(message, hint="Name two documents.")
    attributions = [
        found
        for found in workspace.attributions()
        if found.document in (one.id, other.id)
    ]
    dossiers = (
        Dossier(
            document=document,
            attributions=tuple(x for x in attributions if x.document == document.id),
        )
        for document in (one, other)
    )
    return lay_side_by_side(
        one,
        other,
        overlap=overlap(*dossiers),
        links=list(workspace.records("links")),
        context=Context.of((one, other), attributions=attributions),
    )


def find_chains(workspace: Workspace) -> Chains:
    """Tell which outlet takes its words from which; see ``accord.link.trace_chains``.

    Raises:
        StoreError: The store cannot be read.
    """
    from accord.link import trace_chains

    return trace_chains(
        workspace.documents(), workspace.attributions(), workspace.records("links")
    )


def find_stories(workspace: Workspace) -> tuple[Story, ...]:
    """Tell which documents print one story; see ``accord.link.gather_stories``.

    Raises:
        StoreError: The store cannot be read.
    """
    from accord.link import gather_stories

    return gather_stories(workspace.documents(), workspace.records("links"))


def _find(documents: list[Document], name: str) -> Document:
    """Find the one document that a name fits."""
    found = [d for d in documents if name in (d.id, d.path)]
    found = found or [d for d in documents if d.path.endswith(name)]
    found = found or [d for d in documents if name in d.path.rpartition("/")[2]]
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"No document is called {name!r}."
        hint = "`accord show documents` lists them."
        if any(document.outlet == name for document in documents):
            hint = "That is an outlet: add --outlets."
        raise InputError(message, hint=hint)
    some = ", ".join(d.path for d in found[:3])
    message = f"{len(found)} documents are called {name!r}: {some}."
    raise InputError(message, hint="Give more of the path, or the id.")
