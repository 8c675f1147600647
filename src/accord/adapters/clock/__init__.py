"""The computer's clock behind the Clock port."""

from datetime import UTC, datetime

__all__ = ["SystemClock"]


class SystemClock:
    """Tells the time of this computer, in UTC."""

    def now(self) -> datetime:
        """Return the present moment, with a time zone."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may
