"""The report: one file, all escaped, the same every time."""

import json
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from accord.model import Codebook, Dispute
from accord.present import PresentStage, render_report
from accord.testing.builders import make_dossier
from accord.testing.dispute import make_dispute

GOLDEN = Path(__file__).parent.parent / "golden" / "report.html"
EMPTY = Dispute(
    name="nothing",
    codebook=Codebook("empty", ()),
    dossiers=(),
    actors=(),
    links=(),
    ledger=(),
    shifts=(),
    irreconcilable=(),
    failures=(),
)


class Page(HTMLParser):
    """Gathers elements, and the text of each script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] += data


def payload(html: str) -> dict[str, object]:
    loaded = json.loads(Page(html).scripts[0])
    assert isinstance(loaded, dict)
    return loaded


def test_the_report_is_the_golden_one() -> None:
    html = render_report(make_dispute())
    if os.environ.get("ACCORD_UPDATE_GOLDEN"):
        GOLDEN.write_text(html, encoding="utf-8")

    assert html == GOLDEN.read_text(encoding="utf-8"), (
        "the report changed; look at it, then run with ACCORD_UPDATE_GOLDEN=1"
    )


def test_the_same_dispute_gives_the_same_characters() -> None:
    assert render_report(make_dispute()) == "".join(PresentStage()(make_dispute()))
    assert PresentStage().fingerprint() == PresentStage().fingerprint()


def test_an_empty_dispute_has_a_report_that_says_so() -> None:
    html = render_report(EMPTY)

    assert "No statement on any question" in html
    assert payload(html)["tables"] == []


def test_nothing_is_loaded_from_anywhere() -> None:
    page = Page(render_report(make_dispute()))

    loading = [
        (tag, attributes)
        for tag, attributes in page.elements
        if "src" in attributes
        or tag in ("link", "img", "iframe", "object", "embed", "base")
    ]
    assert loading == []
    assert "@import" not in render_report(make_dispute())
    assert "url(" not in render_report(make_dispute())


def test_markup_in_a_document_stays_text() -> None:
    html = render_report(make_dispute())
    page = Page(html)

    assert len(page.scripts) == 2
    assert not any("window.broken = true</script>" in s for s in page.scripts)
    texts = [d["text"] for d in payload(html)["documents"]]  # type: ignore[attr-defined]
    assert "</script><script>window.broken = true</script>" in texts[1]


def test_no_handler_or_style_stands_in_an_attribute() -> None:
    for tag, attributes in Page(render_report(make_dispute())).elements:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "style" not in attributes, tag


def test_only_web_addresses_become_links() -> None:
    documents = payload(render_report(make_dispute()))["documents"]

    urls = [d["url"] for d in documents]  # type: ignore[attr-defined]
    assert urls == [None, None, "https://example.org/river-wire/sorn", None, None]


def test_the_policy_allows_exactly_the_style_and_script_of_the_page() -> None:
    page = Page(render_report(make_dispute()))

    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert len(re.findall("sha256-", policy)) == 2


def test_each_text_stands_in_the_data_once() -> None:
    dispute = make_dispute()
    html = render_report(dispute)

    for dossier in dispute.dossiers:
        written = json.dumps(dossier.document.text, ensure_ascii=False)
        for character in "<>&":
            written = written.replace(character, f"\\u{ord(character):04x}")
        assert html.count(written) == 1


def test_every_row_has_a_place_to_open_or_is_a_failure() -> None:
    tables = payload(render_report(make_dispute()))["tables"]

    for table in tables:  # type: ignore[attr-defined]
        for row in table["rows"]:
            assert row[1] or table["kind"] == "failure", table["kind"]


def test_every_link_into_the_reader_leads_to_a_row() -> None:
    html = render_report(make_dispute())
    known = {row[0] for table in payload(html)["tables"] for row in table["rows"]}  # type: ignore[attr-defined]

    linked = re.findall(r'href="#r=([a-z]+-[0-9a-f]+)"', html)
    assert set(linked) <= known
    assert len(linked) >= 20


def test_halves_of_characters_are_replaced_one_for_one() -> None:
    dossier = make_dossier("He said \ud83d no.")
    html = render_report(replace(EMPTY, dossiers=(dossier,)))

    html.encode("utf-8")
    (document,) = payload(html)["documents"]  # type: ignore[misc]
    assert document["text"] == "He said \ufffd no."  # type: ignore[index]


@pytest.mark.parametrize("name", ["<b>bold</b>", "a & b", '"quoted"'])
def test_names_are_escaped(name: str) -> None:
    html = render_report(replace(make_dispute(), name=name))

    assert "<b>bold" not in html
    title = re.search("<h1>(.*?)</h1>", html)
    assert title is not None
    assert name not in title.group(1) or name == "a & b"


def test_the_report_says_when_a_trained_model_read() -> None:
    dispute = make_dispute()
    first, *others = dispute.dossiers
    trained = replace(
        first,
        attributions=tuple(
            replace(a, produced_by="attribute.model.v1") for a in first.attributions
        ),
    )

    page = render_report(replace(dispute, dossiers=(trained, *others)))

    assert first.attributions
    assert "by a trained model and rules" in page
    assert "by a trained model" not in render_report(dispute)
