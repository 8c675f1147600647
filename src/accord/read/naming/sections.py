"""Names that papers give to their parts."""

import re

from accord.read.units import plain

__all__ = ["SECTIONS", "is_section", "split_trail", "trail_end"]

# Names that papers give their parts. A line is a section's name only if it is one of
# these: any other short line may be a kicker, a tag or half a headline.
SECTIONS = frozenset(
    re.split(
        r"\s*[|]\s*",
        """
    africa|americas|analysis|asia|asia pacific|business|climate|comment|companies|culture
    |defence|defense|diplomacy|economy|education|energy|environment|europe|finance
    |foreign affairs|foreign policy|football|government|health|industry|international
    |interview|interviews|latin america|law|local|local news|markets|middle east|national
    |national news|news analysis|op-ed|opinion|politics|region|regional|science|security
    |society|sport|sports|tech|technology|trade|transport|travel|uk news|us news|war|world
    |world news
    """.strip(),
    )
)
_CRUMBS = re.compile(r"\s*[>»›→/|]\s*")
_MOST_CHARS = 80


def is_section(line: str) -> bool:
    """Tell whether a line is a section's name, or a trail of sections.

    Example:
        >>> is_section("World / Middle East"), is_section("World talks fail")
        (True, False)
    """
    if len(line) > _MOST_CHARS:
        return False
    return plain(line) in SECTIONS or trail_end(line) is not None


def split_trail(line: str) -> list[str]:
    """Give the parts of a line that signs such as ">", "/" and "|" set apart.

    Example:
        >>> split_trail("The Courier / *Opinion* / 4 May 2031")
        ['The Courier', 'Opinion', '4 May 2031']
    """
    if len(line) > _MOST_CHARS:
        return [line]
    parts = (part.strip(" *_") for part in _CRUMBS.split(line))
    return [part for part in parts if part]


def trail_end(line: str) -> str | None:
    """Give the last section of a trail; None if a line is no trail of sections."""
    parts = split_trail(line)
    if len(parts) < 2:
        return None
    known = [part for part in parts if plain(part) in SECTIONS]
    starts_home = plain(parts[0]) in {"home", "news"}
    return known[-1] if known and (starts_home or len(known) == len(parts)) else None
