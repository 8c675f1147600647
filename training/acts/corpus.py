"""Sentences with two marked parties and a PLOVER root, as cases with gold.

The texts stay where they are: they are read from a path, used, and never written.
"""

import json
import re
from dataclasses import replace
from pathlib import Path

from accord.ports import ActCase
from accord.position.acts import act_hits, acts
from accord.position.phrases import tokenise

_MARK = re.compile(r"</?[st]>")

#: Names of the older manual, and of the set, for today's roots.
TODAY = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT", "RETREAT": "YIELD", "CONCEDE": "YIELD",
}  # fmt: skip


def marked_cases(path: Path) -> list[tuple[ActCase, str]]:
    """Read sentences with ``<s>source</s>`` and ``<t>target</t>``."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(unmark(row["marked"]), row["root"]) for row in rows]


def unmark(marked: str) -> ActCase:
    """Take the marks out of a sentence.

    Example:
        >>> case = unmark("<s>Norland</s> warned <t>Velia</t>.")
        >>> case.text, case.source, case.target
        ('Norland warned Velia.', (0, 7), (15, 20))
    """
    text, at, places = "", 0, {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        places[mark[0]] = len(text)
        at = mark.end()
    text += marked[at:]
    source, target = (
        (places[f"<{side}>"], places[f"</{side}>"]) if f"<{side}>" in places else None
        for side in "st"
    )
    return with_rules(ActCase(text, source, target))


def gsr_cases(path: Path) -> list[tuple[ActCase, str]]:
    """Read PLOVER's gold records that name a source within the text."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    out = []
    for row in rows:
        sources, targets = (
            [(a["start"], a["end"]) for a in row[side] if a["start"] is not None]
            for side in ("source", "target")
        )
        if sources:
            target = targets[0] if targets else None
            case = with_rules(ActCase(row["text"], sources[0], target))
            out.append((case, TODAY.get(row["event"], row["event"])))
    return out


def with_rules(case: ActCase) -> ActCase:
    """Add what the rules read: all acts, and the root of the first after the source."""
    tokens = tokenise(case.text)
    after = case.source[1] if case.source else 0
    begin = tokens.range(after, len(case.text)).start
    hits = act_hits(tokens)
    coded = [h for h in hits if acts()[h.label[0]].plover]
    ahead = [h for h in coded if h.first >= begin and not acts()[h.label[0]].informs]
    first = min(ahead or coded, key=lambda h: (h.first, -h.last), default=None)
    rule = acts()[first.label[0]].plover if first else None
    return replace(case, rule=rule, acts=tuple(h.label[0] for h in hits))
