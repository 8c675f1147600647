"""Formal analysis of a case: reads it, solves it, gives plain values for JSON."""

from accord.app.solving.power import (
    Answered,
    comparison_of_file,
    comparisons_as_json,
    comparisons_of,
    estimate_as_json,
    estimate_of_file,
    guarantees_as_json,
    guarantees_of,
    power_as_json,
    power_of_file,
)
from accord.app.solving.stability import (
    coalitions_of_file,
    explanation_of_file,
    firmness_of_file,
    reasons_as_json,
    requirements_of_file,
    stability_as_json,
    stability_of_file,
    ways_of_file,
)

__all__ = [
    "Answered",
    "coalitions_of_file",
    "comparison_of_file",
    "comparisons_as_json",
    "comparisons_of",
    "estimate_as_json",
    "estimate_of_file",
    "explanation_of_file",
    "firmness_of_file",
    "guarantees_as_json",
    "guarantees_of",
    "power_as_json",
    "power_of_file",
    "reasons_as_json",
    "requirements_of_file",
    "stability_as_json",
    "stability_of_file",
    "ways_of_file",
]
