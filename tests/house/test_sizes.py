"""The sizes hold, and the check that holds them can fail."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def load_tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check_sizes = load_tool("check_sizes")


def test_everything_in_the_house_keeps_its_size() -> None:
    assert list(check_sizes.breaches(ROOT / "src" / "accord")) == []


LONG_FUNCTION = "def long():\n    'Doc.'\n" + "    x = 1\n" * 41
WIDE_CLASS = "class Wide:\n" + "".join(f"    def m{i}(self): pass\n" for i in range(13))


@pytest.mark.parametrize(
    ("place", "source", "message"),
    [
        ("room/long.py", "x = 1\n" * 401, "401 lines"),
        ("room/function.py", LONG_FUNCTION, "41 statements"),
        ("room/wide.py", WIDE_CLASS, "13 public methods"),
        ("room/utils.py", "", "'utils' says nothing"),
        ("helpers/fine.py", "", "'helpers' says nothing"),
    ],
)
def test_a_planted_breach_is_found(
    place: str, source: str, message: str, tmp_path: Path
) -> None:
    planted = tmp_path / place
    planted.parent.mkdir()
    planted.write_text(source, encoding="utf-8")

    found = list(check_sizes.breaches(tmp_path))

    assert any(message in line for line in found), found


def test_a_room_with_too_many_modules_is_found(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    for number in range(16):
        (room / f"m{number}.py").touch()

    assert list(check_sizes.breaches(tmp_path)) == ["room: 16 modules, limit 15"]


def test_what_just_fits_is_no_breach(tmp_path: Path) -> None:
    fits = "def fits():\n    'Doc.'\n" + "    x = 1\n" * 40
    (tmp_path / "fits.py").write_text(fits, encoding="utf-8")

    assert list(check_sizes.breaches(tmp_path)) == []
