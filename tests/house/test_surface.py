"""The public surface: names, weight, the drawing of the errors."""

import inspect
import pickle
import subprocess
import sys

import pytest

import accord
from accord import errors

HEAVY = (
    "sqlalchemy", "alembic", "trafilatura", "pypdf", "docx", "lxml", "typer", "click",
    "rich", "jinja2", "yaml", "rapidfuzz", "charset_normalizer", "pysat", "onnxruntime", "tokenizers", "numpy",
)  # fmt: skip


def test_every_public_name_is_there_and_nothing_else() -> None:
    assert len(accord.__all__) <= 30
    assert len(set(accord.__all__)) == len(accord.__all__)
    for name in accord.__all__:
        assert getattr(accord, name) is not None
    assert dir(accord) == sorted(accord.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        accord.nonsense  # noqa: B018


def test_importing_accord_loads_nothing_heavy() -> None:
    program = (
        "import sys, accord, accord.model, accord.errors;"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_importing_accord_takes_less_than_150_ms() -> None:
    program = (
        "import time; start = time.perf_counter(); import accord; accord.Document;"
        "print(time.perf_counter() - start)"
    )
    seconds = min(
        float(
            subprocess.run(
                [sys.executable, "-c", program],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(5)
    )

    assert seconds < 0.150


def tree(cls: type[errors.AccordError], depth: int) -> list[tuple[int, str]]:
    rows = [(depth, cls.__name__)]
    for child in cls.__subclasses__():
        if child.__module__ == "accord.errors":
            rows += tree(child, depth + 1)
    return rows


def test_the_drawing_of_the_errors_is_the_tree_of_the_classes() -> None:
    bullets = {"*": 0, "x": 1, "+": 2}
    drawn = [
        (bullets[line.split()[0]], line.split()[1])
        for line in (errors.__doc__ or "").splitlines()
        if line.split() and line.split()[0] in bullets
    ]

    assert drawn == tree(errors.AccordError, 0)


def test_every_error_has_a_code_of_its_own() -> None:
    classes = [
        c
        for _, c in inspect.getmembers(errors, inspect.isclass)
        if issubclass(c, errors.AccordError)
    ]

    assert len({c.code for c in classes}) == len(classes)


def test_an_error_says_what_to_do_and_survives_another_process() -> None:
    problem = errors.Problem("accord.toml:jobs", "'many' is no number")
    error = errors.ConfigurationError("Wrong.", problems=[problem], hint="Fix it.")

    again = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert str(again) == str(error)
    assert str(error).endswith("accord.toml:jobs: 'many' is no number\nHint: Fix it.")
    assert (again.message, again.hint, type(again)) == (
        error.message,
        "Fix it.",
        type(error),
    )
