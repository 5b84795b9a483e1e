"""Ages: a 6-year-old boy; Smith, 44,; aged 12; 12 years old."""

from copydesk.extract.figures.mention import Mention, Unitary, behind
from copydesk.extract.figures.nounphrase import counted
from copydesk.lexicon.ages import (
    AFTER_AGE,
    AGED,
    AGES,
    ANYBODY,
    BOUNDS,
    BRACKETS,
    CLOSING,
    COMPARED,
    COUNTS,
    DIED,
    ENDING,
    EXTREME,
    HOURS,
    IS_AT,
    LAST_HOUR,
    LEADING,
    LEVELS,
    LISTING,
    MONTHS,
    NAMES,
    OLDEST,
    PEOPLE,
    PERSON_IS,
    PERSONS,
    SET_OFF,
    SIBLINGS,
    SUBJECT_NEAR,
    TURNED,
    UNITS,
    YEARS_OLD,
)
from copydesk.lexicon.calendar import WEEKDAYS
from copydesk.lexicon.nouns import GROUPS, STOPS, singular
from copydesk.lexicon.numbers import SMALL
from copydesk.lexicon.persons import KIN, PERSON_OF, PLURALS
from copydesk.lexicon.units import unit
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# The least age that a group called by its ages begins with.
ADULT = 10


def read(page: Page, numeral: Numeral, after: Unitary) -> Mention | None:
    if numeral.form == "vague":
        return None
    following = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else ""
    if following in ("s", "age") and (group := _age_group(page, numeral)):
        return group
    if after.at >= 0 and page.lower[after.at] in UNITS and (old := _old(page, numeral, after.at)):
        return old
    before = page.lower[numeral.outer_first - 1] if numeral.outer_first else ""
    told = _tells_age, _at_that_age, _are_ages
    if before in LEVELS and any(tells(page, numeral) for tells in told):
        return _mention(page, numeral, numeral.first, numeral.last)
    if before in LEADING or (numeral.first and page.lower[numeral.first - 1] == "than"):
        return _aged(page, numeral)
    if before in LISTING and _listed(page, numeral):
        return _mention(page, numeral, numeral.first, numeral.last)
    if before in (",", "("):
        return _apposition(page, numeral)
    return _of_anybody(page, numeral, before) if after.unit is None else None


def _mention(
    page: Page, numeral: Numeral, first: int, last: int, letter: str = "Y", of: tuple[str, ...] = ()
) -> Mention:
    return Mention(
        "age",
        min(first, numeral.outer_first),
        max(last, numeral.outer_last),
        numeral.amount(unit(NAMES[letter])),
        of,
    )


def _tells_age(page: Page, numeral: Numeral) -> bool:
    """ "The average age of players is 23", "the oldest player was 41": the subject says that these are years."""
    if numeral.high > OLDEST or not _ends(page, numeral):
        return False
    start = max(page.index_at(page.sentence_at(page.starts[numeral.first]).start), numeral.first - SUBJECT_NEAR)
    before = page.lower[start : numeral.outer_first]
    if before[-1] == "to" and before[-3:-2] == ["from"]:
        before = before[:-3]  # from 65 to 67
    subjects = (
        at for at in range(len(before) - 1, -1, -1) if before[at] in EXTREME or tuple(before[at : at + 2]) in AGES
    )
    at = next(subjects, -1)
    if at < 0 or any(word[0].isdecimal() for word in before[at:]):
        return False
    is_one = page.lower[numeral.last + 1 : numeral.last + 2] == ["of"]  # the oldest was one of three
    return before[at] not in EXTREME or (before[-1] in IS_AT and not is_one)


def _at_that_age(page: Page, numeral: Numeral) -> bool:
    """ "In 1957, at 19, she joined the order", "At 29, she will be the youngest": hours are told to twelve."""
    at, behind = numeral.outer_first - 1, page.lower[numeral.outer_last + 1 : numeral.outer_last + 3]
    if page.lower[at] != "at" or not HOURS < numeral.low <= numeral.high <= OLDEST or behind not in SET_OFF:
        return False
    return page.lower[at - 1] == "," or page.sentence_at(page.starts[at]).start == page.starts[at]


def _listed(page: Page, numeral: Numeral) -> bool:
    """ "Ages 4, 6 and 9": a number behind the first of them; "his sons, 9 and 12,"."""
    i, lower = numeral.outer_first - 1, page.lower
    while i > 0 and _in_list(lower[i]):
        i -= 1
    if numeral.high > OLDEST or numeral.low < 1:
        return False
    if lower[numeral.last + 1 : numeral.last + 2] == ["of"]:
        return False  # "aged nine, and three of their cousins"
    if lower[i] in AGED:
        return _ends(page, numeral)
    return (lower[i] in PLURALS and _apposed(page, i + 1)) or _are_of_age(page, i)


def _in_list(word: str) -> bool:
    return word in LISTING or word in SMALL or (word.isdecimal() and len(word) < 4)


def _apposed(page: Page, comma: int) -> bool:
    """Are ", 9 and 12," set off by commas on both sides, or ages of kin that end the sentence?"""
    end = _list_end(page, comma)
    told = page.lower[comma : end - (page.lower[end - 1] == "and")]  # "9, 7 and 4, and a dog"
    if "and" not in told or told[0] != "," or end == len(page):
        return False
    are_kin = PLURALS[page.lower[comma - 1]] in KIN  # "siblings, 3 and 6."
    return told[-1] == "," or (are_kin and page.lower[end] in ENDING)


def _list_end(page: Page, i: int) -> int:
    """The token behind the numbers, commas and "and" from token i on."""
    while i < len(page) and _in_list(page.lower[i]):
        i += 1
    return i


def _are_ages(page: Page, numeral: Numeral) -> bool:
    return numeral.form == "digits" and _are_of_age(page, numeral.outer_first - 1)


def _are_of_age(page: Page, verb: int) -> bool:
    """ "His sons are 4 and 7.": people of whom a list of numbers tells, and nothing behind it."""
    if verb < 1 or page.lower[verb] not in ("are", "were") or page.lower[verb - 1] not in PLURALS:
        return False
    end = _list_end(page, verb + 1)
    closes = end == len(page) or page.lower[end] in CLOSING or page.lower[end - 1] == ","
    return closes and "and" in page.lower[verb + 1 : end]


def _of_anybody(page: Page, numeral: Numeral, before: str) -> Mention | None:
    """ "Children under five", "those over 65", "Poles 18 and older", "women 50 to 69"."""
    hedged = numeral.outer_first < numeral.first
    word = page.lower[numeral.outer_first if hedged else numeral.outer_last]
    ranged = numeral.low < numeral.high and word != "from"
    told = word in COMPARED or (before in ANYBODY and (word in BOUNDS or word == "up" or ranged))
    if not told or numeral.high > OLDEST or (numeral.form != "digits" and not hedged):
        return None
    _, head = counted(page, numeral)  # "people over 65 account for": no plural that there could be so many of
    counts = head >= 0 and singular(page.lower[head]) is not None
    ends = numeral.outer_last > numeral.last or not counts
    return _mention(page, numeral, numeral.first, numeral.last) if ends else None


def _ends(page: Page, numeral: Numeral) -> bool:
    """Does nothing follow that the number could count?"""
    behind = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else "."
    return behind in AFTER_AGE or behind in STOPS or behind.endswith("ing")


def _age_group(page: Page, numeral: Numeral) -> Mention | None:
    """ "Over-50s", "the under 25s", "the over-60 age bracket", "the 16 to 24 age group"."""
    last, lower = numeral.last + 1, page.lower
    at = numeral.first - 1 - (lower[numeral.first - 1] == "-")
    bound = BOUNDS.get(lower[at]) if at >= 0 else None
    if numeral.high > OLDEST or (lower[last] == "age" and (last + 1 == len(page) or lower[last + 1] not in BRACKETS)):
        return None
    if bound is not None and (lower[last] == "age" or page.joined(numeral.last)):
        return _mention(page, numeral._replace(bound=bound), at, last, of=("person",))
    if lower[last] == "s" and page.joined(numeral.last) and ADULT < numeral.low < numeral.high and numeral.low % 10:
        return _mention(page, numeral, numeral.first, last, of=("person",))  # "18-24s", and not "the 70-80s"
    return _mention(page, numeral, numeral.first, last) if numeral.low < numeral.high and lower[last] == "age" else None


def _old(page: Page, numeral: Numeral, at: int) -> Mention | None:
    """ "6-year-old", "12 years old", "three months of age"."""
    lower = page.lower
    if at < 0 or lower[at] not in UNITS:
        return None
    after = at + 1
    if lower[at : at + 3] == ["y", "/", "o"]:
        at, after = at + 2, at + 3
    if lower[at] in YEARS_OLD or lower[at] == "o":
        of = PEOPLE.get(lower[after]) if after < len(lower) else None
        return _mention(page, numeral, numeral.first, at, "Y", (of,) if of else ())
    if after < len(lower) and lower[after] == "-":
        after += 1
    if lower[after : after + 1] in (["old"], ["olds"]):
        last, of = after, PEOPLE.get(lower[after + 1]) if after + 1 < len(lower) else None
    elif lower[after : after + 2] == ["of", "age"]:
        last, of = after + 1, None
    elif lower[after : after + 1] in (["and"], ["or"]) and not COMPARED.isdisjoint(lower[after + 1 : after + 2]):
        last, of = after + 1, None  # 65 years and older
    else:
        return None
    return _mention(page, numeral, numeral.first, last, UNITS[lower[at]], (of,) if of else ())


def _aged(page: Page, numeral: Numeral) -> Mention | None:
    """ "aged 12", "at the age of 12", "ages 5 to 10"."""
    i = numeral.outer_first - 1
    if numeral.high > OLDEST:
        return None
    if numeral.first > 1 and page.lower[numeral.first - 1] == "than":
        return (
            _mention(page, numeral, numeral.first, numeral.last) if page.lower[numeral.first - 2] in COMPARED else None
        )
    if i < 0:
        return None
    if page.lower[i] == ":" and i:  # Age: 17
        i -= 1
        if page.lower[i] not in AGED:
            return None
    if page.lower[i] in ("between", "from", "just", "only"):
        i -= 1
    after = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else "."
    if page.lower[i] == "both":  # "two women, both 21,"
        return (
            _mention(page, numeral, numeral.first, numeral.last)
            if after in CLOSING and page.lower[i - 1] == ","
            else None
        )
    if numeral.low % 1 == 0 and _tells_whose(page, i, numeral.last + 1):
        return _mention(page, numeral, numeral.first, numeral.last) if after in AFTER_AGE else None
    if page.lower[i] == "at":
        return _mention(page, numeral, numeral.first, numeral.last) if _died_at(page, numeral, i) else None
    if page.lower[i] == "of" and i and page.lower[i - 1] in PEOPLE and _ends(page, numeral):  # a boy of 12
        return _mention(page, numeral, numeral.first, numeral.last, of=(PEOPLE[page.lower[i - 1]],))
    if (page.lower[i] == "of" and i and page.lower[i - 1] in AGED) or page.lower[i] in AGED:
        at = behind(page, numeral)
        years = at > 0 and page.lower[at] in UNITS
        last, letter = (at, UNITS[page.lower[at]]) if years else (numeral.last, "Y")
        return _mention(page, _bounded(page, numeral, i), numeral.first, last, letter)
    return None


def _tells_whose(page: Page, i: int, after: int) -> bool:
    """ "He's", "she turned", "the victim was"."""
    if page.lower[i] in PERSON_IS:
        return True
    if page.lower[i] not in TURNED or not i:
        return False
    somebody = page.lower[i - 1]
    alone = somebody in PERSON_OF and somebody not in GROUPS and somebody not in PLURALS
    alone = alone and page.lower[after : after + 1] in ([], ["."], [","], ["and"], ["but"], ["when"])
    return somebody in PERSONS or alone or _named_then(page, i - 1, after)


def _died_at(page: Page, numeral: Numeral, at: int) -> bool:
    """Not "died at 10 Main Street", "at 84 degrees", "at 6 and 7"."""
    after = page.words[numeral.last + 1] if numeral.last + 1 < len(page) else "."
    near = page.lower[max(0, at - 3) : at]
    if near[-1:] == ["dead"] and not COUNTS.isdisjoint(page.lower[max(0, at - 4) : at]):
        return False  # "put the number of dead at 61"
    died = not DIED.isdisjoint(near) and (near[-1] in DIED or near[-1] in WEEKDAYS or "in" in near[:-1])
    return died and numeral.low > LAST_HOUR and not after[0].isupper() and _ends(page, numeral)


def _named_then(page: Page, i: int, after: int) -> bool:
    """ "Ann Smith was 15 when", "… at the time"."""
    following = page.lower[after : after + 3]
    return _is_name(page, i) and (following[:1] == ["when"] or following == ["at", "the", "time"])


def _bounded(page: Page, numeral: Numeral, i: int) -> Numeral:
    """ "Under the age of 5": the words before the age bound it."""
    if page.lower[i] != "of" or numeral.bound != "=" or i < 3:
        return numeral
    before = page.lower[i - 3] if page.lower[i - 2] in ("the", "an") else page.lower[i - 2]
    bound = BOUNDS.get(before)
    return numeral._replace(bound=bound) if bound else numeral


def _apposition(page: Page, numeral: Numeral) -> Mention | None:
    """ "Anna Smith, 44, said", "John Smith (44)", "Smith, 44." behind a name."""
    i, n = numeral.first, len(page)
    words = page.words
    if (
        numeral.form != "digits"
        or numeral.outer_first != i
        or i < 2
        or numeral.low != numeral.high
        or not 0 < numeral.low <= OLDEST
    ):
        return None
    if not words[i].isdecimal() or words[i][0] == "0" or numeral.last != i:
        return None
    ends = i + 1 == n or "\n" in page.text[page.ends[i] : page.starts[i + 1]]  # as a headline
    after = "." if ends else words[i + 1]
    if words[i - 1] == "," and after in (",", ".", ";", "and") and _is_person(page, i - 2):
        return _mention(page, numeral, i, i)
    if words[i - 1] == "(" and after == ")" and _is_name(page, i - 2) and numeral.low > 9:
        named = _is_name(page, i - 3) or page.lower[i - 3] in KIN  # his wife Ana (51)
        return _mention(page, numeral, i, i) if named else None
    return None


def _is_person(page: Page, i: int) -> bool:
    """A name, or a noun for somebody ("another girl, 17, was hurt")."""
    return (
        _is_name(page, i) or (page.lower[i] in PERSON_OF and page.lower[i] not in GROUPS) or page.lower[i] in SIBLINGS
    )


def _is_name(page: Page, i: int) -> bool:
    word = page.words[i]
    return i >= 0 and word[0].isupper() and len(word) > 1 and word.lower() not in MONTHS and not word.isupper()
