"""Shingles: runs of words as numbers, so that shared wording can be looked up."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["shingles"]

# The largest Mersenne prime below 2**62: products stay within two machine words,
# and a billion shingles have less than one expected collision per pair of texts.
_MODULUS = 2**61 - 1
_BASE = 1_000_003


def shingles(words: Sequence[str], *, size: int = 5) -> list[int]:
    """Number every run of ``size`` words.

    Two runs have the same number if their words are the same; different runs share
    one with a chance of about one in 2**61. The numbers are the same on every
    machine and in every process.

    Args:
        words: Words in text order, made comparable beforehand (see ``fold``).
        size: Words in a run; at least 1.

    Returns:
        The number of the run that begins at each word; empty if there are fewer
        than ``size`` words.

    Cost:
        Linear in the number of words, whatever the size.

    Source:
        [broder1997] (shingles).

    Example:
        >>> one = shingles("the talks in Sable have failed".split(), size=3)
        >>> two = shingles("sources say the talks in Sable stalled".split(), size=3)
        >>> len(one), len(set(one) & set(two))
        (4, 2)
    """
    codes = [_code(word) for word in words]
    if len(codes) < size:
        return []
    leading = pow(_BASE, size - 1, _MODULUS)
    number = 0
    for code in codes[:size]:
        number = (number * _BASE + code) % _MODULUS
    numbers = [number]
    for leaving, entering in zip(codes, codes[size:], strict=False):
        number = ((number - leaving * leading) * _BASE + entering) % _MODULUS
        numbers.append(number)
    return numbers


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    """Number a word; the built-in hash differs from process to process."""
    hashed = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(hashed.digest(), "big") % _MODULUS
