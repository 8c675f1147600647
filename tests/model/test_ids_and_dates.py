"""Ids that depend on content alone, dates that admit what is unknown."""

from dataclasses import replace
from datetime import date

import pytest

from accord.errors import InputError, UnknownNameError
from accord.model import (
    Attribution,
    Codebook,
    Document,
    Dossier,
    Finding,
    Issue,
    Role,
    Span,
    When,
    content_id,
    digest,
)

TEXT = "“Never,” the minister said. “Not now.”"
DOCUMENT = Document(
    id="document-1", produced_by="t", path="a.txt", title=None, outlet=None,
    author=None, language=None, url=None, published=None, length_chars=len(TEXT),
    sha256="", furniture=(), text=TEXT,
)  # fmt: skip


def an_attribution(confidence: float = 0.5, produced_by: str = "a.v1") -> Attribution:
    return Attribution.of(
        DOCUMENT,
        source=(Span(9, 21),),
        cue=(Span(22, 26),),
        content=(Span(1, 6), Span(29, 36)),
        mode="direct",
        produced_by=produced_by,
        confidence=confidence,
    )


def test_the_same_content_has_the_same_id() -> None:
    assert content_id("link", "a", 1, None) == content_id("link", "a", 1, None)
    assert content_id("link", "a") != content_id("link", "b")
    assert content_id("link", "a") != content_id("echo", "a")
    assert digest(["a", "b"]) != digest("a", "b")


def test_an_id_is_pinned_so_that_rulings_outlive_releases() -> None:
    assert content_id("finding", "document-1", "no-date") == "finding-14a848f71d9344ca"


def test_confidence_and_producer_leave_the_id_as_it_is() -> None:
    assert an_attribution(0.2, "a.v1").id == an_attribution(0.9, "a.v2").id


def test_an_attribution_takes_its_words_from_the_document() -> None:
    attribution = an_attribution()

    assert attribution.source is not None
    assert attribution.source.text == "the minister"
    assert attribution.content.text == "Never Not now"
    assert attribution.hull == Span(1, 36)


def test_an_unresolved_date_has_no_day() -> None:
    when = When.unresolved("2 months ago")

    assert (when.start, when.state, when.text) == (None, "unresolved", "2 months ago")
    with pytest.raises(InputError, match="no day"):
        replace(when, start=date(2024, 1, 1))


def test_a_resolved_date_needs_days_in_order() -> None:
    with pytest.raises(InputError, match="needs start"):
        When(None, None, None, "explicit", None)
    with pytest.raises(InputError, match="ends before"):
        When(date(2024, 2, 1), date(2024, 1, 1), "range", "explicit", None)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2022, 5, 1), True),
        (date(2022, 5, 2), False),
    ],
)
def test_an_office_is_held_from_its_first_day_to_its_last(
    day: date, *, holds: bool
) -> None:
    role = Role("mayor", "org:town", date(2020, 1, 1), date(2022, 5, 1), None)

    assert role.holds_on(day) is holds


def test_an_open_office_reaches_both_ways() -> None:
    assert Role("mayor", "org:town", None, None, None).holds_on(date(1900, 1, 1))


def test_an_unknown_issue_says_which_there_are() -> None:
    codebook = Codebook("mine", (Issue(id="pay", question="More pay?"),))

    assert codebook.issue("pay").question == "More pay?"
    with pytest.raises(UnknownNameError, match=r"(?s)no issue 'hours'.*It has: pay"):
        codebook.issue("hours")


def test_a_room_that_runs_again_replaces_its_own_findings_only() -> None:
    def found(room: str, kind: str) -> Finding:
        return Finding.about(DOCUMENT, kind, note="", produced_by=f"{room}.v1")

    first = Dossier(document=DOCUMENT).with_findings(
        "read", (found("read", "no-date"),)
    )
    both = first.with_findings("resolve", (found("resolve", "role-clash"),))

    again = both.with_findings("resolve", (found("resolve", "role-clash"),))

    assert again == both
    assert [f.kind for f in again.with_findings("read", ()).findings] == ["role-clash"]
