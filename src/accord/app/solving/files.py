"""Files that hold one case as an object, in JSON or YAML."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from accord.errors import InputError
from accord.present.wording import one_line

__all__ = ["read_object", "read_text", "write_yaml"]

_BYTES_AT_MOST = 64_000_000
_YAML = (".yaml", ".yml")


def read_text(path: Path, *, hint: str = "Give a text file in UTF-8.") -> str:
    """Read a file of text that is not too large."""
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            message = f"The file {path} is larger than {_BYTES_AT_MOST:,} bytes."
            raise InputError(message, hint=hint)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error


def read_object(path: Path) -> Mapping[str, Any]:
    """Read a file that holds one object: JSON, or YAML where its name says so.

    In YAML "yes", "no" and days are words, as they are in JSON, and a name that stands
    twice in one place is refused.
    """
    is_yaml = path.suffix.lower() in _YAML
    hint = (
        f"Give a file that holds one {'YAML' if is_yaml else 'JSON'} object in UTF-8."
    )
    text = read_text(path, hint=hint)
    try:
        value = yaml.load(text, _Words) if is_yaml else json.loads(text)  # noqa: S506 - safe, see _Words
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        message = f"The file {path} cannot be read: {one_line(str(error))}."
        raise InputError(message, hint=hint) from error
    if not isinstance(value, dict):
        message = f"The file {path} holds no {'YAML' if is_yaml else 'JSON'} object."
        raise InputError(message, hint=hint)
    return value


def write_yaml(value: Mapping[str, Any]) -> str:
    """Write an object so that ``read_object`` reads the same."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=88)


class _Words(yaml.SafeLoader):
    """Reads numbers, true, false and null; everything else is words."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - as yaml calls it
        """Read an object whose names stand once."""
        names = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if names.count(key.value) > 1:
                message = f"{key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(
                    None, None, message, key.start_mark
                )
        return super().construct_mapping(node, deep=deep)


_Words.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
)
