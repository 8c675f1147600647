"""The network: an encoder that reads statement and motion together, and a small head."""

import torch
from torch import nn
from transformers import AutoModel

CLASSES = 4


class Network(nn.Module):
    """A pre-trained encoder with a head that names the side."""

    def __init__(self, path: str) -> None:
        super().__init__()
        # On a processor, dropout's random numbers cost a third of a step, and eager
        # attention beats the fused one on sequences this short.
        self.base = AutoModel.from_pretrained(
            path,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        self.base.embeddings.requires_grad_(requires_grad=False)
        size = self.base.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Linear(2 * size, size)
        self.out = nn.Linear(size, CLASSES)

    def layers(
        self, ids: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor
    ) -> list[torch.Tensor]:
        """Give every layer's pieces, each (pairs, pieces, size)."""
        _, *layers = self.base(
            input_ids=ids,
            attention_mask=mask,
            token_type_ids=kinds,
            output_hidden_states=True,
        ).hidden_states
        return layers

    def read(
        self, ids: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Read pairs.

        Returns:
            The last layer's first piece, (pairs, size), and the mean over the pieces
            for every layer, (pairs, layers, size).
        """
        layers = self.layers(ids, mask, kinds)
        weights = mask.unsqueeze(2).to(layers[-1].dtype)
        means = [(hidden * weights).sum(1) / weights.sum(1) for hidden in layers]
        return layers[-1][:, 0], torch.stack(means, dim=1)

    def judge(self, first: torch.Tensor, means: torch.Tensor) -> torch.Tensor:
        """Give the logits of support, oppose, neither and conditional, (pairs, CLASSES)."""
        both = torch.cat((first, means[:, -1]), dim=1)
        return self.out(nn.functional.gelu(self.mix(self.drop(both))))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor
    ) -> torch.Tensor:
        """Judge pairs.

        Args:
            ids: Pieces, (pairs, pieces).
            mask: 1 where there is a piece, likewise.
            kinds: 0 for the statement, 1 for the motion, likewise.
        """
        return self.judge(*self.read(ids, mask, kinds))
