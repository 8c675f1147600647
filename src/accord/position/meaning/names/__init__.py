"""Names: what a thing that an issue asks about is called in other words."""
