"""The report: one HTML file that holds everything it needs."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import jinja2

from accord.model import Attribution, Dispute, Document, Statement, content_id
from accord.present.columns import Cell
from accord.present.context import Context
from accord.present.echoes import copies, echo_groups
from accord.present.ledger import (
    describe_position,
    is_torn,
    lay_out_ledger,
    sign_of,
)
from accord.present.outlets import OutletView, view_outlets
from accord.present.overview import conflicts, shifts
from accord.present.pictures import STYLE, draw_network, embed
from accord.present.places import ROLES, Place, locate
from accord.present.solving.view import view_solution
from accord.present.tables import Table, tabulate
from accord.present.timeline import describe_dot, draw_timeline
from accord.present.wording import (
    GLYPHS,
    day,
    issue_label,
    one_line,
    period,
    plural,
    spoken_day,
)
from accord.text import fold

__all__ = ["render_report"]

# More than an analyst reads at the top of a page; the rest stands in the tables.
MAX_ACTORS = 20
MAX_CONFLICTS = 12
MAX_SHIFTS = 12
MAX_ECHO_GROUPS = 18
MAX_COPIES = 12
MAX_UNRESOLVED_PLACES = 50

_SCRIPTS = ("offsets.js", "reader.js", "records.js", "main.js")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")

#: The tables of the report in their order: record kind and heading.
_HEADINGS = {
    "attribution": "Attributions",
    "statement": "Statements",
    "finding": "Findings",
    "figure": "Figures",
    "agreement": "Agreements",
    "contact": "Contacts",
    "mechanism": "Mechanisms",
    "position": "Positions",
    "shift": "Shifts",
    "irreconcilable": "Irreconcilable",
    "link": "Links",
    "actor": "Actors",
    "document": "Documents",
    "unresolved": "Unresolved speakers",
    "failure": "Failures",
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table of the report with the places its rows open."""

    kind: str
    heading: str
    columns: tuple[dict[str, str], ...]
    rows: tuple[list[object], ...]


#: Attributions of a trained model are produced under this name.
TRAINED = "attribute.model."


def render_report(dispute: Dispute) -> str:
    """Draw a dispute as one HTML file that needs no network and no other file.

    Returns:
        The whole file; the same dispute gives the same characters.

    Cost:
        Linear in the records; comparing copied texts is bounded.
    """
    context = Context.of_dispute(dispute)
    sheets = _sheets(dispute, context)
    style = _resource("report.css") + STYLE
    script = "\n".join(_resource(name) for name in _SCRIPTS)
    page = _environment().get_template("report.html.jinja")
    matrix = lay_out_ledger(dispute.ledger, codebook=dispute.codebook)
    html = page.render(
        dispute=dispute,
        head=_head(dispute),
        matrix=matrix,
        questions={issue.id: issue.question for issue in dispute.codebook.issues},
        first_rows=min(len(matrix.of_actors().rows), MAX_ACTORS),
        conflicts=conflicts(dispute, context=context)[:MAX_CONFLICTS],
        shifts=shifts(dispute, context=context)[:MAX_SHIFTS],
        timeline=draw_timeline(_statements(dispute)),
        echoes=echo_groups(dispute.links, context=context, limit=MAX_ECHO_GROUPS),
        copies=copies(dispute.links, context=context, limit=MAX_COPIES),
        stories=dispute.stories[:MAX_COPIES],
        chains=dispute.chains,
        context=context,
        picture=embed(draw_network(dispute.network)) if dispute.network else None,
        outlets=_outlets(dispute),
        solved=(
            view_solution(dispute.solution, context=context)
            if dispute.solution
            else None
        ),
        sheets=sheets,
        style=style,
        script=script,
        policy=_policy(style, script),
        data=_embed(_payload(dispute, sheets)),
    )
    # A text may hold halves of characters, which no file can; one stands for one.
    return _LONE_SURROGATES.sub("\ufffd", html)


@cache
def _resource(name: str) -> str:
    """Read one of the room's own template files."""
    folder = resources.files("accord.present") / "templates"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    """Set the template engine up: everything is escaped, nothing may be missing."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_resource),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"GLYPHS": GLYPHS}
    environment.filters |= {
        "plural": plural,
        "issue_label": issue_label,
        "describe": describe_position,
        "describe_dot": describe_dot,
        "sign": sign_of,
        "torn": is_torn,
        "day": spoken_day,
        "one_line": one_line,
        "slug": _slug,
    }
    return environment


def _slug(stance: str) -> str:
    """Keep a class name to letters."""
    return re.sub("[^a-z]", "", stance)


def _policy(style: str, script: str) -> str:
    """Allow exactly our own style and script, and no request at all."""

    def source(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; style-src {source(style)}; "
        f"script-src {source(script)}; base-uri 'none'; form-action 'none'"
    )


def _embed(value: object) -> str:
    """Write JSON that cannot end the element it stands in."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _outlets(dispute: Dispute) -> OutletView | None:
    """Choose what to tell of the outlets, if there are two to compare."""
    found = dispute.outlets
    if found is None or len(found.outlets) < 2:
        return None
    return view_outlets(found)


def _statements(dispute: Dispute) -> list[Statement]:
    return [s for dossier in dispute.dossiers for s in dossier.statements]


def _attributions(dispute: Dispute) -> list[Attribution]:
    return [a for dossier in dispute.dossiers for a in dossier.attributions]


def _head(dispute: Dispute) -> dict[str, object]:
    """Count what the top of the page tells."""
    documents = [dossier.document for dossier in dispute.dossiers]
    attributions = _attributions(dispute)
    known = [a for a in attributions if a.speaker.status != "unresolved"]
    findings = [f for dossier in dispute.dossiers for f in dossier.findings]
    return {
        "period": _period(documents),
        "undated": sum(1 for d in documents if day(d.published) is None),
        "documents": len(documents),
        "outlets": len({d.outlet for d in documents if d.outlet}),
        "attributions": len(attributions),
        "known": len(known),
        "actors": len(dispute.actors),
        "statements": len(_statements(dispute)),
        "findings": len(findings),
        "failures": len(dispute.failures),
        "producers": sorted(_producers(dispute)),
        "trained": any(p.startswith(TRAINED) for p in _producers(dispute)),
    }


def _period(documents: Sequence[Document]) -> str | None:
    """Say from when to when the coverage runs; None if nothing is dated."""
    dates = [d.published for d in documents if d.published]
    starts = [when.start for when in dates if when.start]
    ends = [when.end for when in dates if when.end]
    return period(min(starts), max(ends)) if starts and ends else None


def _producers(dispute: Dispute) -> Iterable[str]:
    """Name every method that made a record of this dispute."""
    piles: list[Sequence[object]] = [dispute.links, dispute.ledger, dispute.shifts]
    piles += [dispute.irreconcilable, [dispute.solution]]
    for dossier in dispute.dossiers:
        piles += [[dossier.document], dossier.findings, dossier.attributions]
        piles += [dossier.statements, dossier.figures, dossier.agreements]
        piles += [dossier.contacts, dossier.mechanisms]
    found = {getattr(record, "produced_by", "") for pile in piles for record in pile}
    return found - {""}


def _sheets(dispute: Dispute, context: Context) -> tuple[_Sheet, ...]:
    """Make the tables of the report; empty ones are left out."""
    inside = {
        kind: [r for dossier in dispute.dossiers for r in getattr(dossier, f"{kind}s")]
        for kind in (
            "attribution", "statement", "finding",
            "figure", "agreement", "contact", "mechanism",
        )
    }  # fmt: skip
    records: dict[str, Sequence[object]] = {
        **inside,
        "position": dispute.ledger,
        "shift": dispute.shifts,
        "irreconcilable": dispute.irreconcilable,
        "link": dispute.links,
        "actor": dispute.actors,
        "document": [dossier.document for dossier in dispute.dossiers],
        "failure": dispute.failures,
    }
    numbers = {d.document.id: n for n, d in enumerate(dispute.dossiers)}
    places = locate(dispute)
    sheets = []
    for kind, heading in _HEADINGS.items():
        if kind == "unresolved":
            sheets.append(_unresolved_sheet(inside["attribution"], heading, context))
            continue
        table = tabulate(kind, records[kind], context=context).limited_to("detail")
        sheets.append(_sheet(table, heading, places, numbers))
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(
    table: Table,
    heading: str,
    places: dict[str, tuple[Place | str, ...]],
    numbers: dict[str, int],
) -> _Sheet:
    """Give a table's rows the places they open; columns without any cell go."""
    kept = [
        index
        for index in range(len(table.columns))
        if any(row[index] is not None for row in table.rows)
    ]
    columns = tuple(
        {"name": c.name, "label": c.label, "kind": c.kind, "reach": c.reach}
        for c in (table.columns[index] for index in kept)
    )
    rows: tuple[list[object], ...] = tuple(
        [
            identity,
            [_compact(place, numbers) for place in places.get(identity or "", ())],
            *(_shown(row[index]) for index in kept),
        ]
        for identity, row in zip(table.ids, table.rows, strict=True)
    )
    return _Sheet(table.kind, heading, columns, rows)


def _shown(cell: Cell) -> Cell:
    """Put a cell's words on one line."""
    return one_line(cell) if isinstance(cell, str) else cell


def _compact(place: Place | str, numbers: dict[str, int]) -> object:
    """Write a place as ``[document number, [start, end, role, ...]]``, or an id."""
    if isinstance(place, str):
        return place
    flat: list[int] = []
    for start, end, role in place.marks:
        flat += [start, end, ROLES.index(role)]
    return [numbers[place.document], flat]


def _unresolved_sheet(
    attributions: Sequence[Attribution], heading: str, context: Context
) -> _Sheet:
    """Count the words that stand for speakers nobody could be found for."""
    by_words: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.speaker.status == "unresolved":
            words = attribution.source.text if attribution.source else ""
            by_words.setdefault(fold(one_line(words)).text, []).append(attribution)
    rows = []
    for folded, found in sorted(by_words.items(), key=lambda i: (-len(i[1]), i[0])):
        source = found[0].source
        rows.append(
            [
                content_id("unresolved", folded),
                [attribution.id for attribution in found[:MAX_UNRESOLVED_PLACES]],
                one_line(source.text) if source else "(no source in the text)",
                len(found),
                len({attribution.document for attribution in found}),
                one_line(found[0].content.text),
                context.path(found[0].document),
            ]
        )
    columns = (
        {"name": "words", "label": "words", "kind": "text"},
        {"name": "times", "label": "times", "kind": "number"},
        {"name": "documents", "label": "documents", "kind": "number"},
        {"name": "example", "label": "example", "kind": "quote"},
        {"name": "document", "label": "document", "kind": "text"},
    )
    return _Sheet("unresolved", heading, columns, tuple(rows))


def _payload(dispute: Dispute, sheets: Sequence[_Sheet]) -> dict[str, object]:
    """Gather what the script works on; each text stands in it once."""
    return {
        "roles": list(ROLES),
        "glyphs": GLYPHS,
        "documents": [_document(dossier.document) for dossier in dispute.dossiers],
        "tables": [
            {
                "kind": sheet.kind,
                "heading": sheet.heading,
                "columns": sheet.columns,
                "rows": sheet.rows,
            }
            for sheet in sheets
        ],
    }


def _document(document: Document) -> dict[str, object]:
    """Describe a document to the reader pane."""
    furniture: list[object] = []
    for piece in document.furniture:
        furniture += [piece.start, piece.end, piece.kind]
    # Only web addresses become links; anything else could be made to run.
    web = (document.url or "").lower().startswith(("http://", "https://"))
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "section": document.section,
        "dateline": document.dateline,
        "url": document.url if web else None,
        "date": spoken_day(document.published),
        "furniture": furniture,
        "text": document.text,
    }
