"""How a result was found, and how sure it is."""

from dataclasses import dataclass

__all__ = ["Interval", "Method", "Parameter"]

Parameter = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Method:
    """How a result was found.

    Attributes:
        name: As ``backbone.exhaustive``.
        exact: Whether it is known that no better result exists; for what is estimated
            or sampled, False.
        parameters: What else was chosen, with the seed where chance took part.
    """

    name: str
    exact: bool
    parameters: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that holds a value with a given chance.

    Attributes:
        low: Its lower end.
        high: Its upper end.
    """

    low: float
    high: float
