"""XML from strangers: no entities, no outside, bounded depth."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from accord.errors import UnreadableError

__all__ = ["child_text", "parse_xml"]

#: Elements within elements; feeds and books need a dozen.
MAX_DEPTH = 200
_MEDIA = "http://search.yahoo.com/mrss/"


def parse_xml(data: bytes) -> Element:
    """Read XML into a tree whose tags have no namespaces.

    Raises:
        UnreadableError: Not well-formed, too deep, or it declares entities: those can
            grow without bound or read other files.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            message = f"Its XML is more than {MAX_DEPTH} elements deep."
            raise UnreadableError(message)
        plain = {_local(key): value for key, value in attributes.items()}
        builder.start(_local(name), plain)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> int:
        message = "Its XML declares entities, which is refused: they can grow without "
        message += "bound or read other files."
        raise UnreadableError(message)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - positional only
        return builder.close()
    except (expat.ExpatError, AssertionError, LookupError, ValueError) as error:
        message = f"Its XML is broken: {error}."
        raise UnreadableError(message) from error


def child_text(element: Element, *names: str) -> str | None:
    """Give the text of the first of these children that holds any."""
    for name in names:
        for child in element.iterfind(name):
            text = "".join(child.itertext()).strip()
            if text:
                return text
    return None


def _local(name: str) -> str:
    """Leave the namespace out of a name."""
    space, _, local = name.rpartition("}")
    return f"media-{local}" if space == _MEDIA else local
