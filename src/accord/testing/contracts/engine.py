"""The laws of the Engine port."""

import time
from collections.abc import Iterator

from accord.errors import InputError
from accord.ports import Engine
from accord.testing.contracts.raising import expect_error

__all__ = ["EngineContract", "fail_on_seven", "slow_on_even", "square"]


def square(number: int) -> int:
    """Multiply a number by itself."""
    return number * number


def slow_on_even(number: int) -> int:
    """Take longer for even numbers, so that results are ready out of order."""
    time.sleep(0.005 if number % 2 == 0 else 0)
    return number


def fail_on_seven(number: int) -> int:
    """Refuse one number."""
    if number == 7:
        message = "Seven is refused."
        raise InputError(message, hint="Take eight.")
    return number


class EngineContract:
    """What every engine does; subclass it and make your engine."""

    def make_engine(self) -> Engine:
        """Make an engine."""
        raise NotImplementedError

    #: Items that the engine may take before it has given out the first result.
    look_ahead_items = 1000

    def test_results_come_in_the_order_of_the_items(self) -> None:
        """Whatever finishes first."""
        engine = self.make_engine()
        assert list(engine.map(slow_on_even, range(60))) == list(range(60))

    def test_no_items_give_no_results(self) -> None:
        """An empty pile is no error."""
        assert list(self.make_engine().map(square, [])) == []

    def test_an_engine_works_again_after_its_first_map(self) -> None:
        """One engine serves many passes."""
        engine = self.make_engine()
        assert list(engine.map(square, [1, 2, 3])) == [1, 4, 9]
        assert list(engine.map(square, [4])) == [16]

    def test_an_error_comes_out_at_the_place_of_its_item(self) -> None:
        """Results before it are given; the error keeps its kind and its hint."""
        results = self.make_engine().map(fail_on_seven, range(20))
        given = [next(results) for _ in range(7)]
        assert given == list(range(7))
        with expect_error(InputError, "Seven is refused.", "Take eight."):
            next(results)

    def test_items_are_taken_a_bounded_number_ahead(self) -> None:
        """An endless pile can be begun, and only a part of it is in memory."""
        taken: list[int] = []

        def endless() -> Iterator[int]:
            number = 0
            while True:
                taken.append(number)
                yield number
                number += 1

        results = self.make_engine().map(square, endless())
        assert [next(results) for _ in range(10)] == [n * n for n in range(10)]
        results.close()
        assert len(taken) <= self.look_ahead_items

    def test_an_error_of_the_items_comes_out(self) -> None:
        """The iterable's own error is not swallowed."""

        def broken() -> Iterator[int]:
            yield 1
            message = "no more"
            raise InputError(message)

        with expect_error(InputError, "no more"):
            list(self.make_engine().map(square, broken()))
