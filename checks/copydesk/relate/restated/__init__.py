"""A figure told again."""
