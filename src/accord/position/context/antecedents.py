"""What ``accord.position.anaphora`` finds, by its former place."""

from accord.position.anaphora.antecedents import is_overtaken

__all__ = ["is_overtaken"]
