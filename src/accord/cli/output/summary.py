"""What is said when a run is over: the few numbers, and what to do next."""

from pathlib import Path

from rich.text import Text

from accord.app import RunReport
from accord.cli.output.streams import say
from accord.model import Dispute
from accord.present.context import Context
from accord.present.ledger import lay_out_ledger
from accord.present.overview import Conflict, Quotation, conflicts
from accord.present.terminal import draw_ledger, stance_text
from accord.present.wording import issue_label, plural

__all__ = ["print_truest", "summarise"]

MAX_FAILURES = 5
LEDGER_ROWS = 6
LEDGER_ISSUES = 4


def summarise(report: RunReport, dispute: Dispute, *, folder: Path) -> None:
    """Say what a run did, on stderr."""
    say(Text.assemble(("Done. ", "bold"), _counts(dispute)))
    say(_speakers(dispute))
    say(_work(report))
    for failure in report.failures[:MAX_FAILURES]:
        say(Text(f"  failed: {failure.item}: {failure.error}", style="red"))
    if len(report.failures) > MAX_FAILURES:
        say(f"  and more: accord show failures -w {folder}")
    if report.notice:
        say(Text(f"Links:    {report.notice}", style="yellow"))
    say(_attributor(report))
    say(_issues(report, dispute, folder))
    say(Text.assemble("Report:  ", (str(report.report), "bold")))
    say(f"Next:    {_next(report, dispute, folder)}")


def _counts(dispute: Dispute) -> str:
    """Count the records."""
    per_document = ("attribution", "statement", "finding")
    counted = [plural(len(dispute.dossiers), "document")]
    counted += [
        plural(sum(len(getattr(d, f"{kind}s")) for d in dispute.dossiers), kind)
        for kind in per_document
    ]
    counted.append(plural(len(dispute.links), "link"))
    return ", ".join(counted) + "."


def _speakers(dispute: Dispute) -> str:
    """Say how many speakers are known."""
    statuses = [a.speaker.status for d in dispute.dossiers for a in d.attributions]
    resolved = statuses.count("resolved")
    hidden = statuses.count("anonymous") + statuses.count("group")
    unknown = statuses.count("unresolved")
    return (
        f"Speakers: {resolved:,} of {len(statuses):,} resolved to an actor, {hidden:,} "
        f"left unnamed by the text, {unknown:,} not found."
    )


def _work(report: RunReport) -> str:
    """Say what was done and what stood already."""
    return (
        f"Items:    {report.processed:,} read, {report.unchanged:,} unchanged, "
        f"{len(report.failures):,} failed."
    )


def _attributor(report: RunReport) -> str:
    """Say who found the attributions, and what to do if the model is missing."""
    line = f"Read by:  {report.attributor}."
    return f"{line}\n          {report.reduced}" if report.reduced else line


def _issues(report: RunReport, dispute: Dispute, folder: Path) -> str:
    """Say which questions were asked, and how to ask others."""
    if not dispute.codebook.issues:
        return (
            "Issues:   none yet: no packaged codebook fits these texts. Draft your own:\n"
            f"          accord issues propose{_place(folder)} > my-issues.yaml\n"
            f"          accord run{_place(folder)} --issues my-issues.yaml"
        )
    number = plural(len(dispute.codebook.issues), "question")
    if not report.chosen:
        return f"Issues:   {number} of {report.codebook}."
    return (
        f"Issues:   {number} of the packaged codebook {report.codebook!r},\n"
        "          chosen by the words of the texts. To ask your own, change\n"
        "          issues.yaml in the workspace, or give --issues FILE."
    )


def _next(report: RunReport, dispute: Dispute, folder: Path) -> str:
    """Say the one thing that helps most now."""
    place = _place(folder)
    if not dispute.dossiers and report.failures:
        return f"accord show failures{place}"
    if not dispute.dossiers:
        return "give a folder with articles: accord run FOLDER."
    if not dispute.codebook.issues:
        return f"accord issues propose{place}; accord actors unresolved{place}"
    if not dispute.ledger:
        return f"write your questions into issues.yaml; accord issues check{place}"
    return f"accord ledger{place}; accord actors unresolved{place}"


def _place(folder: Path) -> str:
    """Name the workspace as an option; nothing if it is here."""
    return "" if str(folder) == "." else f" -w {folder}"


def print_truest(dispute: Dispute, report: Path) -> None:
    """Print the few truest things of a dispute on stdout."""
    from accord.cli.output.streams import data_console

    console = data_console()
    matrix = lay_out_ledger(dispute.ledger, codebook=dispute.codebook)
    excerpt = matrix.of_actors().excerpt(rows=LEDGER_ROWS, issues=LEDGER_ISSUES)
    console.print(Text(f"{dispute.name}: who stands where", style="bold"))
    console.print()
    console.print(draw_ledger(excerpt, width=console.width))
    found = conflicts(dispute, context=Context.of_dispute(dispute))
    for conflict in sorted(found, key=lambda c: not _both_quoted(c))[:1]:
        console.print()
        console.print(
            Text(f"Cannot stand together: {issue_label(conflict.issue)}", style="bold")
        )
        question = {issue.id: issue.question for issue in dispute.codebook.issues}
        reason = conflict.reason or question.get(conflict.issue, "")
        console.print(Text(reason, style="dim"))
        for column in conflict.sides:
            for side, words in column[:1]:
                console.print()
                console.print(Text.assemble(stance_text(side.stance), f"  {side.name}"))
                if words is not None:
                    console.print(_quotation(words))
    console.print()
    console.print(Text.assemble("Report: ", (str(report), "bold")), soft_wrap=True)


def _both_quoted(conflict: Conflict) -> bool:
    """Tell whether both sides speak in their own words."""
    first = [column[0][1] for column in conflict.sides if column]
    return all(words is not None and words.is_quoted for words in first)


def _quotation(words: Quotation) -> Text:
    """Draw a statement's words with who, where and when."""
    said = (words.speaker, words.outlet, words.date)
    where = " · ".join(part for part in said if part)
    return Text.assemble(
        (words.before, "dim"), words.text, (words.after, "dim"), "\n", (where, "dim")
    )
