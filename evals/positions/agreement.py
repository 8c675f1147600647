"""How far two passes of coding agree: Cohen's kappa and Krippendorff's alpha."""

from collections import Counter
from collections.abc import Mapping, Sequence

from disputes import Code

__all__ = ["alpha", "kappa", "pair_codes"]


def pair_codes(
    first: Mapping[str, Sequence[Code]], second: Mapping[str, Sequence[Code]]
) -> list[tuple[str, str]]:
    """Pair what two passes say of each actor and issue of the texts that both coded.

    Returns:
        Stances; ``none`` where only one pass names the actor on the issue, and one
        pair of ``none`` for a text on which both name nobody.
    """
    pairs: list[tuple[str, str]] = []
    for text in sorted(first.keys() & second.keys()):
        left = list(second[text])
        for code in first[text]:
            match = next((other for other in left if _is_same(code, other)), None)
            if match is not None:
                left.remove(match)
            pairs.append((code.stance, match.stance if match else "none"))
        pairs.extend(("none", other.stance) for other in left)
        if not first[text] and not second[text]:
            pairs.append(("none", "none"))
    return pairs


def _is_same(code: Code, other: Code) -> bool:
    return code.issue == other.issue and any(
        a.lower() in b.lower() or b.lower() in a.lower()
        for a in code.actors
        for b in other.actors
    )


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Give Cohen's kappa for two coders: agreement beyond their own chance."""
    total = len(pairs)
    seen = sum(a == b for a, b in pairs) / total
    one, two = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(one[label] * two[label] for label in one) / total**2
    return (seen - chance) / (1 - chance)


def alpha(pairs: Sequence[tuple[str, str]]) -> float:
    """Give Krippendorff's alpha for two coders and nominal labels."""
    labels = Counter(label for pair in pairs for label in pair)
    total = labels.total()
    observed = sum(a != b for a, b in pairs) / len(pairs)
    alike = sum(n * (n - 1) for n in labels.values())
    expected = 1 - alike / (total * (total - 1))
    return 1 - observed / expected
