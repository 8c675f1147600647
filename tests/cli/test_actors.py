import json
from pathlib import Path
from typing import Any

import pytest

PACK = """actors:
  - id: org:dockers
    kind: organisation
    names: [Dockers of Vesper]
"""
CLASH = "  - {id: org:crews, kind: organisation, names: [Dockers of Vesper]}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_a_sound_pack_is_sound(accord: Any, pack: Path) -> None:
    told = accord("actors", "check", str(pack))
    assert (told.code, told.out) == (0, "")
    assert "nothing clashes" in told.err


def test_a_clash_is_listed_and_told_by_the_exit_code(accord: Any, pack: Path) -> None:
    pack.write_text(PACK + CLASH, encoding="utf-8")
    told = accord("actors", "check", str(pack))
    assert told.code == 1
    assert "name-of-two" in told.out
    (clash,) = json.loads(accord("actors", "check", str(pack), "--json").out)
    assert clash["actors"] == ["org:crews", "org:dockers"]


def test_a_pack_that_points_to_nobody_is_refused(accord: Any, pack: Path) -> None:
    pack.write_text(PACK + "    part_of: org:nobody\n", encoding="utf-8")
    told = accord("actors", "check", str(pack))
    assert told.code == 3
    assert "org:nobody" in told.err


def test_a_missing_pack_is_told(accord: Any, tmp_path: Path) -> None:
    told = accord("actors", "check", str(tmp_path / "none.yaml"))
    assert told.code == 3
    assert "none.yaml" in told.err


def test_added_actors_lie_in_the_workspace(
    accord: Any, workspace: Any, pack: Path, tmp_path: Path
) -> None:
    workspace.path = tmp_path / "w"
    workspace.path.mkdir()
    assert accord("actors", "add", str(pack)).code == 0
    kept = workspace.path / "actors" / "mine.yaml"
    assert kept.read_text(encoding="utf-8") == PACK


def test_nothing_is_written_of_a_pack_that_cannot_be_used(
    accord: Any, workspace: Any, pack: Path, tmp_path: Path
) -> None:
    workspace.path = tmp_path / "w"
    workspace.path.mkdir()
    pack.write_text(PACK + "    part_of: org:nobody\n", encoding="utf-8")
    assert accord("actors", "add", str(pack)).code == 3
    assert not (workspace.path / "actors").exists()
