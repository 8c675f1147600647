"""Polynomials with whole, non-negative coefficients, packed into one integer each.

Coefficient k stands in bits ``[k * slot, (k + 1) * slot)``, so that sums, shifts and
products of polynomials are those of integers (Kronecker's substitution). Slots are
whole bytes and wide enough for every coefficient that can come up.
"""

__all__ = ["slot_bits", "unpack"]


def slot_bits(players: int) -> int:
    """Find a slot that holds any count of coalitions, and of their members."""
    return -(-(players + players.bit_length() + 2) // 8) * 8


def unpack(packed: int, slot: int, length: int) -> list[int]:
    """Unpack coefficients, the lowest first."""
    size = slot // 8
    raw = packed.to_bytes(size * length, "little")
    return [
        int.from_bytes(raw[start : start + size], "little")
        for start in range(0, size * length, size)
    ]
