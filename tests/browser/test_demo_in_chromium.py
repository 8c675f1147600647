"""The sample dispute, the whole way: every record's words, as the browser marks them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accord import app
from accord.model import Dispute, Extract
from accord.present import render_report

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# One pass over all records within the page: thousands of round trips take minutes.
_READ_ALL = """
(ids) => ids.map((id) => {
  openReader(id, 0);
  const words = (role) =>
    [...document.querySelectorAll(`#reader-text mark.${role}`)]
      .map((mark) => mark.textContent).join("");
  return ["source", "cue", "content", "evidence"].map(words);
})
"""


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Dispute:
    workspace, report = app.demo(tmp_path_factory.mktemp("demo"), sample="strait")
    with workspace:
        assert report.failures == ()
        return workspace.dispute()


def joined(extract: Extract | None) -> str:
    """Put the fragments together as the page does: without anything between them."""
    if extract is None:
        return ""
    words, at = [], 0
    for span in extract.spans:
        words.append(extract.text[at : at + len(span)])
        at += len(span) + 1
    return "".join(words)


def test_every_attribution_is_marked_character_for_character(
    strait: Dispute, open_report: Callable[..., Any]
) -> None:
    page = open_report(strait).at()
    attributions = [a for d in strait.dossiers for a in d.attributions]

    read = page.evaluate(_READ_ALL, [a.id for a in attributions])
    assert len(attributions) > 50
    for attribution, (source, cue, content, _) in zip(attributions, read, strict=True):
        assert source == joined(attribution.source)
        assert cue == joined(attribution.cue)
        assert content == joined(attribution.content)


def test_the_evidence_of_every_other_record_is_marked(
    strait: Dispute, open_report: Callable[..., Any]
) -> None:
    page = open_report(strait).at()
    records = [
        record
        for d in strait.dossiers
        for record in (
            *d.statements, *d.figures, *d.agreements, *d.contacts, *d.mechanisms
        )
    ]  # fmt: skip

    read = page.evaluate(_READ_ALL, [record.id for record in records])
    for record, (*_, evidence) in zip(records, read, strict=True):
        assert evidence == record.evidence.text


def test_the_report_of_the_demo_is_the_one_on_disk(
    strait: Dispute, tmp_path: Path
) -> None:
    workspace, report = app.demo(tmp_path / strait.name, sample="strait", jobs=2)
    with workspace:
        assert report.report.read_text(encoding="utf-8") == render_report(
            workspace.dispute()
        )
