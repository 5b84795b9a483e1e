"""Two figures of a story that one wrong key parts, of which no other can be meant: "sickened 83 people … of the 93 cases".

Nearly every wrong figure in print has two digits changed round, or one digit wrong. By chance two figures of one noun or unit are that near to
each other seldom: of 4,000 stories none had two of one noun with two digits changed round, and none a figure with *the* that no figure before it
was like but for one key (compared, earlier and other ones left out).
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.support import head, is_bare, of_people, one_noun
from copydesk.ties import digits, slip, swapped

KINDS = ("count", "number", "money", "quantity")
# What is of another time, of others, or set against something, may well be near.
OF_THEN = pattern(
    r"\b(?:(?:in|by|since|from|until)\s+(?:19|20)\d\d|(?:last|previous|next)\s+(?:year|week|month|season|quarter)|years?\s+(?:ago|earlier|before)|compared|against|versus|vs"
    r"|previous(?:ly)?|originally|initially|earlier|revised|record)\b"
)
# A mean of them; "the average length of service among the 412" is none.
AVERAGE = pattern(r"\baverage\b[^.;,]{0,24}$", words="average")
OF_OTHERS = pattern(r"\b(?:another|others?|further|additional|extra)\b", words="other further additional extra")
THE = pattern(r"(?<!\bin )(?<!\bat )\b(?:the|these|those|all)\s+(?:same\s+)?$")
# Others than those told before: "all of the 19 who were picked".
IN_PLACE = late(r"\s+(?:in|at|on(?!\s+board)|from)\b|-[a-z]")
WHO = r"(?:who|that|which|it|he|she|they|we|you|I)\b"
NARROWED, WITH_NOUN = late(rf"\s+{WHO}"), late(rf"(?:\s+[a-z-]+){{1,2}}?\s+(?:{WHO}|[a-z]{{2,}}ing\b)")
# "Sickened 83 people … the 93 cases".
FOR_PEOPLE = frozenset(
    "job post case victim patient casualty body skeleton death infection arrest survivor name life admission remains".split()
)
ANYBODY = FOR_PEOPLE | {"person", "people"}
# "The 22 leaves at noon": a line of that number.
IS_ONE = late(r"\s+(?:is|was|has|does|runs|goes|loses|gains|stops|serves|takes|comes|departs|calls)\b")
SMALLEST, ROUND, MOST, LONG = Decimal(10), Decimal(10), 4, 3
# "All 213 departments of the state".
OF_ANOTHER = late(r"(?:\s+[a-z-]+){1,2}\s+(?:of|in|at|from)\b")
OF_THE = pattern(r"\bof\s+(?:the|its|their|all)\s+$")


def twins(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """A figure and the one before it that it was meant to repeat."""
    told = [fact for fact in story.kinds(*KINDS) if _plain(fact)]
    times = Counter(fact.amount.low for fact in told)
    sorts = Counter(map(_sort, told))
    earlier: dict[int, list[Fact]] = {}  # by how many digits they have: no wrong key changes that
    for fact in told:
        rivals = earlier.setdefault(fact.amount.low.adjusted(), [])
        near = []
        if rivals and times[fact.amount.low] == 1:
            known = bool(THE.search(story.before(fact, 20))) and not _others(story, fact)
            near = [other for other in rivals if _near(story, fact, other, known)]
        rivals.append(fact)
        near = [other for other in near if not _set_apart(story, other)]
        if len({other.amount.low for other in near}) != 1 or _set_apart(story, fact):
            continue
        if sorts[_sort(fact)] <= MOST or _opening(near):
            yield fact, near[-1]


def _set_apart(story: Story, fact: Fact) -> bool:
    """Does its clause put it into another time, or to others?"""
    beside = f"{story.before(fact, 40)} @ {story.after(fact, 20)}"
    then = OF_THEN.search(" @ ".join(story.clause(fact))) or AVERAGE.search(story.before(fact, 40))
    return bool(then or OF_OTHERS.search(beside))


def led_elsewhere(story: Story, fact: Fact) -> bool:
    """Does what its clause opens with put it into another time, or to others: "In 1998", "In the other"?"""
    before = " @ ".join(story.clause(fact)[:2])
    return bool(OF_THEN.search(before) or OF_OTHERS.search(before))


def _others(story: Story, fact: Fact) -> bool:
    """Are others meant than those told before? "Of the 87 that got away", with which a sentence begins, are not."""
    if not NARROWED.match(story.after(fact)):
        return bool(IN_PLACE.match(story.after(fact)))  # "the 37-run win", "the 34 in the second bus"
    return story.text[fact.sentence.start : fact.span.start].strip(' "“').lower() != "of the"


def _opening(rivals: list[Fact]) -> bool:
    """What the headline tells stands in the story too."""
    return any(other.block == "headline" for other in rivals)


def _plain(fact: Fact) -> bool:
    amount = fact.amount
    digits = any(sign.isdigit() for sign in fact.text)  # in words there are no keys to mistake
    return digits and amount.low == amount.high >= SMALLEST and not (amount.is_bound or fact.part)


def _sort(fact: Fact) -> str:
    return head(fact) or fact.amount.unit.name


def _near(story: Story, fact: Fact, other: Fact, known: bool) -> bool:
    first, second = fact.amount.low, other.amount.low
    if fact.sentence == other.sentence or fact.role and other.role and fact.role != other.role:
        return False
    one_sort = _of_one_sort(fact, other) or _opens(story, fact, other)
    if not (one_sort or known) or not slip(first, second) or IS_ONE.match(story.after(fact)):
        return False
    turned = swapped(first, second)
    if two_sorts(fact, other) and not turned:
        return False
    again = known and other.kind == "count" and (is_bare(fact) or (fact.kind == "count" and _may_be_one(fact, other)))
    sure = known and turned and fact.kind == other.kind == "count" and digits(first) >= LONG
    if befell_others(fact, other) or not (one_sort or again or sure and not OF_ANOTHER.match(story.after(fact))):
        return False
    if first < second and OF_THE.search(story.before(other, 20)):  # "19 of the 41 seats … 14 seats"
        return False
    if turned:
        return True
    if not (first % ROUND and second % ROUND):  # ten is told of anything
        return False
    if set(fact.of[:-1]) - set(other.of) or WITH_NOUN.match(story.after(fact)):
        return False  # "the 12 steel boats", "the 12 boats it has": some of them
    return again and fact.kind == "count"


def two_sorts(fact: Fact, other: Fact) -> bool:
    """Are people counted of two sorts, neither of which is said of anybody: children and grandchildren?"""
    here, there = head(fact), head(other)
    return here != there and of_people(here) and of_people(there) and ANYBODY.isdisjoint((here, there))


def befell_others(fact: Fact, other: Fact) -> bool:
    """ "The 275 lawmakers", and 257 people hurt: people of a sort are not whom something befell, unless it is told of such."""
    if bool(fact.role) == bool(other.role):
        return False
    sort, befallen = (head(one) for one in sorted((fact, other), key=lambda one: bool(one.role)))
    return of_people(sort) and sort not in ANYBODY and befallen in ANYBODY


def _may_be_one(fact: Fact, other: Fact) -> bool:
    """One noun, or none, or what people are counted by."""
    here, there = head(fact), head(other)
    of_them = (here in FOR_PEOPLE and of_people(there)) or (there in FOR_PEOPLE and of_people(here))
    return not (here and there) or one_noun(here, there) or of_them


def _opens(story: Story, fact: Fact, other: Fact) -> bool:
    """ "To lose 370 jobs", and the first sentence lays off 730 workers: if two nouns do not name two things."""
    if other.block != "headline" or fact.kind != other.kind or _two_things(head(fact), head(other)):
        return False
    return fact.sentence.start <= next((block.start for block in story.document.blocks if block.kind != "headline"), 0)


def _two_things(first: str, second: str) -> bool:
    """Jobs and branches; jobs and workers are one."""
    return bool(first and second) and not one_noun(first, second) and not (of_people(first) or of_people(second))


def _of_one_sort(fact: Fact, other: Fact) -> bool:
    if fact.kind != other.kind or fact.amount.unit.name != other.amount.unit.name:
        return False
    if fact.kind in ("money", "quantity"):
        return True
    here, there = head(fact), head(other)
    if here != there and of_people(here) and of_people(there):
        return not ANYBODY.isdisjoint((here, there))  # pilgrims may be the people told before; warders are no prisoners
    return bool(here and there) and one_noun(here, there)
