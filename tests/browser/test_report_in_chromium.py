"""The report as a person uses it: clicking, with the keyboard, offline."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accord.model import Dossier
from accord.testing.builders import (
    make_attribution,
    make_document,
    make_dossier,
)
from accord.testing.dispute import make_dispute

pytestmark = pytest.mark.browser

DISPUTE = make_dispute()
ATTRIBUTIONS = {a.id: a for d in DISPUTE.dossiers for a in d.attributions}
OpenReport = Callable[..., Any]


def marked(page: Page, role: str) -> str:
    """Put the words of a role together, as the reader shows them."""
    return "".join(page.locator(f"#reader-text mark.{role}").all_text_contents())


def visible(page: Page, selector: str) -> bool:
    """Tell whether an element lies within the window."""
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    return bool(
        box and size and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    )


def test_a_ledger_cell_opens_its_statements(open_report: OpenReport) -> None:
    page = open_report().at()
    position = next(
        p for p in DISPUTE.ledger if (p.name, p.issue) == ("Sorn", "raise-the-dam")
    )

    page.get_by_role("link", name="Sorn opposes").click()

    expect(page.locator("#reader")).to_be_visible()
    assert page.url.endswith(f"#r={position.id}")
    expect(page.locator("#reader-places li")).to_have_count(len(position.statements))
    assert marked(page, "evidence") == (
        "Not one metre more: the river is ours as much as theirs"
    )
    page.locator("#reader-places a").nth(1).click()
    expect(page.locator("#reader-document h3")).to_have_text("Sorn rejects dam")


@pytest.mark.parametrize("record", ATTRIBUTIONS)
def test_every_attribution_shows_exactly_its_words(
    open_report: OpenReport, record: str
) -> None:
    page = open_report().at(f"#r={record}")

    attribution = ATTRIBUTIONS[record]
    assert attribution.source is not None
    assert attribution.cue is not None
    expect(page.locator("#reader-title")).to_be_visible()
    assert marked(page, "content") == attribution.content.text
    assert marked(page, "source") == attribution.source.text
    assert marked(page, "cue") == attribution.cue.text


def test_characters_of_two_units_do_not_shift_the_marks(
    open_report: OpenReport,
) -> None:
    text = "😀😀 a 🚣 b. “One 🌊 more”, said 🧑‍🚀 Ann. 𝔘𝔫𝔡 so on."
    document = make_document(text)
    attribution = make_attribution(
        document, content="One 🌊 more", source="🧑‍🚀 Ann", cue="said"
    )
    dossier = Dossier(document=document, attributions=(attribution,))

    page = open_report(replace(DISPUTE_WITHOUT, dossiers=(dossier,))).at(
        f"#r={attribution.id}"
    )

    assert marked(page, "content") == "One 🌊 more"
    assert marked(page, "source") == "🧑‍🚀 Ann"
    assert page.locator("#reader-text").text_content() == text


DISPUTE_WITHOUT = replace(
    DISPUTE,
    dossiers=(),
    actors=(),
    links=(),
    ledger=(),
    shifts=(),
    irreconcilable=(),
    failures=(),
)


def test_paragraphs_of_one_line_break_keep_their_words_and_get_room(
    open_report: OpenReport,
) -> None:
    text = "One.\nTwo said no.\nThree.\n"
    document = make_document(text)
    attribution = make_attribution(document, content="no.\nThree", source="Two")
    dossier = Dossier(document=document, attributions=(attribution,))

    page = open_report(replace(DISPUTE_WITHOUT, dossiers=(dossier,))).at(
        f"#r={attribution.id}"
    )

    assert page.locator("#reader-text").text_content() == text
    assert marked(page, "content") == "no.\nThree"
    expect(page.locator("#reader-text .gap")).to_have_count(3)


def test_the_evidence_of_a_long_document_is_scrolled_into_view(
    open_report: OpenReport,
) -> None:
    document = make_document("The gates.\n\n" * 400 + "Quill said no.\n" + "x\n" * 200)
    attribution = make_attribution(document, content="no", source="Quill", cue="said")
    dossier = Dossier(document=document, attributions=(attribution,))

    page = open_report(replace(DISPUTE_WITHOUT, dossiers=(dossier,))).at(
        f"#r={attribution.id}"
    )

    expect(page.locator("#reader-text mark.content")).to_be_visible()
    assert visible(page, "#reader-text mark.content")


def test_hostile_text_does_not_run(open_report: OpenReport) -> None:
    page = open_report().at()

    for dossier in DISPUTE.dossiers:
        page.goto(page.url.split("#")[0] + f"#r={dossier.document.id}")
        shown = page.locator("#reader-text").text_content()
        assert shown == dossier.document.text
    assert page.evaluate("window.broken") is None


def test_the_policy_stops_a_script_that_is_not_ours(open_report: OpenReport) -> None:
    report = open_report()
    page = report.at()

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        "{textContent: 'window.broken = true'}))"
    )

    assert page.evaluate("window.broken") is None
    assert len(report.complaints) == 1
    report.complaints.clear()


def test_the_keyboard_alone_is_enough(open_report: OpenReport) -> None:
    page = open_report().at()

    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('td.held') !== null"):
            break
    opener = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    expect(page.locator("#reader")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "reader-title"
    page.keyboard.press("ArrowRight")
    expect(page.locator("#reader-places a[aria-current]")).to_contain_text("We will")
    page.keyboard.press("Escape")

    expect(page.locator("#reader")).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('href')") == opener
    assert "#" not in page.url


def test_tabs_move_with_the_arrow_keys(open_report: OpenReport) -> None:
    page = open_report().at("#t=attribution")

    expect(page.get_by_role("tab", name="Attributions")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Statements")).to_have_attribute(
        "aria-selected", "true"
    )
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="Failures")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Attributions")).to_be_focused()


def test_every_row_of_every_table_opens_the_reader(open_report: OpenReport) -> None:
    page = open_report().at()

    for tab in page.get_by_role("tab").all():
        tab.click()
        for link in page.locator("#rows tbody a").all():
            link.click()
            expect(page.locator("#reader-title")).not_to_be_empty()
            kind = tab.get_attribute("data-kind")
            if kind != "failure":
                expect(page.locator("#reader-text")).not_to_be_empty()
            page.keyboard.press("Escape")
            expect(page.locator("#reader")).to_be_hidden()


def test_rows_are_filtered_and_sorted(open_report: OpenReport) -> None:
    page = open_report().at("#t=attribution")
    rows = page.locator("#rows tbody tr")

    page.get_by_label("Filter").fill("quill RIVER")
    expect(rows).to_have_count(2)
    expect(page.locator("#shown")).to_have_text("2 of 9 rows")
    page.get_by_label("Filter").fill("")
    expect(rows).to_have_count(9)

    heading = page.locator("#rows thead th", has_text="date")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(rows.first.locator("td.date")).to_have_text("2025-03-05")
    expect(rows.last.locator("td.date")).to_have_text("")


def test_an_unknown_record_in_the_address_opens_nothing(
    open_report: OpenReport,
) -> None:
    page = open_report().at("#r=attribution-gone")

    expect(page.locator("#reader")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("The dam at Ostrel")


def test_an_id_may_hold_any_character(open_report: OpenReport) -> None:
    odd = replace(DISPUTE.actors[0], id='org:a&b+c%20"d')
    page = open_report(replace(DISPUTE, actors=(odd,))).at("#t=actor")

    page.locator("#rows tbody a").click()
    expect(page.locator("#reader-title")).to_have_text(odd.name)
    page.reload()
    expect(page.locator("#reader-title")).to_have_text(odd.name)
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_never_scrolls_sideways(
    open_report: OpenReport, width: int, scheme: str
) -> None:
    page = open_report(
        viewport={"width": width, "height": 800}, color_scheme=scheme
    ).at()

    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(overflow) <= 0


def test_a_thousand_documents_open_quickly_and_draw_few_rows(
    open_report: OpenReport,
) -> None:
    dossiers = []
    for number in range(1000):
        text = f"Quill {number} said no deal. " * 20
        dossiers.append(make_dossier(text, path=f"pile/{number:04}.txt"))
    report = open_report(replace(DISPUTE_WITHOUT, dossiers=tuple(dossiers)))

    page = report.at("#t=attribution")

    expect(page.locator("#shown")).to_have_text("1,000 rows")
    assert page.locator("#rows tbody tr").count() <= 300
    ready = page.evaluate(
        "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    )
    assert ready < 4000
    page.get_by_label("Filter").fill("0999.txt")
    expect(page.locator("#rows tbody tr")).to_have_count(1)
