import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "build_actors.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_actors", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Mara VOSS", ["Voss", "Mara Voss"]),
        ("Mara Lena VOSS", ["Voss", "Mara Voss", "Mara Lena Voss"]),
        ("XU Weilin", ["Xu", "Xu Weilin"]),
        ("Maria DE LA TORRE", ["de la Torre", "Maria de la Torre"]),
        ("Ana O'NEILL-SMITH", ["O'Neill-Smith", "Ana O'Neill-Smith"]),
        ("of the Council Ana VOSS", []),
        ("VOSS", []),
        ("Ana VOSS, Bea TREE", []),
        ("represented by Ana VOSS", []),
    ],
)
def test_names_in_capitals_become_names(
    tool: ModuleType, raw: str, names: list[str]
) -> None:
    assert tool.person_names(raw) == names


@pytest.mark.parametrize(
    ("noun", "adjective", "found"),
    [
        ("Valdorian(s)", "Valdorian", ["Valdorian", "Valdorian", "Valdorians"]),
        ("Lir (singular and plural)", "Lirish", ["Lirish", "Lir"]),
        ("none", "none", []),
        ("Dane(s)", "Danish", ["Danish", "Dane", "Danes"]),
    ],
)
def test_adjectives_and_nouns_lose_their_brackets(
    tool: ModuleType, noun: str, adjective: str, found: list[str]
) -> None:
    assert tool.demonyms(noun, adjective) == found


def test_an_office_held_by_somebody_else_is_left_out(tool: ModuleType) -> None:
    day = tool.date
    spells = [(day(2020, 1, 1), day(2022, 1, 1))]
    assert tool.overlaps(spells, "2021-01-01", "2023-01-01")
    assert not tool.overlaps(spells, "2021-12-20", "2023-01-01")
    assert not tool.overlaps([], "2021-01-01", "")


def test_names_are_joined_once_and_in_order(tool: ModuleType) -> None:
    assert tool.unique(["A", "B", "", "A "]) == "A|B"
