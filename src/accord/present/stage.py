"""The present room's stage: a dispute in, a report out."""

import hashlib
from collections.abc import Iterator
from importlib import resources

from accord.model import Dispute
from accord.present.report import stream_report

__all__ = ["PresentStage"]


class PresentStage:
    """Draws the report of a dispute.

    Attributes:
        producer: Name and version of the report.
    """

    producer = "present.report.v1"

    def fingerprint(self) -> str:
        """Hash everything the report depends on beside the dispute."""
        digest = hashlib.sha256(self.producer.encode("utf-8"))
        folder = resources.files("accord.present") / "templates"
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.is_file():
                digest.update(entry.name.encode("utf-8"))
                digest.update(entry.read_bytes())
        return digest.hexdigest()

    def __call__(self, dispute: Dispute) -> Iterator[str]:
        """Draw the report as one HTML file, piece by piece."""
        return stream_report(dispute)
