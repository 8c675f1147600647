"""All that a document reports, in one pass."""

from dataclasses import dataclass, replace

from accord.model import Agreement, Contact, Dossier, Figure, Mechanism
from accord.position.reported.agreements import find_agreements
from accord.position.reported.contacts import find_contacts
from accord.position.reported.figures import find_figures
from accord.position.reported.rules import find_mechanisms
from accord.position.reported.sentence import read_sentences

__all__ = ["Reported", "add_reported", "find_reported"]


@dataclass(frozen=True, slots=True)
class Reported:
    """What a document reports beside words; each in text order.

    Attributes:
        figures: Numbers.
        agreements: Agreements made, drafted or failed.
        contacts: Talks, meetings, refusals.
        mechanisms: Decision rules.
    """

    figures: tuple[Figure, ...]
    agreements: tuple[Agreement, ...]
    contacts: tuple[Contact, ...]
    mechanisms: tuple[Mechanism, ...]


def find_reported(
    dossier: Dossier, *, produced_by: str = "position.reported.v1"
) -> Reported:
    """Find what a document reports.

    Args:
        dossier: With mentions, and attributions with their speakers.
        produced_by: Name and version of who reads it.

    Returns:
        The records; the same whatever an earlier run put into the dossier.

    Cost:
        Linear in the length of the text.
    """
    sentences = read_sentences(dossier)
    return Reported(
        figures=find_figures(sentences, produced_by=produced_by),
        agreements=find_agreements(
            sentences, dossier.attributions, produced_by=produced_by
        ),
        contacts=find_contacts(sentences, produced_by=produced_by),
        mechanisms=find_mechanisms(sentences, produced_by=produced_by),
    )


def add_reported(dossier: Dossier, *, produced_by: str) -> Dossier:
    """Put what a document reports in the place of what an earlier run found."""
    found = find_reported(dossier, produced_by=produced_by)
    return replace(
        dossier,
        figures=found.figures,
        agreements=found.agreements,
        contacts=found.contacts,
        mechanisms=found.mechanisms,
    )
