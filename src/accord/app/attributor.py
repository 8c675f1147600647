"""Who reads who said what: the packaged model, another one, or the rules alone."""

from dataclasses import dataclass
from pathlib import Path

from accord.errors import AccordError
from accord.ports import Tagger

__all__ = ["RULES", "Attributor", "choose_attributor"]

#: The value of the setting ``model`` that asks for the rules alone.
RULES = "rules"


@dataclass(frozen=True, slots=True)
class Attributor:
    """A tagger and what to tell people of it.

    Attributes:
        tagger: Finds the attributions.
        description: What it is, in a few words.
        missing: Why the packaged model does not serve; None if it does, or if it was
            not asked for.
    """

    tagger: Tagger
    description: str
    missing: AccordError | None = None


def choose_attributor(model: str) -> Attributor:
    """Make the attributor that the setting ``model`` names.

    Args:
        model: Empty for the packaged model, ``rules`` for the rules alone, or the
            folder of a model.

    Returns:
        The attributor. If the packaged model cannot be used the rules serve, and the
        result says why.

    Raises:
        ConfigurationError: There is no model in that folder.
        BackendError: Its files are not those that were published.
    """
    from accord.adapters.models import Artefact, ModelTagger, packaged_model
    from accord.attribute import RuleTagger

    rules = RuleTagger()
    if model == RULES:
        return Attributor(rules, "rules alone, as the settings ask")
    try:
        artefact = Artefact.find(Path(model) if model else packaged_model())
    except AccordError as error:
        if model:
            raise
        return Attributor(rules, "rules alone", missing=error)
    name = f"trained model {artefact.version}, advised by rules"
    return Attributor(ModelTagger(artefact, rules), name)
