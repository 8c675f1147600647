"""``accord structure``: every aspect is found, drawn within 80 columns, and in JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accord.model.discourse import EventList
from accord.testing.debates import make_camps

Run = Callable[..., Any]
ASPECTS = (
    "polarization", "communities", "backbone", "phases", "scaling", "centrality", "ties",
)  # fmt: skip


LONG = "Association of the Municipal Waterworks of the Northern and Eastern Provinces"


@pytest.fixture
def dispute(monkeypatch: pytest.MonkeyPatch) -> str:
    """Two camps, in two outlets; one member has a long name."""
    sides = make_camps("ABC", "DEF", concepts=4)
    statements = tuple(
        replace(
            s,
            values=(
                LONG if s.values[0] == "A" else s.values[0],
                *s.values[1:3],
                ("Herald", "Gazette", "Post")[number % 3],
            ),
            confidence=0.9,
        )
        for number, s in enumerate(sides.statements)
    )
    events = replace(sides, statements=statements)

    def read(source: Path, **_: object) -> EventList:
        assert source == Path("invented")
        return events

    monkeypatch.setattr("accord.app.networks.read_source", read)
    monkeypatch.setenv("COLUMNS", "80")
    return "invented"


def test_every_aspect_is_found(accord: Run, dispute: str) -> None:
    for aspect in ASPECTS:
        result = accord("structure", dispute, "--what", aspect, "--draws", "19")

        assert result.code == 0, (aspect, result.err)
        assert max(map(len, result.out.splitlines())) <= 80, aspect

        told = accord("structure", dispute, "--what", aspect, "--draws", "19", "--json")
        value = json.loads(told.out)
        assert value["what"] == aspect
        assert value["result"]
        if aspect != "centrality":
            method = value["result"]["method"]
            assert method["name"].split(".")[0] == aspect
            assert isinstance(method["exact"], bool)


def test_the_same_seed_gives_the_same(accord: Run, dispute: str) -> None:
    asked = ("structure", dispute, "--intervals", "outlets", "--draws", "15", "--json")

    first, again = (accord(*asked, "--seed", "4").out for _ in range(2))

    assert first == again
    result = json.loads(first)["result"]
    assert result["interval"]["low"] <= result["interval"]["high"]
    assert result["method"]["name"] == "bootstrap.outlets"


def test_options_reach_what_they_are_for(accord: Run, dispute: str) -> None:
    def ask(*options: str) -> Any:
        result = accord("structure", dispute, *options, "--json")
        assert result.code == 0, result.err
        return json.loads(result.out)["result"]

    assert len(ask("--what", "backbone", "--size", "1")["backbone"]) == 1
    assert "steps" in ask("--what", "backbone", "--nested")
    two = ask("--what", "scaling", "--dimensions", "2")
    assert {len(actor["values"]) for actor in two["actors"]} == {2}
    assert {drop["outlet"] for drop in ask("--what", "outlets")["without"]}
    peer = ask("--compat", "dna-3.1.2")
    assert peer["method"]["name"] == "polarization.dna-3.1.2"
    over_time = ask("--time-window", "days", "--window-size", "20")
    assert {"middle", "polarization"} <= set(over_time[0])


def test_what_does_not_go_together_is_said(accord: Run, dispute: str) -> None:
    result = accord("structure", dispute, "--normalization", "prominence")

    assert result.code == 3
    assert "prominence" in result.err
    assert "Hint:" in result.err
