"""Settings: defaults, then accord.toml, then the environment, then arguments."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from accord.app.outcomes import Setting
from accord.errors import ConfigurationError, Problem

__all__ = ["SETTINGS_FILE", "TEMPLATE", "UNNAMED", "Settings", "load_settings"]

SETTINGS_FILE = "accord.toml"
PREFIX = "ACCORD_"

#: The line of the template that a name replaces.
UNNAMED = '# name = "My dispute"'

#: Written into a new workspace, so that the file shows what can be set.
TEMPLATE = f"""\
# Settings of this Accord workspace. Remove the # to set one; ACCORD_JOBS and so on in
# the environment come before this file, arguments before both.

{UNNAMED}      # shown in the report; the folder's name if not set
# jobs = 1                 # processes to work in; 0 is one per core, as accord run does
#                            if nothing is set
# store = ""               # a PostgreSQL address; accord.db in this folder if empty
# model = ""               # who finds attributions: the packaged model if empty,
#                            "rules" for the rules alone, or the folder of a model
# stance_model = ""        # tells how likely each side is right: the packaged judge if
#                            empty, "rules" for nobody, or the folder of a judge
# min_side_confidence = 0.7  # sides less likely right are only told as leanings; 0 to 1
# criticism_model = ""     # asked whom words criticise that merely say something:
#                            nobody if empty, "packaged", or a folder
# min_confidence = 0.0     # attributions below it are dropped; between 0 and 1
# exact_documents = 100000 # in a larger pile copies are sought by a part of the words
# text_bytes = 10000000    # a larger text, page or row is refused
# container_bytes = 50000000  # a larger PDF or word-processor file is refused
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set for a workspace.

    Attributes:
        name: Name to show; the folder's name if empty.
        jobs: Processes to work in; 0 is one per core.
        store: SQLAlchemy address of a PostgreSQL database that belongs to this
            workspace alone; empty for ``accord.db`` in the folder.
        model: Who finds attributions: empty for the packaged model, ``rules`` for the
            rules alone, or the folder of a model.
        stance_model: Who tells how likely each side is right: the packaged judge if
            empty, nobody if ``rules``, or the folder of one.
        min_side_confidence: Sides that are less likely right are only told as leanings,
            in [0, 1].
        criticism_model: Who is asked whom words criticise whose verb merely says:
            nobody if empty, ``packaged`` for the packaged judge, or the folder of one.
        min_confidence: Attributions below it are dropped, in [0, 1].
        exact_documents: In a pile of more documents copies are sought by one of four
            runs of words, which misses some of those that have little in common.
        text_bytes: Size above which a text, a page or a row is refused.
        container_bytes: Size above which a PDF or word-processor file is refused.
        origins: Where each setting comes from, by name.
    """

    name: str = ""
    jobs: int = 1
    store: str = ""
    model: str = ""
    stance_model: str = ""
    min_side_confidence: float = 0.7
    criticism_model: str = ""
    min_confidence: float = 0.0
    exact_documents: int = 100_000
    text_bytes: int = 10_000_000
    container_bytes: int = 50_000_000
    origins: Mapping[str, str]

    def listed(self) -> tuple[Setting, ...]:
        """List all settings, passwords left out."""
        return tuple(
            Setting(name, self._shown(name), self.origins[name]) for name in _kinds()
        )

    def _shown(self, name: str) -> str:
        """Write one value as text."""
        value = str(getattr(self, name))
        credentials, at, host = value.rpartition("@")
        if name == "store" and at and ":" in credentials.partition("//")[2]:
            return f"{credentials.rpartition(':')[0]}:***@{host}"
        return value


def load_settings(
    folder: Path,
    *,
    environ: Mapping[str, str],
    arguments: Mapping[str, Any],
    defaults: Mapping[str, Any] | None = None,
) -> Settings:
    """Put a workspace's settings together.

    Args:
        folder: Where accord.toml may lie.
        environ: Environment variables.
        arguments: Settings given by the caller; None counts as not given.
        defaults: Other defaults than those of ``Settings``.

    Raises:
        ConfigurationError: Something is wrong with a setting; all problems at once.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = dict(defaults or {})
    origins = dict.fromkeys(_kinds(), "default")
    for origin, given in (
        (SETTINGS_FILE, _read_file(folder / SETTINGS_FILE, problems)),
        ("environment", _read_environment(environ)),
        ("argument", {k: v for k, v in arguments.items() if v is not None}),
    ):
        for name, value in given.items():
            checked = _check(name, value, origin, problems)
            if checked is not None:
                values[name], origins[name] = checked, origin
    if problems:
        message = f"The settings of {folder} cannot be used:"
        hint = f"Settings are {', '.join(_kinds())}."
        raise ConfigurationError(message, problems=problems, hint=hint)
    return Settings(**values, origins=origins)


def _kinds() -> dict[str, type]:
    """Map each setting to its type."""
    return {
        field.name: type(field.default)
        for field in fields(Settings)
        if field.name != "origins"
    }


def _read_file(path: Path, problems: list[Problem]) -> dict[str, Any]:
    """Read accord.toml; nothing if there is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem(SETTINGS_FILE, f"it cannot be read: {error}"))
        return {}


def _read_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Take the settings out of the environment; other ACCORD_ names are not ours."""
    named = {PREFIX + name.upper(): name for name in _kinds()}
    return {named[key]: environ[key] for key in named if environ.get(key, "") != ""}


def _check(name: str, value: Any, origin: str, problems: list[Problem]) -> Any:
    """Return a value of the right type and range, or note what is wrong with it."""
    where = f"{origin}:{PREFIX + name.upper() if origin == 'environment' else name}"
    kind = _kinds().get(name)
    if kind is None:
        problems.append(Problem(where, "there is no such setting"))
        return None
    value = _convert(value, kind)
    if not _is_of(value, kind):
        problems.append(Problem(where, f"expected {_WANTED[kind]}, got {value!r}"))
        return None
    if kind is str:
        return value
    number: float = value
    lowest = 0 if kind is float or name == "jobs" else 1
    if number < lowest:
        problems.append(Problem(where, f"must be at least {lowest}, got {value}"))
        return None
    if kind is float and number > 1:
        problems.append(Problem(where, f"must be at most 1, got {value}"))
        return None
    return value


def _is_of(value: Any, kind: type) -> bool:
    """Tell whether a value has a type itself; True is no number."""
    return type(value) is kind


_WANTED = {int: "a whole number", float: "a number", str: "text"}


def _convert(value: Any, kind: type) -> Any:
    """Read numbers that the environment gives as text; leave the rest as it is."""
    if kind is int and isinstance(value, str) and value.strip().isdecimal():
        return int(value)
    if kind is float and type(value) is int:
        return float(value)
    if kind is float and isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value
