"""The guarantor question: can a guarantee be triggered against one who must agree?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from accord.errors import InputError
from accord.model import Mechanism
from accord.model.negotiation import Combined, Game, Rule, Weighted
from accord.solve.power.counting import count_swings
from accord.solve.power.swings import Swings

__all__ = ["Guarantee", "Standing", "solve_guarantee"]

_NAMED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """How one member stands towards a decision against it.

    Attributes:
        name: The member.
        has_veto: Whether nothing can be decided without it.
        others_needed: How many of the others are just enough to decide without it;
            None if they never are, or if the text does not say enough.
    """

    name: str
    has_veto: bool
    others_needed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """Whether a mechanism can be triggered against its own members.

    Attributes:
        mechanism: Id of the mechanism.
        veto: Members without whom nothing is decided.
        against_veto: Whether it can be triggered against a member who holds a veto:
            False if there is one, None if nobody is known to hold a veto.
        standings: Every member who is named.
        act: Share of the sets of members that can decide; None if not known.
        game: The game that was solved; None if the text does not say enough.
        missing: What the text does not say.
        sentence: The answer in one plain sentence.
    """

    mechanism: str
    veto: tuple[str, ...]
    against_veto: bool | None
    standings: tuple[Standing, ...]
    act: Fraction | None
    game: Game | None
    missing: tuple[str, ...]
    sentence: str


def solve_guarantee(
    mechanism: Mechanism, *, names: Mapping[str, str] | None = None
) -> Guarantee:
    """Tell whether a guarantee can ever be triggered against a member with a veto.

    Args:
        mechanism: The body with its rule, as a text describes it. A share as quota
            means so many of the members as reach it; a majority more than half.
        names: Names of actors by id, for those with a veto who are no members; they
            are shown by their ids without it.

    Returns:
        The answer, with what the text leaves open. It is about the rule alone: whether
        a member would use its veto is not asked.

    Cost:
        See ``counting.count_swings``.
    """
    holders = (_name(one, mechanism, names or {}) for one in mechanism.rule.veto)
    named = tuple(dict.fromkeys(holders))
    members = (member.name for member in mechanism.members)
    players = tuple(dict.fromkeys((*members, *named)))
    try:
        game = _game(mechanism, players, named)
    except InputError as error:
        return _without_numbers(mechanism, players, named, (error.message,))
    counts = count_swings(game)
    veto = tuple(
        name
        for name, row in zip(players, counts.swings, strict=True)
        if sum(row) == sum(counts.winning)
    )
    standings = tuple(
        Standing(name, name in veto, _least_without(counts, row))
        for name, row in zip(players, counts.swings, strict=True)
    )
    act = Fraction(sum(counts.winning), 1 << len(players))
    opening = f"Under the rule as the text describes it ({_describe(game)})"
    return Guarantee(
        mechanism=mechanism.id,
        veto=veto,
        against_veto=False if veto else None,
        standings=standings,
        act=act,
        game=game,
        missing=(),
        sentence=f"{opening}, {_answer(mechanism, standings)}; {_numbers(counts)}.",
    )


def _name(veto: str, mechanism: Mechanism, names: Mapping[str, str]) -> str:
    """Show the holder of a veto by the name it has as a member, or at all."""
    for member in mechanism.members:
        if veto in (member.actor, member.name):
            return member.name
    return names.get(veto, veto)


def _subject(mechanism: Mechanism) -> str:
    """Name the mechanism as the subject of a sentence."""
    name = mechanism.name or "guarantee"
    return f"the {name}" if name[0].islower() and name[:4] != "the " else name


def _game(
    mechanism: Mechanism, players: tuple[str, ...], veto: tuple[str, ...]
) -> Game:
    """Make the game that a mechanism's rule is.

    Raises:
        InputError: The text does not say enough for a game, or contradicts itself.
    """
    if len(players) < 2:
        message = "The text does not name the members."
        raise InputError(message)
    quota = mechanism.rule.quota
    members = [member.name for member in mechanism.members] or list(players)
    members = list(dict.fromkeys(members))
    match mechanism.rule.kind:
        case "unanimity":
            rule: Rule = Weighted.unanimity(members)
        case "majority" | "quota" if quota is not None:
            rule = Weighted.count(_heads(quota, len(members)), members)
        case "majority":
            rule = Weighted.count(len(members) // 2 + 1, members)
        case "quota" | "compound":
            message = "The text does not say how many must agree."
            raise InputError(message)
        case "weighted":
            message = "The text does not say what each member's vote weighs."
            raise InputError(message)
        case _:
            message = "Nobody votes here."
            raise InputError(message)
    if veto and mechanism.rule.kind != "unanimity":
        rule = Combined.all_of(rule, Weighted.unanimity(veto))
    return Game(players=players, rule=rule, id=mechanism.id, title=mechanism.name)


def _heads(quota: float, members: int) -> int:
    """Turn a quota into a number of heads; below one it is a share.

    A text's "two thirds" comes as 0.6667, which must not ask for five of six.
    """
    if 0 < quota < 1:
        return ceil(Fraction(quota).limit_denominator(20) * members)
    return ceil(quota)


def _least_without(counts: Swings, row: Sequence[int]) -> int | None:
    """Find the fewest of the others who win without a player; None if none do."""
    outside = counts.winning[0]
    for size, swing in enumerate(row, start=1):
        # Who wins with the player either won without it before, or by its swing.
        outside = counts.winning[size] - (swing + outside)
        if outside:
            return size
    return None


def _describe(game: Game) -> str:
    """Say the rule in words."""
    parts = game.rule.rules if isinstance(game.rule, Combined) else (game.rule,)
    first, *more = [part for part in parts if isinstance(part, Weighted)]
    words = (
        f"all {first.total} members must agree"
        if first.quota == first.total
        else f"{first.quota} of {first.total} members must agree"
    )
    for veto in more:
        words += f", among them {_list([name for name, _ in veto.weights])}"
    return words


def _answer(mechanism: Mechanism, standings: Sequence[Standing]) -> str:
    """Say against whom it can be triggered."""
    what = _subject(mechanism)
    held = [s.name for s in standings if s.has_veto]
    if held:
        own = "its own agreement" if len(held) == 1 else "their own agreement"
        holds = "holds a veto" if len(held) == 1 else "each hold a veto"
        words = (
            f"{what} can never be triggered against {_list(held)} without {own}, "
            f"because {'it' if len(held) == 1 else 'they'} {holds}"
        )
    else:
        words = f"no member holds a veto, so that {what} can be triggered against any"
    free = [s for s in standings if s.others_needed is not None]
    if free:
        needed = min(s.others_needed for s in free if s.others_needed is not None)
        who = "one of them" if not held else f"{_list([s.name for s in free])}"
        words += f"; against {who} it takes {needed} of the others"
    return words


def _numbers(counts: Swings) -> str:
    """Say how many sets of members can decide."""
    every = 1 << len(counts.swings)
    deciding = sum(counts.winning)
    decide = "decides" if deciding == 1 else "decide"
    return (
        f"of the {every:,} possible sets of members that agree, {deciding:,} {decide}"
    )


def _list(names: Sequence[str]) -> str:
    """Name several, or count them if they are many."""
    if len(names) > _NAMED_AT_MOST:
        return f"any of {len(names)} members"
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def _without_numbers(
    mechanism: Mechanism,
    players: tuple[str, ...],
    veto: tuple[str, ...],
    missing: tuple[str, ...],
) -> Guarantee:
    """Answer as far as the kind of the rule alone allows."""
    what = _subject(mechanism)
    opening = "Under the rule as the text describes it"
    everyone = mechanism.rule.kind == "unanimity"
    if everyone:
        among = f" ({_list(veto)} among them)" if veto else ""
        answer = (
            f"{what} can never be triggered against one of the members{among}, because "
            "every member must agree and so holds a veto"
        )
    elif len(veto) == 1:
        answer = (
            f"{what} can never be triggered against {veto[0]} without its own "
            "agreement, because it holds a veto"
        )
    elif veto:
        answer = (
            f"{what} can never be triggered against {_list(veto)} without their own "
            "agreement, because they each hold a veto"
        )
    else:
        answer = f"it cannot be told against whom {what} can be triggered"
    rest = " ".join(missing).rstrip(".")
    rest = rest[:1].lower() + rest[1:]
    return Guarantee(
        mechanism=mechanism.id,
        veto=players if everyone else veto,
        against_veto=False if everyone or veto else None,
        standings=tuple(
            Standing(name, everyone or name in veto, None) for name in players
        ),
        act=None,
        game=None,
        missing=missing,
        sentence=f"{opening}, {answer}; {rest}.",
    )
