"""Prints what was solved."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.app.solving import Answered
from accord.app.solving.pictures import Picture, save_picture
from accord.cli.output.streams import data_console, say, write
from accord.model.negotiation import Conflict, Game
from accord.present.wording import one_line, quoted
from accord.solve.comparing import RulePower
from accord.solve.power.sampling import Estimate
from accord.solve.power.solving import Power
from accord.solve.stability.concepts import CONCEPTS_IN_WORDS
from accord.solve.stability.explaining import JointMove, Reason, name_state
from accord.solve.stability.solving import Stability

__all__ = [
    "draw_comparisons",
    "draw_estimate",
    "draw_picture",
    "draw_power",
    "draw_stability",
    "say_power",
    "say_stability",
    "tell_guarantees",
    "tell_reasons",
    "write_object",
]


_LEGEND = (
    "Shapley-Shubik: share of the orders of agreement in which a player decides. Banzhaf: "
    "share of the others' coalitions that it makes win; share: its part of all such "
    "swings. Prevent: share of winning coalitions that it can break; initiate: share of "
    "losing ones that it can make win (both Coleman's)."
)
_NEVER = "No, not without that member's own agreement."
# More players in a row than this with the same values are one line.
_ALIKE_AT_MOST = 12
_DIGITS_AT_MOST = 18


def write_object(value: Mapping[str, Any]) -> None:
    """Write a result as one JSON object."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def draw_picture(picture: Picture, out: Path, *, quiet: bool) -> None:
    """Write a picture and its table, and say where."""
    beside = save_picture(picture, out)
    say(f"Written: {out}, and its table {beside}.", quiet=quiet)


def new_table() -> Table:
    """Make a table as all the others are."""
    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )


def draw_power(power: Power) -> None:
    """Draw the indices that are read most; the rest stands in the JSON."""
    drawn = new_table()
    drawn.add_column("player", ratio=3, overflow="fold")
    for heading in ("Shapley-Shubik", "Banzhaf", "share", "prevent", "initiate"):
        drawn.add_column(heading, justify="right")
    drawn.add_column("role")
    for alike, row in groupby(range(len(power.players)), key=partial(_row, power)):
        places = list(row)
        name = power.players[places[0]]
        if len(places) > _ALIKE_AT_MOST:
            name = f"{name} … {power.players[places[-1]]} ({len(places)} alike)"
            places = places[:1]
        for place in places:
            shown = name if len(places) == 1 else power.players[place]
            drawn.add_row(Text(shown), *alike)
    data_console().print(drawn)


def _row(power: Power, place: int) -> tuple[str, ...]:
    """Write what is shown of one player."""
    values = (
        power.shapley_shubik,
        power.banzhaf_absolute,
        power.banzhaf_normalised,
        power.coleman_prevent,
        power.coleman_initiate,
    )
    numbers = (f"{float(value[place]):.4f}" for value in values)
    return (*numbers, _role(power, power.players[place]))


def draw_estimate(estimate: Estimate, *, quiet: bool) -> None:
    """Draw estimates, none without its interval."""
    drawn = new_table()
    drawn.add_column("player", overflow="fold")
    for heading in ("Shapley-Shubik, about", "95% from", "to"):
        drawn.add_column(heading, justify="right")
    for player, one in zip(estimate.players, estimate.shapley_shubik, strict=True):
        numbers = (f"{number:.4f}" for number in (one.value, one.low, one.high))
        drawn.add_row(Text(player), *numbers)
    data_console().print(drawn)
    say(
        f"Estimated from {estimate.samples:,} orders of agreement drawn by chance; what "
        "the rule alone gives.",
        quiet=quiet,
    )


def _role(power: Power, player: str) -> str:
    """Say what a player is beyond its numbers."""
    if player == power.dictator:
        return "dictator"
    if player in power.veto:
        return "veto"
    return "dummy" if player in power.dummies else ""


def say_power(game: Game, power: Power, *, quiet: bool) -> None:
    """Say how the body decides as a whole, and what is not in the numbers."""
    act = power.coleman_act
    say(
        f"{_count(power.winning)} of {_count(1 << len(power.players))} coalitions win "
        f"({float(act):.4g}); veto: {', '.join(power.veto) or 'nobody'}.",
        _LEGEND,
        "This is what the rule alone gives each player, under the rule as "
        f"{game.title or 'the file'} describes it; wishes, abstention and enforcement "
        "are not in it. --json gives every index as exact fractions.",
        *power.notes,
        quiet=quiet,
    )


def _count(number: int) -> str:
    """Write a number of coalitions; of very many digits only how many there are."""
    digits = len(str(number))
    return f"{number:,}" if digits <= _DIGITS_AT_MOST else f"about 10^{digits - 1}"


def draw_comparisons(
    found: Sequence[tuple[Game, Sequence[RulePower]]], *, quiet: bool
) -> None:
    """Draw rules side by side: shares of power, who can block, how easily it decides."""
    console = data_console()
    # Texts often describe one rule several times.
    same: dict[tuple[object, ...], list[tuple[Game, Sequence[RulePower]]]] = {}
    for game, rules in found:
        first, *others = rules
        same.setdefault((replace(first, title=""), *others), []).append((game, rules))
    for alike in same.values():
        game, rules = alike[0]
        drawn = new_table()
        drawn.add_column("Shapley-Shubik share of", overflow="fold")
        titles = dict.fromkeys(rules[0].title for _, rules in alike)
        for number, rule in enumerate(rules):
            title = rule.title if number else ", ".join(titles)
            drawn.add_column(title, justify="right", overflow="fold")
        for number, player in enumerate(game.players):
            cells = (
                f"{float(rule.shapley_shubik[number]):.4f}"
                + (" veto" if player in rule.veto else "")
                for rule in rules
            )
            drawn.add_row(Text(player), *cells)
        acts = (f"{float(rule.act):.4g}" for rule in rules)
        drawn.add_row(Text("coalitions that decide"), *acts, style="dim")
        console.print(drawn)
    if found:
        say(
            "What each rule alone gives. veto: nothing is decided without it; the last "
            "line is the share of all coalitions that decide. --json has all indices.",
            quiet=quiet,
        )
    else:
        say("No text describes a rule that can be solved.", quiet=quiet)


def tell_guarantees(found: Sequence[Answered], *, quiet: bool) -> None:
    """Write the answer for each rule in the texts, and the words it rests on."""
    same: dict[tuple[object, ...], list[Answered]] = {}
    for one in found:
        told, answer, rule = one
        # Texts often describe one rule several times.
        key = (told.rule, answer.standings, answer.missing, rule.candidates_sentence)
        same.setdefault(key, []).append(one)
    for alike in same.values():
        _tell_guarantee(alike)
    if found:
        say(
            "What the rule alone allows; whether anybody would use a veto, and whether the "
            "others would act outside the rule, is not in it.",
            quiet=quiet,
        )
    else:
        say("No text describes how a body decides.", quiet=quiet)


def _tell_guarantee(alike: Sequence[Answered]) -> None:
    """Write the answer for one rule that texts describe, however often."""
    _, answer, rule = alike[0]
    first, *others = dict.fromkeys(one.name or "guarantee" for one, _, _ in alike)
    what = f"the {first}" if first[0].islower() and first[:4] != "the " else first
    also = f" (also: {', '.join(others)})" if others else ""
    known = "Nobody is known to hold a veto, as the text describes it."
    if answer.against_veto is not None:
        known = "Yes." if answer.against_veto else _NEVER
    question = f"Can {what}{also} ever be triggered against a member who holds a veto?"
    _tell(question, 0, "bold")
    _tell(known, 0, "bold")
    _tell(answer.sentence, 2)
    for name in (one.name for one in answer.standings if one.has_veto):
        _tell(f"Veto: {name}: nothing is decided without it, nor against it.", 2)
    for text in dict.fromkeys(one_line(one.evidence.text) for one, _, _ in alike):
        _tell(quoted(text), 4, "dim")
    if rule.candidates_sentence:
        _tell(f"Inferred: {rule.candidates_sentence}", 2)
        words = [one_line(v.evidence.text) for v in rule.candidates if v.evidence]
        for text in dict.fromkeys(words):
            _tell(quoted(text), 4, "dim")


def _tell(text: str, indent: int, style: str = "") -> None:
    """Write text, indented."""
    data_console().print(Padding(Text(text, style=style), (0, 0, 0, indent)))


def draw_stability(conflict: Conflict, solved: Stability) -> None:
    """Draw the states that are stable for everybody under some concept."""
    drawn = new_table()
    drawn.add_column("state", ratio=3, overflow="fold")
    held, maybe = solved.necessary.equilibria, solved.possible.equilibria
    for concept in held:
        drawn.add_column(concept, justify="center")
    sure = {concept: set(states) for concept, states in held.items()}
    open_ = {concept: set(states) for concept, states in maybe.items()}
    shown = 0
    for place, state in enumerate(conflict.state_ids):
        marks = [
            "✓" if state in sure[c] else "?" if state in open_.get(c, ()) else ""
            for c in held
        ]
        if any(marks):
            drawn.add_row(Text(name_state(conflict, place)), *marks)
            shown += 1
    if shown:
        data_console().print(drawn)


def say_stability(solved: Stability, *, quiet: bool) -> None:
    """Say what the marks mean and rest on."""
    doubt = (
        " ? is stable if unknown preferences turn out one way."
        if solved.possible is not solved.necessary
        else ""
    )
    say(
        "✓ is stable for every decision maker, under these modelled preferences; "
        f"sanctions: {solved.sanctions}.{doubt} --explain STATE says why.",
        CONCEPTS_IN_WORDS,
        *solved.notes,
        quiet=quiet,
    )


def tell_reasons(reasons: Sequence[Reason], joint: Sequence[JointMove]) -> None:
    """Write why a state holds, or does not, decision maker by decision maker."""
    # Concepts that agree for the same reasons are told once.
    for (name, is_stable, sentences), same in groupby(reasons, key=_told):
        concepts = ", ".join(reason.concept for reason in same)
        verdict = "stable" if is_stable else "unstable"
        _tell(f"{name}: {verdict} for {concepts}", 0, "bold")
        for sentence in sentences:
            _tell(sentence, 2)
    for move in joint:
        _tell(
            f"{' and '.join(move.members)} could together bring about s{move.to}, which "
            "each of them prefers.",
            0,
        )
    say(CONCEPTS_IN_WORDS)


def _told(reason: Reason) -> tuple[str, bool, tuple[str, ...]]:
    """Give what makes one reason the same as another."""
    return reason.decision_maker, reason.is_stable, reason.sentences
