"""Pictures of a workspace, as SVG or PNG, with their tables."""

from pathlib import Path

from accord.errors import InputError

__all__ = ["rasterise", "write_picture"]


def rasterise(svg: str) -> bytes:
    """Draw an SVG as PNG, two pixels for each unit.

    Raises:
        ConfigurationError: The extra ``png`` is not installed.
    """
    from accord.adapters.objects import to_png

    return to_png(svg)


def write_picture(svg: str, path: Path, *, form: str, table: str) -> Path:
    """Write a picture, and beside it the table of what it shows.

    Args:
        svg: The picture.
        path: The file.
        form: ``svg`` or ``png``.
        table: The data as CSV.

    Returns:
        The table's path: the picture's with the ending ``.csv``.

    Raises:
        InputError: The file cannot be written.
        ConfigurationError: PNG is asked for, and the extra ``png`` is not installed.
    """
    data = svg.encode("utf-8") if form == "svg" else rasterise(svg)
    beside = path.with_suffix(".csv")
    try:
        path.write_bytes(data)
        beside.write_text(table, encoding="utf-8")
    except OSError as error:
        message = f"{str(path)!r} cannot be written: {error.strerror}."
        raise InputError(message, hint="Check the folder.") from error
    return beside
