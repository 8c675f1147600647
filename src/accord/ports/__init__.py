"""What Accord needs from outside, one Protocol a file; the adapters fulfil them."""

from accord.ports.clock import Clock
from accord.ports.engine import Engine
from accord.ports.fetcher import Fetcher, RawItem
from accord.ports.format import Format, RawText
from accord.ports.judge import ActCase, ActJudge, Sides, StanceCase, StanceJudge
from accord.ports.store import ItemState, Store, View, Writer
from accord.ports.tagger import Tagger

__all__ = [
    "ActCase",
    "ActJudge",
    "Clock",
    "Engine",
    "Fetcher",
    "Format",
    "ItemState",
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
