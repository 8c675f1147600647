"""Compare every quotation in every record with the text it is from."""

import dataclasses
import hashlib
from collections.abc import Iterator
from typing import Any

from accord.errors import AccordError
from accord.model import Document, Dossier, Extract, Link, Passage, Position
from accord.ports import View

__all__ = ["Audit", "quotations"]

#: Problems listed at most; more would only repeat what is wrong.
MAX_PROBLEMS = 200


def quotations(value: Any) -> Iterator[Passage | Extract]:
    """Find every quotation in a record, however deep.

    A quotation is a ``Passage``, an ``Extract``, or any part that has ``start``,
    ``end`` and ``text``: so a new record kind is checked without a change here.
    """
    if isinstance(value, Passage | Extract):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from quotations(item)
    elif dataclasses.is_dataclass(value):
        parts = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        if {"start", "end", "text"} <= parts.keys() and isinstance(parts["start"], int):
            yield Passage(parts["start"], parts["end"], parts["text"])
        for part in parts.values():
            yield from quotations(part)


class Audit:
    """Goes through a pile and collects what is wrong.

    Args:
        view: The records.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self.problems: list[str] = []
        self.quotes_checked = 0

    def run(self) -> None:
        """Check everything.

        Cost:
            Linear in the number of records.
        """
        ids: set[str] = set()
        texts: dict[str, str] = {}
        for dossier in self._view.dossiers():
            self._check_document(dossier.document)
            self._check_dossier(dossier)
            ids.add(dossier.document.id)
            ids.update(a.id for a in dossier.attributions)
            ids.update(s.id for s in dossier.statements)
            texts[dossier.document.id] = dossier.document.path
        self._check_links(ids)

    def _check_document(self, document: Document) -> None:
        """Compare a text with what is said of it."""
        sha256 = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
        if document.sha256 != sha256.hexdigest():
            self._note(f"{document.path}: the text is not the one that was read.")
        if document.length_chars != len(document.text):
            self._note(f"{document.path}: the text has another length than recorded.")
        last = 0
        for piece in document.furniture:
            if piece.start < last or piece.end > len(document.text):
                self._note(f"{document.path}: furniture at {piece.start} overlaps.")
            last = piece.end

    def _check_dossier(self, dossier: Dossier) -> None:
        """Compare a dossier's quotations with the text, and its records' links."""
        document = dossier.document
        known = {a.id for a in dossier.attributions}
        for field in dataclasses.fields(dossier):
            if field.name == "document":
                continue
            for record in getattr(dossier, field.name):
                self._check_record(document, record)
                for name in ("nested_in", "attribution"):
                    target = getattr(record, name, None)
                    if target is not None and target not in known:
                        self._note(f"{document.path}: {name} {target} is not there.")

    def _check_record(self, document: Document, record: Any) -> None:
        """Compare one record's quotations with the text."""
        if record.document != document.id:
            self._note(f"{document.path}: a record of another document.")
        try:
            for quoted in quotations(record):
                self.quotes_checked += 1
                document.verify(quoted)
        except AccordError as error:
            self._note(error.message)

    def _check_links(self, ids: set[str]) -> None:
        """Find whole-pile records that point to nothing."""
        for link in self._view.records(Link):
            ends = (link.a,) if link.carrier else (link.a, link.b)
            self._check_targets(link.id, ends, ids)
        for position in self._view.records(Position):
            self._check_targets(position.id, position.statements, ids)

    def _check_targets(
        self, record_id: str, targets: tuple[str, ...], ids: set[str]
    ) -> None:
        """Note the targets that are not there."""
        for target in targets:
            if target not in ids:
                self._note(f"{record_id} points to {target}, which is not there.")

    def _note(self, problem: str) -> None:
        """Keep a problem, up to a number."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)
