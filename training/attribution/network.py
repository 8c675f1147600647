"""The network: an encoder, a cue tagger, and a reader of one cue's relation.

One pass of the encoder finds the cues. For each cue a small head then reads the same
piece vectors again, told which cue it is about, and labels that cue's source and
content. Attributions are relations, not three bags of spans; this is what links them,
and contents may nest because each cue is read on its own.
"""

from collections.abc import Mapping

import torch
from torch import nn
from transformers import AutoModel

from accord.adapters.models.advice import ADVICE
from accord.adapters.models.encoding import FEATURES
from training.attribution.corpus import RELATION_LABELS

DISTANCE = 96  # pieces; further away counts as this far
WIDTH = 160  # channels of the relation head
HINTS = 3  # values of the rules' hint on a piece
#: How other bases call the marks of a BERT vocabulary.
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>", "[UNK]": "<unk>"}


class Encoder(nn.Module):
    """A pre-trained encoder that also sees letter case, quotation marks and the rules.

    Args:
        path: Folder of the pre-trained encoder.
        attention: ``sdpa``, or ``eager`` for bases and exports that know no other.
        layers: Keep so many of its layers, from below; None keeps all.
        numbers: The base's number of each piece, where the windows are cut with the
            vocabulary of another.
    """

    def __init__(
        self,
        path: str,
        *,
        attention: str = "sdpa",
        layers: int | None = None,
        numbers: torch.Tensor | None = None,
    ) -> None:
        super().__init__()
        self.register_buffer("numbers", numbers, persistent=False)
        self.base = AutoModel.from_pretrained(
            path,
            add_pooling_layer=False,
            attn_implementation=attention,
            # Drawing them takes a third of a step; masked pieces regularise instead.
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        self.base.encoder.layer = self.base.encoder.layer[:layers]
        self.size = self.base.config.hidden_size
        self.features = nn.Embedding(FEATURES * ADVICE, self.size)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(self.size, 3)
        self.source = nn.Linear(self.size, 3)
        self.content = nn.Linear(self.size, 3)
        self.piece = nn.Linear(self.size, WIDTH)
        self.question = nn.Linear(self.size, 2 * WIDTH)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, features: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Read a batch of windows.

        Returns:
            Cue logits (windows, pieces, 3); what each piece is to any cue
            (windows, pieces, WIDTH); what it would ask if it were a cue
            (windows, pieces, 2 x WIDTH); source and content logits.
        """
        known = ids if self.numbers is None else self.numbers[ids]
        words = self.base.embeddings.word_embeddings(known) + self.features(features)
        hidden = self.base(inputs_embeds=words, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        return (
            self.cue(hidden),
            self.piece(hidden),
            self.question(hidden),
            self.source(hidden),
            self.content(hidden),
        )


class RelationHead(nn.Module):
    """Labels the source and content of one cue."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * DISTANCE + 1, WIDTH)
        self.hint = nn.Embedding(HINTS, WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.far = nn.Conv1d(WIDTH, WIDTH, 5, padding=8, dilation=4)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(WIDTH, RELATION_LABELS)

    def forward(
        self,
        piece: torch.Tensor,
        cue: torch.Tensor,
        distance: torch.Tensor,
        hint: torch.Tensor,
    ) -> torch.Tensor:
        """Label pieces.

        Args:
            piece: What each piece is to any cue, (cues, pieces, WIDTH).
            cue: What this cue asks of pieces: scale and shift, (cues, 2 x WIDTH).
            distance: Pieces from the cue, clipped and shifted to be >= 0,
                (cues, pieces).
            hint: What the rules take each piece for: 0 nothing, 1 source, 2 content.

        Returns:
            Logits, (cues, pieces, RELATION_LABELS).
        """
        scale, shift = cue.unsqueeze(1).chunk(2, dim=2)
        x = piece * (1 + scale) + shift + self.distance(distance) + self.hint(hint)
        x = nn.functional.gelu(x)
        y = x.transpose(1, 2)
        y = nn.functional.gelu(self.near(y))
        y = nn.functional.gelu(self.far(y))
        return self.out(self.drop(self.norm(x + y.transpose(1, 2))))


class Network(nn.Module):
    """Encoder and relation head together, as they are trained; arguments as there."""

    def __init__(
        self,
        path: str,
        *,
        attention: str = "sdpa",
        layers: int | None = None,
        numbers: torch.Tensor | None = None,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(
            path, attention=attention, layers=layers, numbers=numbers
        )
        self.head = RelationHead()

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest ``layers`` of the base as they are."""
        if layers:
            base = self.encoder.base
            for part in (base.embeddings, *base.encoder.layer[:layers]):
                part.requires_grad_(requires_grad=False)
            if hasattr(base.encoder, "relative_attention_bias"):
                base.encoder.relative_attention_bias.requires_grad_(requires_grad=False)


def numbers_of(
    pieces: Mapping[str, int], base: Mapping[str, int]
) -> torch.Tensor | None:
    """Map the numbers of one vocabulary to another's.

    Args:
        pieces: Vocabulary that windows are cut with.
        base: Vocabulary of the encoder.

    Returns:
        The base's number of each piece; None where the two are one.
    """
    if pieces == base:
        return None
    unknown = base[MARKS["[UNK]"]]
    numbers = torch.full((max(pieces.values()) + 1,), unknown)
    for piece, number in pieces.items():
        numbers[number] = base.get(MARKS.get(piece, piece), unknown)
    return numbers


def gather(
    piece: torch.Tensor, question: torch.Tensor, rows: torch.Tensor, masks: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gather what the relation head reads.

    Args:
        piece: As the encoder gives it, (windows, pieces, WIDTH).
        question: Likewise, (windows, pieces, 2 x WIDTH).
        rows: Window of each cue, (cues,).
        masks: 1 on each cue's pieces, (cues, pieces).

    Returns:
        The head's first three inputs.
    """
    onehot = torch.zeros(len(rows), piece.shape[0], dtype=piece.dtype)
    onehot[torch.arange(len(rows)), rows] = 1
    weights = masks.to(question.dtype) / masks.sum(1, keepdim=True)
    by_window = onehot.unsqueeze(2) * weights.unsqueeze(1)
    mean = by_window.flatten(1) @ question.flatten(0, 1)
    first = masks.argmax(1, keepdim=True)
    last = masks.shape[1] - 1 - masks.flip(1).argmax(1, keepdim=True)
    places = torch.arange(masks.shape[1]).unsqueeze(0)
    away = torch.where(places < first, places - first, (places - last).clamp(min=0))
    return piece[rows], mean, away.clamp(-DISTANCE, DISTANCE) + DISTANCE
