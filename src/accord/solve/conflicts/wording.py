"""Wording: conflicts and corrections as sentences."""

from collections.abc import Sequence

from accord.model.negotiation.case import Case, CaseDemand, Choice, Combination

__all__ = [
    "word_accepted",
    "word_asked",
    "word_clash",
    "word_conflict",
    "word_correction",
    "word_demand",
    "word_giving",
    "word_issues",
]


def word_demand(case: Case, demand: CaseDemand) -> str:
    """Say what a demand accepts and what it does not, and whose it is.

    Example:
        >>> from accord.model.negotiation.case import CaseParty
        >>> case = Case(parties=(CaseParty(id="A", name="Alba"),))
        >>> demand = CaseDemand(id="d", party="A", accepts=(Choice("fee", ("no",)),))
        >>> word_demand(case, demand)
        'only “no” on “fee” (Alba)'
    """
    return f"{word_accepted(demand)} ({case.party(demand.party).name})"


def word_accepted(demand: CaseDemand) -> str:
    """Say what a demand accepts and what it does not."""
    said = [f"only {_options(choice)}" for choice in demand.accepts]
    said += [f"never {_combination(one)}" for one in demand.forbids]
    return " and ".join(said)


def word_conflict(case: Case, demands: Sequence[CaseDemand]) -> str:
    """Say that demands cannot all be met, though all but any one of them can."""
    listed = "; ".join(word_demand(case, demand) for demand in demands)
    return f"{word_clash(len(demands))}: {listed}."


def word_clash(demands: int) -> str:
    """Say that so many demands cannot all be met."""
    if demands == 1:
        return "Under these modelled preferences nothing can meet this"
    number = "both" if demands == 2 else f"all {demands}"
    return f"Under these modelled preferences no package meets {number}"


def word_correction(case: Case, demands: Sequence[CaseDemand]) -> str:
    """Say what would have to give, and whose it is."""
    return (
        f"Under these modelled preferences the other demands here could be met if "
        f"{word_giving(case, demands)}."
    )


def word_giving(case: Case, demands: Sequence[CaseDemand]) -> str:
    """Say who would give up what; those who give up the same in one breath."""
    parties: dict[str, list[str]] = {}
    for demand in demands:
        kind = "the red line" if demand.kind == "red-line" else "the demand for"
        given = f"{kind} {word_asked(demand)}"
        parties.setdefault(given, []).append(case.party(demand.party).name)
    return " and ".join(
        f"{_listed(names)} gave up {given}" for given, names in parties.items()
    )


def word_asked(demand: CaseDemand) -> str:
    """Say what is asked for, without who asks."""
    said = [_options(choice) for choice in demand.accepts]
    said += [f"“never {_combination(one)}”" for one in demand.forbids]
    return " and ".join(said)


def word_issues(demands: Sequence[CaseDemand]) -> str:
    """Name the issues that demands speak of, each once."""
    issues = [choice.issue for demand in demands for choice in demand.accepts]
    issues += [
        choice.issue
        for demand in demands
        for one in demand.forbids
        for choice in one.choices
    ]
    return ", ".join(_words(issue) for issue in dict.fromkeys(issues))


def _options(choice: Choice) -> str:
    """Say which options of an issue."""
    return f"{_or(choice.options)} on “{_words(choice.issue)}”"


def _combination(combination: Combination) -> str:
    """Say which options at once."""
    return " together with ".join(_options(choice) for choice in combination.choices)


def _or(options: Sequence[str]) -> str:
    """Join options as words."""
    return " or ".join(f"“{_words(option)}”" for option in options)


def _listed(names: Sequence[str]) -> str:
    """Join names as words."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _words(name: str) -> str:
    """Read an id as words."""
    return name.replace("-", " ")
