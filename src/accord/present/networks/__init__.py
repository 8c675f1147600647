"""Networks and event lists as text for other programs."""

from accord.present.networks.events import events_to_csv, events_to_json
from accord.present.networks.graphs import network_to_gexf, network_to_graphml
from accord.present.networks.matrices import (
    network_to_csv,
    network_to_dl,
    network_to_json,
    network_to_pajek,
    slices_to_csv,
    slices_to_json,
)

__all__ = [
    "events_to_csv",
    "events_to_json",
    "network_to_csv",
    "network_to_dl",
    "network_to_gexf",
    "network_to_graphml",
    "network_to_json",
    "network_to_pajek",
    "slices_to_csv",
    "slices_to_json",
]
