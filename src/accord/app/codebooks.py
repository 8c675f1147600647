"""The workspace's codebook: given, kept, or chosen."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from accord.app.folder import write_atomically
from accord.app.settings import load_settings
from accord.app.toolbox import Toolbox
from accord.errors import AccordError, ConfigurationError
from accord.model import Codebook, Failure, Issue

__all__ = [
    "ISSUES_FILE", "NO_CODEBOOK", "adopt", "choose", "kept", "read_texts", "to_yaml",
]  # fmt: skip

ISSUES_FILE = "issues.yaml"
PREVIOUS_FILE = "issues.previous.yaml"
NO_CODEBOOK = Codebook("none", ())

_CHOSEN = """\
# Accord chose these issues itself, because the documents speak of them most among
# the codebooks that it brings along. Edit this file as you like, or give your own
# with --issues; the next run codes everything again.
"""


def read_texts(
    paths: Sequence[str], folder: Path, *, on_failure: Callable[[str], None]
) -> list[str]:
    """Read the texts behind paths, to draft a codebook from.

    Args:
        paths: Files and folders.
        folder: Where settings may lie.
        on_failure: Told of every item that cannot be read.

    Raises:
        InputError: A path is not there.
    """
    from accord.adapters.formats import all_formats
    from accord.read import ReadStage

    settings = load_settings(folder, environ=os.environ, arguments={})
    fetcher = Toolbox(settings).fetcher(paths)
    read = ReadStage(formats=all_formats())
    texts: list[str] = []
    for item in fetcher.load(fetcher.find(paths)):
        if isinstance(item, Failure):
            on_failure(f"{item.item}: {item.error}")
            continue
        try:
            texts.append(read(item).document.text)
        except AccordError as error:
            on_failure(f"{item.path}: {error}")
    return texts


def kept(folder: Path, toolbox: Toolbox) -> Codebook | None:
    """Read the workspace's codebook; None if there is none yet.

    Raises:
        ConfigurationError: It cannot be read or used.
    """
    path = folder / ISSUES_FILE
    if not path.exists():
        return None
    return toolbox.parse_codebook(_read(path), name=ISSUES_FILE)


def adopt(folder: Path, issues: str, toolbox: Toolbox) -> Codebook:
    """Take a user's codebook, or a packaged one by name, into the workspace.

    One that lay there and differs is kept beside it, in case it had been edited.

    Raises:
        ConfigurationError: The file cannot be read or used.
        StoreError: The workspace cannot be written.
    """
    packaged = toolbox.packaged_codebooks()
    if issues in packaged and not Path(issues).exists():
        text = to_yaml(packaged[issues])
    else:
        text = _read(Path(issues), known=packaged)
    toolbox.parse_codebook(text, name=issues)
    path = folder / ISSUES_FILE
    if path.exists():
        before = path.read_text(encoding="utf-8", errors="replace")
        if before != text:
            write_atomically(folder / PREVIOUS_FILE, before)
    write_atomically(path, text)
    return toolbox.parse_codebook(text, name=ISSUES_FILE)


def choose(folder: Path, texts: Iterable[str], toolbox: Toolbox) -> Codebook | None:
    """Choose a codebook for the texts and keep it; None if there are no issues.

    Raises:
        StoreError: The workspace cannot be written.
    """
    chosen = toolbox.choose_codebook(texts)
    if not chosen.issues:
        return None
    text = _CHOSEN + to_yaml(chosen)
    codebook = toolbox.parse_codebook(text, name=ISSUES_FILE)
    write_atomically(folder / ISSUES_FILE, text)
    return codebook


def to_yaml(codebook: Codebook) -> str:
    """Write a codebook as its file."""
    data = {"name": codebook.name, "issues": [_plain(i) for i in codebook.issues]}
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=88)


def _plain(issue: Issue) -> dict[str, Any]:
    """Write an issue as plain values, empty ones left out."""
    poles = {
        "support": list(issue.poles.support),
        "oppose": list(issue.poles.oppose),
    }
    fields = {
        "id": issue.id,
        "question": issue.question,
        "description": issue.description,
        "terms": list(issue.terms),
        "options": list(issue.options),
        "poles": {side: phrases for side, phrases in poles.items() if phrases},
        "excludes": list(issue.excludes),
    }
    return {name: value for name, value in fields.items() if value}


def _read(path: Path, *, known: Iterable[str] = ()) -> str:
    """Read a user's file.

    Raises:
        ConfigurationError: It is not there or not text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8"
        message = f"The codebook {path} cannot be read: {why}."
        names = ", ".join(known)
        packaged = f", or the name of a packaged one: {names}" if names else ""
        raise ConfigurationError(
            message, hint=f"Give a YAML file in UTF-8{packaged}."
        ) from error
