"""Hold the house's sizes: modules, functions, classes, rooms, and names of rooms.

Run as ``python tools/check_sizes.py [FOLDER]``; prints one line per breach and exits 1
if there is any. Complexity and nesting are ruff's to hold (see ``pyproject.toml``).
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE_LINES = 400
FUNCTION_STATEMENTS = 40
CLASS_PUBLIC_METHODS = 12
ROOM_MODULES = 15
# Names that say nothing about what is inside.
NAMES_REFUSED = frozenset(
    ["utils", "util", "helpers", "helper", "common", "core", "misc"]
)
# A port's face over a whole workspace may be wider than a class that does work.
WIDE_CLASSES = frozenset(["Workspace"])
# A contract suite has one method for each clause.
SUITE_SUFFIX = "Contract"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def breaches(folder: Path) -> Iterator[str]:
    """Find everything under a folder that is over its size.

    Args:
        folder: The package, as ``src/accord``.

    Returns:
        One line each: where, what, how much, the limit.
    """
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder).as_posix()
        if path.stem in NAMES_REFUSED:
            yield f"{place}: the name {path.stem!r} says nothing"
        yield from _module_breaches(path, place)
    for room in sorted(p for p in folder.rglob("*") if p.is_dir()):
        place = room.relative_to(folder).as_posix()
        if room.name in NAMES_REFUSED:
            yield f"{place}: the name {room.name!r} says nothing"
        modules = [p for p in room.glob("*.py") if p.stem != "__init__"]
        if len(modules) > ROOM_MODULES:
            yield f"{place}: {len(modules)} modules, limit {ROOM_MODULES}"


def _module_breaches(path: Path, place: str) -> Iterator[str]:
    """Check one file."""
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    if lines > MODULE_LINES:
        yield f"{place}: {lines} lines, limit {MODULE_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, FunctionNode):
            statements = _count_statements(node)
            if statements > FUNCTION_STATEMENTS:
                yield (
                    f"{place}:{node.lineno} {node.name}: {statements} statements, "
                    f"limit {FUNCTION_STATEMENTS}"
                )
        elif isinstance(node, ast.ClassDef) and not _may_be_wide(node.name):
            public = [
                n.name
                for n in node.body
                if isinstance(n, FunctionNode) and not n.name.startswith("_")
            ]
            if len(public) > CLASS_PUBLIC_METHODS:
                yield (
                    f"{place}:{node.lineno} {node.name}: {len(public)} public methods, "
                    f"limit {CLASS_PUBLIC_METHODS}"
                )


def _may_be_wide(name: str) -> bool:
    """Tell whether a class may have many public methods."""
    return name in WIDE_CLASSES or name.endswith(SUITE_SUFFIX)


def _count_statements(function: FunctionNode) -> int:
    """Count the statements of a function, its docstring left out."""
    inner = sum(isinstance(n, ast.stmt) for n in ast.walk(function)) - 1
    return inner - (ast.get_docstring(function, clean=False) is not None)


def main() -> int:
    """Print the breaches of the folder given, or of the package."""
    given = sys.argv[1:] or [str(Path(__file__).parents[1] / "src" / "accord")]
    found = [line for folder in given for line in breaches(Path(folder))]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
