"""Merging: entries written by hand put into a pack, by their ids."""

import textwrap

import yaml

from accord.errors import ConfigurationError, InputError
from accord.resolve.knowledge.packs import parse_pack

__all__ = ["merge_pack"]

_HINT = (
    "Give a pack, or the entries of one, as `accord actors unresolved --stubs` "
    "prints them."
)


def merge_pack(old: str, new: str, *, name: str) -> str:
    """Put the entries of one text into a pack.

    Args:
        old: The pack so far; empty if there is none.
        new: A pack, or bare entries of one.
        name: What the new text is called, for messages.

    Returns:
        The pack with the new entries at its end, those of the same ids replaced.
        Comments, and the order of the others, stay.

    Raises:
        InputError: The new text has no entries.
        ConfigurationError: Its entries cannot be used; every problem with its place.

    Example:
        >>> added = merge_pack("", "- {id: A, kind: state, names: [Aland]}", name="x")
        >>> print(added.rstrip())
        actors:
          - {id: A, kind: state, names: [Aland]}
    """
    head, blocks = _blocks(old)
    _, added = _blocks(new)
    if not added:
        message = f"There are no actors in {name}."
        raise InputError(message, hint=_HINT)
    _, problems = parse_pack(_join("", added), name=name)
    if problems:
        message = f"Actors with {len(problems)} problem(s):"
        raise ConfigurationError(message, problems=problems, hint=_HINT)
    kept = {key: block for key, block in blocks.items() if key not in added}
    return _join(head, kept | added)


def _join(head: str, blocks: dict[str, str]) -> str:
    """Write a pack."""
    entries = "".join(textwrap.indent(block, "  ") for block in blocks.values())
    return f"{head}actors:\n{entries}"


def _blocks(text: str) -> tuple[str, dict[str, str]]:
    """Cut a pack into its head and its entries, by id, as they are written."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        message = f"The actors are not YAML: {' '.join(str(error).split())}."
        raise InputError(message, hint=_HINT) from error
    listed, head = root, ""
    if isinstance(root, yaml.MappingNode):
        listed = _value(root, "actors")
        before = text[: root.start_mark.index].splitlines(keepends=True)
        head = "".join(line for line in before if line.lstrip().startswith("#"))
    if not isinstance(listed, yaml.SequenceNode) or listed.flow_style:
        return head, {}
    starts = [text.rfind("\n", 0, n.start_mark.index) + 1 for n in listed.value]
    ends = [*starts[1:], len(text)]
    blocks: dict[str, str] = {}
    for number, node in enumerate(listed.value):
        block = textwrap.dedent(text[starts[number] : ends[number]]).rstrip()
        key = _value(node, "id") if isinstance(node, yaml.MappingNode) else None
        # Entries without an id are kept apart, so that each is told as a problem.
        name = key.value if isinstance(key, yaml.ScalarNode) else f"({number})"
        blocks[name] = block + "\n"
    return head, blocks


def _value(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """Look up a field of a mapping."""
    return next((value for name, value in node.value if name.value == key), None)
