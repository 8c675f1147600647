"""Three invented disputes that no word list was written for, with a few lines of codebook.

They hold the pipeline to what must be true of any dispute, and to the positions that
nobody who reads the articles would miss.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import accord
from accord.app import Workspace
from accord.app.sifting.kinds import KINDS
from accord.model import Position, dumps

UNSEEN = Path(__file__).parent / "unseen"
HELD = {
    "fishery": {
        ("Orrin Fishers' Association", "cod-quota"): "oppose",
        # It recommends a lower limit; that is read, and left open as too doubtful.
        ("Marine Survey Institute", "cod-quota"): "unclear",
        ("Jonna Brekke", "spawning-closure"): "oppose",
        ("Clean Bay", "spawning-closure"): "support",
    },
    "strike": {
        ("Edwin Pascoe", "pay-offer"): "support",
        ("Nurses' Guild", "night-cover"): "support",
        ("Joel Garrow", "night-cover"): "oppose",
    },
    "climate": {
        ("Western Provinces", "fund-host"): "support",
        ("Western Provinces", "mandatory-pay"): "oppose",
        ("Group of Forty", "mandatory-pay"): "support",
        ("European Compact", "mandatory-pay"): "oppose",
    },
}


@pytest.fixture(scope="module", params=sorted(HELD))
def read(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Workspace]]:
    """Run one of the disputes."""
    name = str(request.param)
    folder = UNSEEN / name
    with accord.open(tmp_path_factory.mktemp(name) / "w") as workspace:
        report = workspace.run(
            sorted(folder.glob("*.txt")), issues=str(folder / "issues.yaml")
        )
        assert report.failures == ()
        assert report.processed == len(list(folder.glob("*.txt"))) == 4
        yield name, workspace


def test_every_record_quotes_the_files_own_words(read: tuple[str, Workspace]) -> None:
    name, workspace = read
    assert workspace.check().problems == ()
    texts = {
        document.id: (UNSEEN / name / Path(document.path).name).read_text("utf-8")
        for document in workspace.documents()
    }
    parts = [
        (attribution.document, part)
        for attribution in workspace.attributions()
        for part in (attribution.source, attribution.cue, attribution.content)
        if part is not None
    ]
    assert len(parts) > 40
    for document, part in parts:
        for span in part.spans:
            assert texts[document][span.start : span.end] in part.text
    for statement in workspace.statements():
        evidence = statement.evidence
        assert texts[statement.document][evidence.start : evidence.end] == evidence.text


def test_what_every_reader_sees_stands_in_the_ledger(
    read: tuple[str, Workspace],
) -> None:
    name, workspace = read
    ledger = {(p.name, p.issue): p for p in positions(workspace)}
    seen = {key: ledger[key].stance if key in ledger else None for key in HELD[name]}
    assert seen == HELD[name]


def test_no_one_excludes_himself_and_every_pair_has_two_sides(
    read: tuple[str, Workspace],
) -> None:
    _, workspace = read
    held = {(p.name, p.issue): p.stance for p in positions(workspace)}
    pairs = list(workspace.records("irreconcilable"))
    assert pairs
    for pair in pairs:
        assert len({side.name for side in pair.sides}) == len(pair.sides) == 2
        stances = [held[side.name, pair.issue] for side in pair.sides]
        assert stances == [side.stance for side in pair.sides]
        assert set(stances) & {"support", "oppose"}


def test_names_are_names(read: tuple[str, Workspace]) -> None:
    """No clause, no date and no line break is taken into the name of a holder."""
    _, workspace = read
    for position in positions(workspace):
        assert not any(sign in position.name for sign in (",", "\n", " said"))
        assert len(position.name.split()) <= 8


def test_two_workers_and_another_order_give_the_same_records(
    read: tuple[str, Workspace], tmp_path: Path
) -> None:
    name, workspace = read
    folder = UNSEEN / name
    with accord.open(tmp_path / "w") as other:
        other.run(
            sorted(folder.glob("*.txt"), reverse=True),
            issues=str(folder / "issues.yaml"),
            jobs=2,
        )
        for kind in KINDS:
            theirs = [dumps(record) for record in other.records(kind)]
            assert theirs == [dumps(record) for record in workspace.records(kind)]


def positions(workspace: Workspace) -> list[Position]:
    """Give the ledger."""
    return list(workspace.records("positions"))
