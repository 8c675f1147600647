"""The position room."""
