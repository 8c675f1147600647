"""Finding the files behind the paths that a user gives."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.adapters.files.place import STANDARD_INPUT, Place, make_names_unique
from accord.errors import InputError

__all__ = ["check_paths", "find_places"]

# What a workspace keeps: never documents, even when it lies among them.
_WORKSPACE_MARKS = frozenset({"accord.toml", "accord.db"})
_WORKSPACE_NAMES = _WORKSPACE_MARKS | {
    "accord.db-wal", "accord.db-shm", "accord.db-journal", "accord.lock",
    "issues.yaml", "issues.previous.yaml", "actors", "report.html",
}  # fmt: skip


def find_places(paths: Sequence[str]) -> Sequence[str]:
    """List the places behind files, folders, ``@list`` and ``-``.

    Hidden files within folders and the files of a workspace are left out. A place
    found twice counts once, under the longer of its names.

    Returns:
        Encoded places, sorted by name; standard input comes first.

    Raises:
        InputError: A path is not there; all missing ones are named.
    """
    check_paths(paths)
    named = list(_unfold_lists(paths))
    found = [p for path in named if path != STANDARD_INPUT for p in _places_of(path)]
    places = sorted(make_names_unique(_without_doubles(found)), key=lambda p: p.name)
    encoded = [place.encode() for place in places]
    return [STANDARD_INPUT, *encoded] if STANDARD_INPUT in named else encoded


def check_paths(paths: Sequence[str]) -> None:
    """Refuse paths that are not there.

    Raises:
        InputError: One is not; all missing ones are named.
    """
    missing = [
        path
        for path in _unfold_lists(paths)
        if path != STANDARD_INPUT and not os.path.lexists(path)
    ]
    if missing:
        message = f"No such file or folder: {', '.join(missing)}."
        raise InputError(
            message,
            hint=f"Paths are looked up from {Path.cwd()}; give files, folders or '-'.",
        )


def _unfold_lists(paths: Sequence[str]) -> Iterator[str]:
    """Replace each ``@file`` by the paths that stand in it, one a line."""
    for path in paths:
        if not path.startswith("@"):
            yield path
            continue
        try:
            lines = Path(path[1:]).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            message = f"The list {path[1:]!r} cannot be read: {error}."
            raise InputError(
                message,
                hint="'@list.txt' names a text file with one path a line; for a file "
                "whose own name begins with @ write './@...'.",
            ) from error
        names = (line.strip() for line in lines)
        yield from (name for name in names if name and not name.startswith("#"))


def _places_of(path: str) -> Iterator[Place]:
    """Give the places of one file or folder."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - the name of a link is kept
    if not os.path.isdir(absolute):  # noqa: PTH112
        # A link given by name is meant: what it leads to is read.
        folder, file = os.path.split(
            os.path.realpath(absolute) if os.path.exists(absolute) else absolute  # noqa: PTH110
        )
        yield Place.within(folder, file)
        return
    yield from _walk(absolute)


def _walk(root: str) -> Iterator[Place]:
    """Give the files below a folder; links to folders are given, not entered."""
    unreadable: list[str] = []
    real_root = os.path.realpath(root)
    for folder, folders, files in os.walk(
        root, onerror=lambda error: unreadable.append(str(error.filename))
    ):
        skipped = _WORKSPACE_NAMES if _WORKSPACE_MARKS & set(files) else frozenset()
        folders[:] = sorted(f for f in folders if _is_wanted(f, skipped))
        links = [f for f in folders if _is_link(folder, f)]
        wanted = [f for f in files if _is_wanted(f, skipped)]
        for name in sorted((*wanted, *links)):
            location = os.path.join(folder, name)  # noqa: PTH118
            # A link to what lies in the folder would only find it twice.
            if not (_is_link(folder, name) and _lies_in(location, real_root)):
                yield Place.within(root, os.path.relpath(location, root))
    for location in unreadable:
        yield Place.within(root, os.path.relpath(location, root))


def _is_wanted(name: str, skipped: frozenset[str]) -> bool:
    """Tell whether a name in a folder may be a document."""
    return not name.startswith((".", "~$")) and name not in skipped


def _is_link(folder: str, name: str) -> bool:
    """Tell whether an entry is a symbolic link."""
    return os.path.islink(os.path.join(folder, name))  # noqa: PTH114, PTH118


def _lies_in(location: str, real_root: str) -> bool:
    """Tell whether a link leads to something that is there, within a folder."""
    real = os.path.realpath(location)
    inside = os.path.commonpath((real, real_root)) == real_root
    return inside and os.path.exists(real)  # noqa: PTH110


def _without_doubles(places: Sequence[Place]) -> list[Place]:
    """Keep one place a file: the one with the longest name."""
    kept: dict[str, Place] = {}
    for place in places:
        real = os.path.realpath(place.location)
        # A folder that cannot be read shares its location with nothing else.
        rank = (len(place.name), place.name)
        other = kept.get(real)
        if other is None or rank > (len(other.name), other.name):
            kept[real] = place
    return list(kept.values())
