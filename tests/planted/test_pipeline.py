"""The whole way on the sample disputes, against what a careful reader found."""

import importlib.util
import sys
from collections.abc import Iterator

import pytest
from check_gold import check_quotes
from gold import FOLDER, load_gold
from measure import fingerprint, measure, name_metrics, run_sample
from tally import Tallies

from accord.model import Dispute

SAMPLES = ("strait", "depot")


@pytest.fixture(scope="module")
def disputes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dispute]:
    folder = tmp_path_factory.mktemp("planted")
    return {sample: run_sample(sample, folder) for sample in SAMPLES}


@pytest.fixture(scope="module")
def measured(disputes: dict[str, Dispute]) -> dict[str, Tallies]:
    return {name: measure(load_gold(name), d) for name, d in disputes.items()}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_document_of_a_sample_is_read(
    sample: str, disputes: dict[str, Dispute]
) -> None:
    gold = {d["path"] for d in load_gold(sample)["documents"]}
    assert {d.document.path for d in disputes[sample].dossiers} == gold
    assert disputes[sample].failures == ()


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_gold_stands_in_pages_and_papers_too(
    sample: str, disputes: dict[str, Dispute]
) -> None:
    texts = {d.document.path: d.document.text for d in disputes[sample].dossiers}
    assert list(check_quotes(load_gold(sample), texts)) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_quotation_is_what_stands_at_its_offsets(
    sample: str, disputes: dict[str, Dispute]
) -> None:
    for dossier in disputes[sample].dossiers:
        for attribution in dossier.attributions:
            parts = (attribution.source, attribution.cue, attribution.content)
            for part in filter(None, parts):
                dossier.document.verify(part)
        records = (dossier.statements, dossier.figures, dossier.agreements)
        for record in (r for kind in records for r in kind):
            dossier.document.verify(record.evidence)


def breaches(measured: dict[str, Tallies]) -> Iterator[str]:
    spec = importlib.util.spec_from_file_location(
        "planted_gate", FOLDER.parent / "gate.py"
    )
    assert spec is not None
    assert spec.loader is not None
    gate = importlib.util.module_from_spec(spec)
    # A dataclass looks its own module up.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "planted_gate", gate)
        spec.loader.exec_module(gate)
        floors = gate.read_floors(FOLDER / "floors.json")
        yield from gate.judge(fingerprint(), name_metrics(measured), floors)


def test_no_figure_is_below_its_floor(measured: dict[str, Tallies]) -> None:
    assert list(breaches(measured)) == []


def test_the_quarrel_over_the_island_is_seen(disputes: dict[str, Dispute]) -> None:
    sides = {
        (i.issue, frozenset(side.actor for side in i.sides))
        for i in disputes["strait"].irreconcilable
    }
    quarrel = frozenset({"state:kestria", "state:talvane"})
    assert ("dunmar-demilitarised", quarrel) in sides


def test_the_copy_without_credit_is_told_from_the_reprint(
    disputes: dict[str, Dispute],
) -> None:
    dispute = disputes["strait"]
    paths = {d.document.id: d.document.path for d in dispute.dossiers}
    copies = {
        frozenset((paths[link.a], paths[link.b])): link.credited
        for link in dispute.links
        if link.kind == "copy"
    }
    assert copies == {
        frozenset(
            {"documents/06-wire-items.jsonl#2", "documents/07-last-word.txt"}
        ): False,
        frozenset({"documents/08-poll.txt", "documents/11-reprint.txt"}): True,
    }


def test_the_minister_called_former_is_doubted(disputes: dict[str, Dispute]) -> None:
    doubted = {
        (dossier.document.path, finding.kind)
        for dossier in disputes["strait"].dossiers
        for finding in dossier.findings
    }
    assert ("documents/03-hands-off.txt", "role-clash") in doubted
    assert ("documents/02-paper-armour.txt", "role-clash") not in doubted
