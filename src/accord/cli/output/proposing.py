"""Texts to draft a codebook from, and the draft as a file to correct."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import yaml

from accord.app.codebooks import to_yaml
from accord.cli.output.streams import say, write
from accord.model import Codebook
from accord.position import IssueDraft

__all__ = ["read_texts", "write_draft"]

_HEADING = """\
# A draft by Accord: what these documents are for and against again and again.
# It does not know which names mean one thing, nor what nobody asked for or refused.
# For each issue: put the question so that support means yes; drop, join and rename
# terms; add to poles the words that stand for one side. Then run with --issues.
"""


def read_texts(paths: Sequence[str], workspace: Path) -> list[str]:
    """Read the texts of files, or those of a workspace's documents.

    Raises:
        InputError: A path is not there.
        ConfigurationError: There is no workspace.
    """
    from accord import app
    from accord.app.codebooks import read_texts as read

    if paths:
        return read(paths, workspace, on_failure=partial(say, quiet=False))
    with app.open(workspace, create=False) as opened:
        return [dossier.document.text for dossier in opened.dispute().dossiers]


def write_draft(codebook: Codebook, drafts: Sequence[IssueDraft]) -> None:
    """Write a draft as YAML, with its example sentences as comments."""
    by_term = {draft.terms[0]: draft for draft in reversed(drafts)}
    write(_HEADING)
    if not codebook.issues:
        write("issues: []\n")
        return
    write(f"name: {codebook.name}\nissues:\n")
    for issue in codebook.issues:
        alone = yaml.safe_load(to_yaml(Codebook("one", (issue,))))["issues"]
        for sentence in by_term[issue.terms[0]].examples:
            write(f"  # {sentence}\n")
        block = yaml.safe_dump(alone, sort_keys=False, allow_unicode=True, width=84)
        write("".join(f"  {line}\n" for line in block.splitlines()))
