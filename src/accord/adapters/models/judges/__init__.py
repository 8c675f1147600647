"""Trained judges of one sentence at a time."""

from accord.adapters.models.judges.acts import ModelActJudge, packaged_act_model
from accord.adapters.models.judges.criticism import (
    ModelCriticismJudge,
    packaged_criticism_model,
)
from accord.adapters.models.judges.stance import (
    ModelStanceJudge,
    packaged_stance_model,
)

__all__ = [
    "ModelActJudge",
    "ModelCriticismJudge",
    "ModelStanceJudge",
    "packaged_act_model",
    "packaged_criticism_model",
    "packaged_stance_model",
]
