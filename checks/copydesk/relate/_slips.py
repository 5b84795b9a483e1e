"""Slips of the pen: two numbers that one wrong key, one swapped pair or one lost digit would make the same."""


def one_slip(a: int, b: int) -> bool:
    """Do two numbers of two digits or more differ by one digit changed, lost or swapped with its neighbour? 33 and 43, 34 and 43, 4 and 14."""
    first, second = sorted((str(a), str(b)), key=len)
    if a == b or len(second) < 2:
        return False
    if len(first) == len(second):
        off = [i for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
        swapped = (
            len(off) == 2
            and off[1] == off[0] + 1
            and first[off[0]] == second[off[1]]
            and first[off[1]] == second[off[0]]
        )
        return len(off) == 1 or swapped
    return len(second) == len(first) + 1 and any(second[:i] + second[i + 1 :] == first for i in range(len(second)))
