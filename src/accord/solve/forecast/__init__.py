"""Forecast: where a question that lies on a line might come out, cautiously.

In comes a contest: who pulls where, how hard, and how much it cares; out come the
weighted mean and the weighted median, each with its spread when the inputs are shaken,
beside simple baselines. The expected-utility model is an experiment whose variants are
run side by side, since what it says depends on them and on the round one stops at.

Methods: the compromise model (vandenbos1991, achen2006), the weighted median
(black1948), and Scholz, Calbert and Smith's reading of the expected-utility model
(scholz2011).

Limits: positions are stated ones, numbers are an analyst's; nothing here is a probability
of agreement. That a number hardly moves when shaken does not make it right.
"""

from accord.solve.forecast.answer import Forecast, make_forecast
from accord.solve.forecast.backtest import Backtest, backtest
from accord.solve.forecast.from_case import contests_of_case
from accord.solve.forecast.reading import read_contests

__all__ = [
    "Backtest",
    "Forecast",
    "backtest",
    "contests_of_case",
    "make_forecast",
    "read_contests",
]
