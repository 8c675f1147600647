"""Choose records: their kinds, what each is about, and the filters on that."""
