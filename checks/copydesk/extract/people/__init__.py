"""Which people a figure counts: killed, injured, missing, …; whether it is a part of another figure, or another event's."""

from copydesk.extract.people.assigning import assign
from copydesk.extract.people.victim import Victim
from copydesk.extract.people.victims import victims

__all__ = ["Victim", "assign", "victims"]
