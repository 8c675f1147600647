"""What Accord needs from outside, one Protocol a file; the adapters fulfil them."""

from accord.ports.clock import Clock
from accord.ports.container import Bundle, Catalogue, Container, Lost
from accord.ports.engine import Engine
from accord.ports.fetcher import About, Fetcher, RawItem
from accord.ports.format import Format, RawText
from accord.ports.judge import (
    ActCase,
    ActJudge,
    CriticismCase,
    CriticismJudge,
    Sides,
    StanceCase,
    StanceJudge,
)
from accord.ports.store import ItemState, Store, View, Writer
from accord.ports.tagger import Tagger

__all__ = [
    "About",
    "ActCase",
    "ActJudge",
    "Bundle",
    "Catalogue",
    "Clock",
    "Container",
    "CriticismCase",
    "CriticismJudge",
    "Engine",
    "Fetcher",
    "Format",
    "ItemState",
    "Lost",
    "RawItem",
    "RawText",
    "Sides",
    "StanceCase",
    "StanceJudge",
    "Store",
    "Tagger",
    "View",
    "Writer",
]
