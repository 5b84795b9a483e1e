"""Which event a story tells of, and whether two passages tell of the same."""
