"""The report: one HTML file that holds everything it needs."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

import jinja2

from accord.model import Attribution, Dispute, Document, Statement
from accord.present.context import Context
from accord.present.echoes import copies, echo_groups
from accord.present.embedded import Sheet, lay_out_sheets, write_data
from accord.present.ledger import (
    describe_position,
    is_torn,
    lay_out_ledger,
    sign_of,
)
from accord.present.outlets import OutletView, view_outlets
from accord.present.overview import conflicts, shifts
from accord.present.pictures import STYLE, draw_network, embed
from accord.present.solving.view import view_solution
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

__all__ = ["render_report", "stream_report"]

# More than an analyst reads at the top of a page; the rest stands in the tables.
MAX_ACTORS = 20
MAX_CONFLICTS = 12
MAX_SHIFTS = 12
MAX_ECHO_GROUPS = 18
MAX_COPIES = 12

_SCRIPTS = ("offsets.js", "reader.js", "records.js", "main.js")
# A text may hold halves of characters, which no file can; one stands for one.
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_DATA = '<script type="application/json" id="accord-data">'

#: Attributions of a trained model are produced under this name.
TRAINED = "attribute.model."


def render_report(dispute: Dispute) -> str:
    """Draw a dispute as one HTML file that needs no network and no other file.

    Returns:
        The whole file; the same dispute gives the same characters.

    Cost:
        Linear in the records; comparing copied texts is bounded.
    """
    return "".join(stream_report(dispute))


def stream_report(dispute: Dispute) -> Iterator[str]:
    """Draw the file piece by piece; a large pile's is never held whole.

    Cost:
        As ``render_report``; beside the dispute, memory for the page's own words and
        for one row of its tables.
    """
    context = Context.of_dispute(dispute)
    sheets = lay_out_sheets(dispute, context)
    # What a dispute says is escaped, so that this stands in the page once.
    before, element, after = _draw_page(dispute, context, sheets).partition(_DATA)
    yield _LONE_SURROGATES.sub("\ufffd", before + element)
    yield from write_data(dispute.dossiers, sheets)
    yield _LONE_SURROGATES.sub("\ufffd", after)


def _draw_page(dispute: Dispute, context: Context, sheets: Sequence[Sheet]) -> str:
    """Draw everything but the data for the script."""
    style = _resource("report.css") + STYLE
    script = "\n".join(_resource(name) for name in _SCRIPTS)
    page = _environment().get_template("report.html.jinja")
    matrix = lay_out_ledger(dispute.ledger, codebook=dispute.codebook)
    return page.render(
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
    )


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
    """Keep a class name to letters and hyphens."""
    return re.sub("[^a-z-]", "", stance)


def _policy(style: str, script: str) -> str:
    """Allow exactly our own style and script, and no request at all."""

    def source(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; style-src {source(style)}; "
        f"script-src {source(script)}; base-uri 'none'; form-action 'none'"
    )


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
