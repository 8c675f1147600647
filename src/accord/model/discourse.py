"""Discourse networks: coded statements, what to count of them, and what comes out.

An event list is a table of coded statements, one column a variable. A network matrix
is what is counted of it, with the recipe that was followed; ``accord.map.network``
makes the one of the other. Coded statements come from Accord's own statements or
from a file of Discourse Network Analyzer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from accord.errors import UnknownNameError

__all__ = [
    "COMPAT",
    "Aggregation",
    "CodedStatement",
    "Duplicates",
    "Entity",
    "EventList",
    "Kernel",
    "NetworkMatrix",
    "NetworkSlice",
    "NetworkType",
    "Normalization",
    "Recipe",
    "TimeWindow",
    "Value",
    "Variable",
    "VariableKind",
]

Value = str | int | bool | None
VariableKind = Literal["text", "boolean", "integer", "long text"]
NetworkType = Literal["twomode", "onemode"]
Aggregation = Literal["ignore", "combine", "subtract", "congruence", "conflict"]
Normalization = Literal["no", "activity", "prominence", "average", "jaccard", "cosine"]
Duplicates = Literal["include", "document", "week", "month", "year", "acrossrange"]
TimeWindow = Literal[
    "events", "seconds", "minutes", "hours", "days", "weeks", "months", "years"
]
Kernel = Literal["uniform", "triangular", "epanechnikov", "gaussian"]

#: The only peer whose quirks can be asked for.
COMPAT = "dna-3.1.2"


@dataclass(frozen=True, slots=True)
class Variable:
    """A column of an event list.

    Attributes:
        name: As ``organization``.
        kind: What its values are.
        of_document: Whether all statements of a document share its value.
    """

    name: str
    kind: VariableKind
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """One row of an event list.

    Attributes:
        id: Of the statement, as its source has it.
        document: Id of the document.
        when: Moment it counts for, in UTC; None if not known.
        start: First character, in code points of the document's text.
        end: One past the last character.
        values: In the order of the event list's variables; None or an empty text
            where nothing is coded.
        confidence: That it was made, and is coded right, in [0, 1].
    """

    id: str
    document: str
    when: datetime | None
    start: int
    end: int
    values: tuple[Value, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """A value of a variable, with what is known of it.

    Attributes:
        variable: Name of the variable.
        value: The value.
        colour: As ``#ff9900``; None if it has none.
        attributes: Names and values, as (("Type", "Business"),).
    """

    variable: str
    value: str
    colour: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventList:
    """Coded statements of one type.

    Attributes:
        statement_type: Name of the type, as ``DNA Statement``.
        variables: The columns; names are unique.
        statements: In the order of their source.
        entities: What is known of values; values without an entry are no less valid.
    """

    statement_type: str
    variables: tuple[Variable, ...]
    statements: tuple[CodedStatement, ...]
    entities: tuple[Entity, ...] = ()

    def position(self, name: str) -> int:
        """Tell at which place of the values a variable stands.

        Raises:
            UnknownNameError: There is no such variable.
        """
        for place, variable in enumerate(self.variables):
            if variable.name == name:
                return place
        known = ", ".join(variable.name for variable in self.variables) or "none"
        message = f"{self.statement_type!r} has no variable {name!r}."
        raise UnknownNameError(message, hint=f"It has: {known}.")

    def variable(self, name: str) -> Variable:
        """Look a variable up.

        Raises:
            UnknownNameError: There is no such variable.
        """
        return self.variables[self.position(name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What to count; the names are those of rDNA's ``dna_network``.

    Attributes:
        network_type: Two-mode: variable 1 by variable 2; one-mode: variable 1 by
            itself, through what is shared of variable 2.
        variable1: Rows; columns too if one-mode.
        variable2: Columns if two-mode, else what is shared.
        qualifier: Variable that tells statements on the same apart; None if none.
        aggregation: What is done with the qualifier.
        normalization: What the counts are divided by.
        duplicates: Within what the same statement counts once.
        start: First moment counted; None if unlimited.
        stop: Last moment counted; None if unlimited.
        exclude: Variables and values to leave out.
        invert: Variables whose values in ``exclude`` are the only ones kept.
        min_frequency: Statements each row and column must have at least.
        isolates: Whether values that no counted statement has get an empty row too.
        compat: Peer whose quirks are followed; None for the intended definitions.
    """

    network_type: NetworkType = "twomode"
    variable1: str = "organization"
    variable2: str = "concept"
    qualifier: str | None = "agreement"
    aggregation: Aggregation = "ignore"
    normalization: Normalization = "no"
    duplicates: Duplicates = "include"
    start: datetime | None = None
    stop: datetime | None = None
    exclude: tuple[tuple[str, str], ...] = ()
    invert: tuple[str, ...] = ()
    min_frequency: int = 1
    isolates: bool = False
    compat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMatrix:
    """A network as a sparse matrix with named axes.

    Attributes:
        recipe: What was asked for.
        rows: Names of the rows, in order of code points.
        columns: Names of the columns, likewise; the rows again if one-mode.
        cells: Row, then column, to value; what is 0 is not there.
        statements: How many statements were counted.
        undated: How many were left out because a range was asked for and they have
            no date.
        uncoded: How many were left out because a variable used has no value.
        duplicates: How many were left out as duplicates.
        first: Moment of the first one counted; None if none is dated.
        last: Moment of the last one counted; None if none is dated.
        frequencies: Counted statements of each row, then of each column.
    """

    recipe: Recipe
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[str, Mapping[str, float]]
    statements: int
    undated: int = 0
    uncoded: int = 0
    duplicates: int = 0
    first: datetime | None = None
    last: datetime | None = None
    frequencies: tuple[Mapping[str, int], Mapping[str, int]] = field(
        default_factory=lambda: ({}, {})
    )

    def value(self, row: str, column: str) -> float:
        """Read a cell; 0 if nothing stands there.

        Raises:
            UnknownNameError: There is no such row or column.
        """
        for name, axis in ((row, self.rows), (column, self.columns)):
            if name not in axis:
                message = f"The network has no {name!r}."
                raise UnknownNameError(message, hint="Names are matched exactly.")
        return self.cells.get(row, {}).get(column, 0.0)

    def dense(self) -> Iterator[tuple[float, ...]]:
        """Give whole rows, with their zeros."""
        for row in self.rows:
            known = self.cells.get(row, {})
            yield tuple(known.get(column, 0.0) for column in self.columns)

    def ties(self) -> Iterator[tuple[str, str, float]]:
        """Give what is not 0, row by row; of a one-mode network each pair once."""
        place = {name: number for number, name in enumerate(self.columns)}
        once = self.recipe.network_type == "onemode"
        for number, row in enumerate(self.rows):
            known = self.cells.get(row, {})
            for column in sorted(known, key=place.__getitem__):
                if not once or place[column] > number:
                    yield row, column, known[column]

    def total(self) -> float:
        """Add all cells up."""
        return sum(sum(row.values()) for row in self.cells.values())


@dataclass(frozen=True, slots=True)
class NetworkSlice:
    """A network of the statements within one window of time.

    Attributes:
        start: First moment of the window.
        middle: The moment it stands for.
        stop: Last moment, included.
        network: The network.
    """

    start: datetime
    middle: datetime
    stop: datetime
    network: NetworkMatrix
