"""Names that a page gives: of outlets, of those who wrote for them, of fields."""
