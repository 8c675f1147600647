"""Measure whether the right actor, office and body are found on the right day.

Each case is one sentence with a date of publication and a marked source. Everything
that the case states must hold: the actor, for whom they speak, an office held that day,
whether a finding of kind ``role-clash`` is made. The packs that ship with Accord are
checked for clashes too. Run as ``python evals/actors/measure.py [--json]``.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accord.model import Attribution, Document, Dossier, Span, When, content_id
from accord.resolve import KnowledgeBase, ResolveStage, find_clashes, load_knowledge

HERE = Path(__file__).parent
#: The issue that the evaluation stands for asks for at least so many cases.
ENOUGH = 60


def read_case(row: dict[str, Any]) -> Dossier:
    """Make a document with one attribution from a case."""
    marked = row["text"]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    cue = end + 1
    rest = text.index(" ", cue)
    document = Document(
        id=content_id("document", str(row["day"]), text),
        produced_by="evals.actors",
        path="case.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=When.on(row["day"]),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attribution = Attribution.of(
        document,
        source=(Span(start, end),),
        cue=(Span(cue, rest),),
        content=(Span(rest + 1, len(text) - 1),),
        mode="indirect",
        produced_by="evals.actors",
        confidence=1.0,
    )
    return Dossier(document=document, attributions=(attribution,))


def judge(row: dict[str, Any], found: Dossier, known: KnowledgeBase) -> Iterator[str]:
    """Hold what was found against a case; give a line for each thing that is wrong."""
    (attribution,) = found.attributions
    speaker, spoken = attribution.speaker, attribution.speaks_for
    if "actor" in row and speaker.actor != row["actor"]:
        yield f"is {speaker.actor}, not {row['actor']}"
    if "not" in row and speaker.actor == row["not"]:
        yield f"is taken for {row['not']}"
    if "for" in row and (spoken and spoken.actor) != row["for"]:
        yield f"speaks for {spoken and spoken.actor}, not {row['for']}"
    if "status" in row and speaker.status not in listed(row["status"]):
        yield f"is {speaker.status}, not {row['status']}"
    if "office" in row:
        held = offices(known, speaker.actor, row["day"])
        if (row["office"] not in held) if row["office"] != "none" else held:
            yield f"holds {held or 'no office'}, not {row['office']}"
    clashes = any(finding.kind == "role-clash" for finding in found.findings)
    if clashes != row.get("clash", False):
        yield "clashes" if clashes else "does not clash"


def listed(value: str | list[str]) -> list[str]:
    """Give a value as a list."""
    return value if isinstance(value, list) else [value]


def offices(known: KnowledgeBase, identity: str | None, day: date) -> list[str]:
    """List the titles that an actor holds on a day."""
    actor = known.actor(identity or "")
    return [role.title for role in actor.roles if role.holds_on(day)] if actor else []


def main() -> None:
    """Print what is wrong, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    raw = (HERE / "cases.yaml").read_bytes()
    cases = yaml.safe_load(raw)["cases"]
    known = load_knowledge()
    stage = ResolveStage(known)
    right = 0
    for row in cases:
        wrong = list(judge(row, stage(read_case(row)), known))
        right += not wrong
        for line in wrong:
            print(f"  {row['day']} {row['text']} {line}")
    clashes = find_clashes(known)
    for clash in clashes:
        print(f"  {clash.kind}: {clash.note}")
    people = sum(actor.kind == "person" for actor in known.actors)
    print(f"{len(known.actors)} actors, {people} of them persons")
    print(f"right {right} of {len(cases)} dated cases")
    metrics = {
        "dated_actors": right / len(cases),
        "enough_cases": float(len(cases) >= ENOUGH),
        "packs_without_clash": float(not clashes),
    }
    if options.json:
        corpus = hashlib.sha256(raw).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
