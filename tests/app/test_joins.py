"""An analyst without a pack gets one row a person, whichever way texts name them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import accord
from accord import app

ISSUES = """\
issues:
  - id: ferry
    question: Should the ferry to Orr be closed?
    terms: [ferry, closure]
    poles: {support: [close the ferry], oppose: [keep the ferry]}
"""
FULL = (
    "Date: 2024-05-02\n\n“We must keep the ferry to Orr,” said Vera Ambrus, mayor of "
    "Tolna, on Thursday.\n"
)
SHORT = (
    "Date: 2024-05-09\n\nMayor Ambrus said she would keep the ferry. “Nobody will close "
    "the ferry,” she told the council of Orr.\n"
)
OTHER = (
    "Date: 2024-05-11\n\nImre Ambrus, a painter from Orr, said he liked the ferry.\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[app.Workspace]:
    (tmp_path / "ferry.yaml").write_text(ISSUES, encoding="utf-8")
    (tmp_path / "pile").mkdir()
    for name, text in (("full.txt", FULL), ("short.txt", SHORT)):
        (tmp_path / "pile" / name).write_text(text, encoding="utf-8")
    with accord.open(tmp_path / "w") as opened:
        yield opened


def run(workspace: app.Workspace) -> None:
    root = workspace.path.parent
    workspace.run([root / "pile"], issues=root / "ferry.yaml", jobs=1)


def holders(workspace: app.Workspace) -> set[str]:
    return {position.name for position in workspace.records("positions")}


def test_one_person_is_one_row_and_one_actor(workspace: app.Workspace) -> None:
    run(workspace)
    assert holders(workspace) == {"Tolna"}
    assert {s.name for s in workspace.statements()} == {"Vera Ambrus"}
    (actor,) = [a for a in workspace.records("actors") if "Ambrus" in a.name]
    assert actor.names == ("Vera Ambrus", "Ambrus")
    (join,) = workspace.records("joins", actor="Vera Ambrus")
    assert join.rule == "last-name"
    assert join.speaks_for is not None
    assert join.speaks_for.name == "Tolna"
    assert workspace.check().problems == ()


def test_a_text_that_comes_later_takes_a_join_back(workspace: app.Workspace) -> None:
    run(workspace)
    later = workspace.path.parent / "pile" / "other.txt"
    later.write_text(OTHER, encoding="utf-8")
    run(workspace)
    assert list(workspace.records("joins")) == []
    assert {"Ambrus", "Tolna"} <= holders(workspace)


def test_new_issues_are_coded_on_what_each_document_says(
    workspace: app.Workspace,
) -> None:
    run(workspace)
    issues = workspace.path.parent / "ferry.yaml"
    issues.write_text(ISSUES.replace("id: ferry", "id: boat"), encoding="utf-8")
    run(workspace)
    (kept,) = [
        {mention.name for mention in dossier.mentions}
        for dossier in workspace._store.view().dossiers()
        if dossier.document.path.endswith("short.txt")
    ]
    assert kept == {"Ambrus"}
    assert {s.name for s in workspace.statements()} == {"Vera Ambrus"}
