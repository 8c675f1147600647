"""Records and JSON: round trips, refusals, and the schema."""

import dataclasses
import json
import types
import typing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import RecordError
from accord.model import (
    RECORD_KINDS,
    Extract,
    Finding,
    Link,
    Passage,
    Span,
    When,
    dumps,
    from_json,
    json_schema,
    loads,
    to_json,
)

GOLDEN_SCHEMA = Path(__file__).parents[2] / "docs" / "schema.json"

WORDS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("“”«»🕊\u00ad\u0301é"),
    max_size=12,
)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10**6))
    return Span(start, start + draw(st.integers(1, 50)))


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(WORDS.filter(bool))
    start = draw(st.integers(0, 10**6))
    return Passage(start, start + len(text), text)


@st.composite
def extracts(draw: st.DrawFn) -> Extract:
    text = draw(st.text("abc “”🕊", min_size=20, max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, 20), min_size=2, max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return Extract.cut(text, [Span(a, b) for a, b in pairs])


@st.composite
def whens(draw: st.DrawFn) -> When:
    text = draw(st.none() | WORDS)
    if draw(st.booleans()):
        return When.unresolved(text or "")
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(0, 400)))
    precision: Any = draw(st.sampled_from(["day", "month", "year", "range"]))
    return When(
        start, end, precision, draw(st.sampled_from(["explicit", "resolved"])), text
    )


OWN: dict[Any, st.SearchStrategy[Any]] = {
    Span: spans(),
    Passage: passages(),
    Extract: extracts(),
    When: whens(),
    str: WORDS,
    int: st.integers(-(10**9), 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: DAYS,
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Draw any value of an annotated type."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return st.sampled_from(typing.get_args(kind))
    if origin in (typing.Union, types.UnionType):
        (inner,) = (k for k in typing.get_args(kind) if k is not type(None))
        return st.none() | st.deferred(lambda: values(inner))
    if origin is tuple:
        return st.lists(values(typing.get_args(kind)[0]), max_size=2).map(tuple)
    if kind in OWN:
        return OWN[kind]
    hints = typing.get_type_hints(kind)
    fields = {f.name: values(hints[f.name]) for f in dataclasses.fields(kind)}
    return st.builds(kind, **fields)


@pytest.mark.parametrize("name", RECORD_KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_record_survives_the_way_through_json(
    name: str, data: st.DataObject
) -> None:
    kind = RECORD_KINDS[name]
    record = data.draw(values(kind))

    line = dumps(record)

    assert "\n" not in line
    assert loads(kind, line) == record
    assert dumps(loads(kind, line)) == line


def a_link(**changes: object) -> dict[str, Any]:
    link = Link(
        id="link-1", produced_by="link.v1", kind="echo", a="x", b="y",
        similarity=1.0, first=None, credited=None, note="",
    )  # fmt: skip
    return to_json(link) | changes


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "rumour"}, "Link.kind: expected"),
        ({"similarity": "high"}, "Link.similarity: expected a number"),
        ({"similarity": True}, "Link.similarity: expected a number"),
        ({"credited": 1}, "Link.credited: expected bool"),
        ({"sideways": 1}, r"unknown fields \['sideways'\]"),
    ],
)
def test_a_field_that_does_not_fit_is_named(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(RecordError, match=message):
        from_json(Link, a_link(**changes))


def test_a_missing_field_is_named() -> None:
    value = a_link()
    del value["note"]

    with pytest.raises(RecordError, match=r"missing fields \['note'\]"):
        from_json(Link, value)


def test_an_optional_field_may_be_left_out() -> None:
    value = {
        "id": "x", "produced_by": "p", "kind": "state", "names": ["Valdoria"],
    }  # fmt: skip

    assert from_json(RECORD_KINDS["actor"], value).names == ("Valdoria",)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Passage, {"start": 0, "end": 9, "text": "short"}), (Span, [4, 2]), (Span, "0-4")],
)
def test_a_value_that_breaks_its_own_law_is_refused(kind: type, value: object) -> None:
    with pytest.raises((RecordError, ValueError, Exception), match=r"span|stand|Span"):
        from_json(kind, value)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(RecordError, match="not JSON"):
        loads(Finding, "{")


def test_a_date_that_is_none_is_refused() -> None:
    value = {
        "start": "2024-02-31", "end": "2024-02-31", "precision": "day",
        "state": "explicit", "text": None,
    }  # fmt: skip

    with pytest.raises(RecordError, match=r"When\.start: expected a date"):
        from_json(When, value)


def test_a_reserved_word_is_written_without_its_underscore() -> None:
    role = {
        "title": "mayor",
        "of": "x",
        "from": "2020-01-01",
        "to": None,
        "speaks_for": None,
    }
    actor = {
        "id": "p",
        "produced_by": "t",
        "kind": "person",
        "names": ["A"],
        "roles": [role],
    }

    read = from_json(RECORD_KINDS["actor"], actor)

    assert read.roles[0].from_ == date(2020, 1, 1)
    assert to_json(read)["roles"] == [role]


def test_the_published_schema_is_the_one_the_classes_give() -> None:
    published = json.loads(GOLDEN_SCHEMA.read_text(encoding="utf-8"))

    assert published == json_schema(), "run: python tools/schema.py"


def test_the_schema_names_every_field_that_the_contract_names() -> None:
    attribution = json_schema()["$defs"]["Attribution"]["properties"]

    assert set(attribution) >= {
        "document", "source", "cue", "content", "mode", "nested_in", "speaker",
        "speaks_for", "via", "said", "act", "modality", "condition", "target",
        "confidence", "id", "produced_by",
    }  # fmt: skip
