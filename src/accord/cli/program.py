"""The commands, in the order in which a newcomer needs them."""

from typing import Annotated

import typer

from accord import __version__
from accord.cli import (
    actors,
    check,
    compare,
    demo,
    issues,
    ledger,
    report,
    run,
    show,
    solve,
)
from accord.cli.discourse import export, network, structure

__all__ = ["program"]

program = typer.Typer(
    name="accord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog=(
        "\b\nExample:\n"
        "  accord demo\n"
        "  accord run articles/ -w my-dispute\n"
        "  accord ledger -w my-dispute"
    ),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accord {__version__}")
        raise typer.Exit


@program.callback()
def accord(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Show the version and leave.",
        ),
    ] = False,
) -> None:
    """Read the coverage of a dispute and draw the negotiation inside it.

    Who said what, who demands what, who moved, what cannot stand together; every
    line opens the sentence that proves it. Data goes to stdout, talk to stderr.
    """


_ISSUES = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=issues.__doc__)
_ISSUES.command("check", epilog=issues.EXAMPLE)(issues.check)
_ISSUES.command("propose", epilog=issues.PROPOSE_EXAMPLE)(issues.propose)
_ACTORS = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=actors.__doc__)
_ACTORS.command("add", epilog=actors.ADD_EXAMPLE)(actors.add)
_ACTORS.command("check", epilog=actors.CHECK_EXAMPLE)(actors.check)
_ACTORS.command("unresolved", epilog=actors.UNRESOLVED_EXAMPLE)(actors.unresolved)
_SOLVE = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=solve.__doc__)
_SOLVE.command("draft", epilog=solve.DRAFT_EXAMPLE)(solve.draft)
_SOLVE.command("conflicts", epilog=solve.CONFLICTS_EXAMPLE)(solve.conflicts)
_SOLVE.command("packages", epilog=solve.PACKAGES_EXAMPLE)(solve.packages)
_SOLVE.command("power", epilog=solve.POWER_EXAMPLE)(solve.power)
_SOLVE.command("stability", epilog=solve.STABILITY_EXAMPLE)(solve.stability)
_SOLVE.command("forecast", epilog=solve.FORECAST_EXAMPLE)(solve.forecast)
_SOLVE.command("convert", epilog=solve.CONVERT_EXAMPLE)(solve.convert)
_SOLVE.command("diff", epilog=solve.DIFF_EXAMPLE)(solve.diff)

program.command("demo", epilog=demo.EXAMPLE)(demo.demo)
program.command("run", epilog=run.EXAMPLE)(run.run)
program.command("show", epilog=show.EXAMPLE)(show.show)
program.command("ledger", epilog=ledger.EXAMPLE)(ledger.ledger)
program.command("compare", epilog=compare.EXAMPLE)(compare.compare)
program.command("network", epilog=network.EXAMPLE)(network.network)
program.command("structure", epilog=structure.EXAMPLE)(structure.structure)
program.command("export", epilog=export.EXAMPLE)(export.export)
program.command("report", epilog=report.EXAMPLE)(report.report)
program.command("check", epilog=check.EXAMPLE)(check.check)
program.add_typer(_ISSUES, name="issues")
program.add_typer(_ACTORS, name="actors")
program.add_typer(_SOLVE, name="solve")
