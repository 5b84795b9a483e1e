"""Functions that broken rules name."""

from desk_tools import imported


def toll_ok(killed, injured, *, strict=False):
    return strict or len(killed) == len(injured)


again = imported
