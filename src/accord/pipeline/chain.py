"""The rooms that one document passes, as one function that can travel."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from accord.errors import AccordError
from accord.model import Dossier, Failure, Outcome, content_id, digest
from accord.pipeline.rewind import rewind
from accord.ports import RawItem

__all__ = ["Chain", "Job", "ReadRoom", "Room", "make_failure"]

READ = "read"


class ReadRoom(Protocol):
    """Turns bytes into a document.

    Attributes:
        producer: Name and version.
    """

    producer: str

    def fingerprint(self) -> str:
        """Hash everything the output depends on beside the item."""
        ...

    def __call__(self, item: RawItem) -> Dossier:
        """Read one item."""
        ...


class Room(Protocol):
    """Fills in its part of a dossier.

    Attributes:
        producer: Name and version.
    """

    producer: str

    def fingerprint(self) -> str:
        """Hash everything the output depends on beside the dossier."""
        ...

    def __call__(self, dossier: Dossier) -> Dossier:
        """Work on one dossier."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done for one item.

    Attributes:
        path: The item's path.
        start: Number of the first stage to run; 0 is reading.
        work: The item if it is to be read, else the dossier kept from before.
    """

    path: str
    start: int
    work: RawItem | Dossier


@dataclass(frozen=True, slots=True)
class Chain:
    """Reads a document and leads it through the rooms.

    Picklable, so that an engine can send it to its workers.

    Attributes:
        read: The reader.
        rooms: Name and stage of each later room, in order.
    """

    read: ReadRoom
    rooms: tuple[tuple[str, Room], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The stages' names, reading first."""
        return (READ, *(name for name, _ in self.rooms))

    def fingerprints(self) -> tuple[str, ...]:
        """Hash each stage's settings, reading first."""
        rooms = (room.fingerprint() for _, room in self.rooms)
        return (self.read.fingerprint(), *rooms)

    def keys(self, item: RawItem, fingerprints: tuple[str, ...]) -> dict[str, str]:
        """Chain the hashes of the item and of every stage up to each one.

        Args:
            item: The item as found.
            fingerprints: What ``fingerprints`` returned; asked for once a run.

        Returns:
            For each stage, a hash that changes whenever its output may.
        """
        sha256 = hashlib.sha256(item.data).hexdigest()
        known = () if item.about is None else (repr(item.about),)
        read_key = digest(item.path, item.suffix, sha256, *known, fingerprints[0])
        return self.later_keys({READ: read_key}, fingerprints)

    def later_keys(
        self, kept: Mapping[str, str], fingerprints: tuple[str, ...]
    ) -> dict[str, str]:
        """Work the later stages' keys out from that of reading.

        Args:
            kept: Keys of an item, with at least that of reading.
            fingerprints: As in ``keys``.
        """
        keys = {READ: kept.get(READ, "")}
        key = keys[READ]
        for name, fingerprint in zip(self.names[1:], fingerprints[1:], strict=True):
            key = digest(key, name, fingerprint)
            keys[name] = key
        return keys

    def __call__(self, job: Job) -> Outcome:
        """Do a job; any error becomes a failure of this item alone."""
        stage, producer = READ, self.read.producer
        try:
            if isinstance(job.work, RawItem):
                dossier = self.read(job.work)
            else:
                dossier = rewind(job.work, to=self.names[job.start])
            for name, room in self.rooms[max(job.start - 1, 0) :]:
                stage, producer = name, room.producer
                dossier = room(dossier)
        except Exception as error:  # noqa: BLE001 - the one stage boundary
            return make_failure(job.path, stage=stage, producer=producer, error=error)
        return dossier


def make_failure(item: str, *, stage: str, producer: str, error: Exception) -> Failure:
    """Say what went wrong with an item."""
    if isinstance(error, AccordError):
        code, words = error.code, error.message
    else:
        code, words = "internal", f"{type(error).__name__}: {error}"
    return Failure(
        id=content_id("failure", item, stage),
        produced_by=producer,
        item=item,
        stage=stage,
        code=code,
        error=words,
    )
