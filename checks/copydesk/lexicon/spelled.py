"""Spelled-out cardinals of several words, read by number_parser. The only file that imports it, and only when a text
has such a number."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def spelled(words: tuple[str, ...]) -> int | None:
    """The cardinal that these words spell ("two", "hundred", "and", "six"), or None."""
    from number_parser import parse_number  # 18 ms: most articles never need it

    try:
        number = parse_number(" ".join(words))
    except (ValueError, IndexError, KeyError, TypeError):  # what it raises on windows that are no number
        return None
    return int(number) if number is not None else None
