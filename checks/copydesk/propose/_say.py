"""How proposed rules speak of facts: a name of `find`, and a word or two in a sentence."""

from collections.abc import Container
from datetime import timedelta

from copydesk.extract.figures.phrase import read_phrase
from copydesk.late import late
from copydesk.model import Fact
from copydesk.propose._case import Keys, texts
from copydesk.propose._words import name

FIGURE = late(r"[$£€¥]?\d")
# So many minutes are told in hours.
LONG = 120
KIND_NAMES = {"time": "time", "date": "day", "moment": "time"}
KINDS_SAID = {
    "money": "sum of money",
    "count": "number",
    "quantity": "figure",
    "percent": "percentage",
    "moment": "time",
}


def named(keys: Keys, taken: Container[str]) -> str:
    """The name that a rule gives to what these keys find: the thing that is counted, or the word that it stands near."""
    kind = KIND_NAMES.get(texts(keys, "a")[0], texts(keys, "a")[0])
    words = texts(keys, "of") or texts(keys, "near") or texts(keys, "said by") or (kind,)
    return name(words[0], taken, kind)


def kind_said(keys: Keys) -> str:
    """What a fact of these keys is, in a sentence: "sum of money"."""
    kind = texts(keys, "a")[0]
    return KINDS_SAID.get(kind, kind)


def called(keys: Keys) -> str:
    """The same in a sentence: 'Kursk'."""
    words = texts(keys, "near") or texts(keys, "of") or texts(keys, "said by") or texts(keys, "in")
    return f"'{words[0]}'" if words else f"the {texts(keys, 'a')[0]}"


def length(of_time: timedelta) -> str:
    """A length of time as a rule writes it: "4 hours", "75 minutes", "2 hours 40 minutes"."""
    minutes = round(of_time.total_seconds() / 60)
    hours, minutes = divmod(minutes, 60) if minutes >= LONG or minutes % 60 == 0 else (0, minutes)
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (minutes, "minute")) if count)  # fmt: skip


def words(fact: Fact) -> str:
    """A fact as it stands, on one line."""
    return " ".join(fact.text.split())


def pinned(name: str, fact: Fact) -> str:
    """The sentence that holds a figure to what it is now: "injured = 69", "killed >= 7". Empty where a rule can't write it."""
    amount, said = fact.amount, bare(fact)
    if amount.low != amount.high or read_phrase(said) is None:
        return ""
    return f"{name} is about {said}" if amount.bound == "~" else f"{name} {amount.bound} {said}"


def bare(fact: Fact) -> str:
    """The figure of a fact without its hedge, as a rule writes it: "2,670 miles", "$3 million", "7", "1 day"."""
    amount, text = fact.amount, words(fact)
    found = FIGURE.search(text)
    number = f"{amount.low.normalize():,f}"
    if fact.kind in ("count", "number", "age") or not amount.unit.name:
        return number
    if fact.kind == "duration" and not found:
        return f"{number} {amount.unit.name}{'' if amount.low == 1 else 's'}"
    return text[found.start() :] if found else text


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
