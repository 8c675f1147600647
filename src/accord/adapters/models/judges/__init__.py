"""Trained judges of one sentence at a time."""

from accord.adapters.models.judges.stance import ModelStanceJudge, packaged_stance_model

__all__ = ["ModelStanceJudge", "packaged_stance_model"]
