"""Pictures of a workspace, as SVG or PNG."""

__all__ = ["rasterise"]


def rasterise(svg: str) -> bytes:
    """Draw an SVG as PNG, two pixels for each unit.

    Raises:
        ConfigurationError: The extra ``png`` is not installed.
    """
    from accord.adapters.objects import to_png

    return to_png(svg)
