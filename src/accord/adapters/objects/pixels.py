"""Pictures as pixels."""

from accord.adapters.objects.loading import load
from accord.errors import BackendError

__all__ = ["to_png"]


def to_png(svg: str, *, scale: int = 2) -> bytes:
    """Draw an SVG as a PNG file.

    Args:
        svg: The picture; its colours are those for a light ground.
        scale: Pixels for each unit of the picture.

    Raises:
        ConfigurationError: resvg_py is not installed.
        BackendError: The picture cannot be drawn.
    """
    library = load("resvg_py", install="accord[png]")
    try:
        return bytes(library.svg_to_bytes(svg_string=svg, zoom=scale))
    except (ValueError, RuntimeError) as error:
        message = f"The picture cannot be drawn: {error}."
        raise BackendError(message) from error
