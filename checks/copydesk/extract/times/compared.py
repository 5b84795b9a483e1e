"""Times of a figure with which another is compared: "from $3 million last year", "up 4% from a year earlier", "than in
May"."""

COMPARING = frozenset({"from", "with", "against", "versus", "vs", "than", "over"})
# So many tokens before its time the word stands that a figure is compared by.
REACH = 14
STOPS = frozenset({".", ";", "which", "who", "that"})


def beside(lower: list[str], first: int) -> bool:
    """Is the time that begins at token `first` itself what something is compared with: "from the second quarter"?"""
    before = first - 1 - (lower[first - 1] == "in")
    return before >= 0 and lower[before] in COMPARING


def of_compared(lower: list[str], first: int) -> bool:
    """Is it the time of a figure that something is compared with: "from $3 million last year"?"""
    figures = False
    for word in reversed(lower[max(0, first - REACH) : first]):
        if word in COMPARING:
            return figures
        if word in STOPS:
            return False
        figures = figures or word[:1].isdecimal()
    return False
