"""Words made comparable and countable; they know nothing of documents."""
