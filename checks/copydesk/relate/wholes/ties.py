"""Does a word or a form say that figures are all the parts of a whole: the rest, in all, a list of its sorts, one place after another?"""

from decimal import Decimal
from itertools import pairwise

from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.restated.twins import two_sorts
from copydesk.relate.wholes import words as wording
from copydesk.relate.wholes.pairs import added, kin, one_key
from copydesk.story import Story
from copydesk.support import head, of_people
from copydesk.ties import digits, swapped
from copydesk.typed import Literal

Tie = Literal["none", "weak", "form", "strong"]
# Fewer people than this are told one by one.
FEWEST = 5


class Window(NamedTuple):
    """The figures of one class in one or two neighbouring sentences, and the words of them, each figure an @."""

    words: str
    at: dict[int, Fact]
    figures: tuple[Fact, ...]


def tied(window: Window, whole: Fact, parts: tuple[Fact, ...]) -> Tie:
    """Does a word or a form say that these are all the parts of the whole, and how surely?"""
    places = {id(fact): at for at, fact in window.at.items()}
    if any(id(fact) not in places for fact in (whole, *parts)):
        return "none"
    ends = [places[id(fact)] for fact in parts]
    place, first, last = places[id(whole)], ends[0], ends[-1]
    before, after = window.words[max(0, place - 80) : place], window.words[place + 1 : place + 80]
    ahead = window.words[max(0, last - 80) : last]
    led = place < first or head(whole) != ""
    if (
        place < last
        and led
        and not wording.NONE_OF_THE_OTHERS.search(ahead)
        and (
            wording.REST.search(ahead)
            or _leaves(window.words[last + 1 :], ahead, (whole, *parts))
            or wording.OTHERS.search(ahead)
            or (wording.OTHERS_BEHIND.match(window.words[last + 1 :]) and ahead.lower().endswith("the "))
        )
    ):
        return "strong"
    if place > last and wording.SUMMED.search(before):
        return "form"
    if place < first and _misprinted(whole, parts):
        return "form"
    if place < first and _by_sort(whole, parts) and wording.OF_THEM.match(window.words, first + 1):
        if wording.THE_OTHERS.fullmatch(window.words, first + 1, last):  # "490 of them girls. The 560 boys"
            return "strong"
    gaps = [window.words[a + 1 : b] for a, b in pairwise(ends)]
    if not all("@" in gap or wording.JOINED.fullmatch(gap) for gap in gaps) or not wording.LAST.search(gaps[-1]):
        return "none"
    if place > last and wording.ALL.search(before):
        more = "-year-old" in window.words[last:place]  # one whom no figure counts
        return "strong" if not more and any(kin(head(whole), head(fact)) for fact in parts) else "none"
    if place > last and (wording.TOTAL_OF.search(before) or wording.IN_ALL.match(after)):
        return "strong" if whole.sentence == parts[-1].sentence else "form"
    if place < first and _by_sort(whole, parts) and wording.SET_OFF.search(window.words[place + 1 : first]):
        some = added(parts) < whole.amount.low and wording.SOME_OF_SORT.match(window.words[last + 1 :])
        return "none" if some else "strong"
    if place < first and _made_of(window.words[place + 1 : first]):
        return "strong"
    if place < first and wording.PAID_WITH.search(window.words[place + 1 : first]):
        return "strong" if added(parts) >= whole.amount.low else "form"
    one_by_one = len(parts) == 2 and wording.FIRST_AND_SECOND.search(window.words, place)
    if place < first and (one_by_one or wording.TOGETHER.search(window.words[:place])):
        return "form"
    if place < first and {head(fact) for fact in parts} in wording.RESULTS and head(whole) in wording.PLAYED:
        return "strong"
    if place < first and whole.amount.low >= FEWEST and window.words[place + 1 : first].rstrip().endswith(":"):
        return "form"
    if _summed_up(whole, parts) or _gapped_run(whole, parts) or _one_of_whole(window, whole, parts, (first, place)):
        return "form"
    if place < first:
        return _shared_out(window, whole, parts, before, ends)
    return "form" if _against(window, whole, parts, ends) else "none"


def _made_of(between: str) -> bool:
    """ "A team of five, made up of", "The town's 5,000 people are"."""
    return "@" not in between and bool(wording.MADE_OF.search(between) or wording.THEY_ARE.fullmatch(between))


def _misprinted(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Would they be all of it, were two digits of a long figure changed round? Of three figures that seldom comes by chance."""
    return (len(parts) > 2 or _by_sort(whole, parts)) and one_key(_long_swap, whole, parts)


def _long_swap(a: Decimal, b: Decimal) -> bool:
    return digits(b) > 2 and swapped(a, b)


def _shared_out(window: Window, whole: Fact, parts: tuple[Fact, ...], before: str, ends: list[int]) -> Tie:
    """By what stands right behind the parts, and before the whole that is told ahead of them."""
    behind = [window.words[at + 1 : at + 40] for at in ends]
    if len(parts) == 2 and ";" in window.words[ends[0] : ends[1]]:  # another statement
        return "none"
    if len(parts) == 2 and _opposed(behind, wording.EITHER) and not wording.NEITHER.search(window.words):
        return "strong"
    if len(parts) == 2 and _opposed(behind) and added(parts) > whole.amount.low:
        return "form"
    if any(wording.OF_THEM.match(words) for words in behind[1:]):  # several subsets, which may overlap
        return "none"
    if (
        wording.OF_THEM.match(behind[0]) or wording.OF_WHICH.search(window.words[: ends[0]])
    ) and not wording.INSIDE.search(before):
        return "form"
    if wording.OF_WHOLE.search(before):
        exclusive = wording.EXCLUSIVE.search(window.words[ends[-1] :]) or _placed(whole, behind, parts)
        return "form" if exclusive else "weak"
    if _placed(whole, behind, parts) and (whole.sentence == parts[0].sentence or _overfull(whole, parts, behind)):
        return "form"
    return "weak" if wording.TOTAL_OF.search(before) else "none"


def _opposed(behind: list[str], sorts: tuple[wording.Sorts, ...] = wording.OPPOSED) -> bool:
    """Two things that nobody and nothing is at once: in hospital and at home, in the first crash and in the second."""
    first, second = behind
    return any(
        (one.search(first) and other.search(second)) or (other.search(first) and one.search(second))
        for one, other in sorts
    )


def _by_sort(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Men and women, adults and children, passengers and crew: sorts that make everybody."""
    heads = {head(fact) for fact in parts}
    few = whole.amount.low < FEWEST and added(parts) <= whole.amount.low
    if few or head(whole) in heads or not (of_people(head(whole)) or head(whole) == "body" or heads & wording.YOUNG):
        return False
    return len(heads) == len(parts) and any(heads <= sorts for sorts in wording.EVERYBODY)


def _placed(whole: Fact, behind: list[str], parts: tuple[Fact, ...]) -> bool:
    """The same preposition behind each: "11 in the town and six in the villages"."""
    behind = [words for words in behind if not wording.ELSEWHERE.match(words)]
    found = [wording.PLACED.match(words) for words in behind]
    return (
        bool(found)
        and all(found)
        and len({each[1] for each in found if each}) == 1
        and all(head(fact) in ("", head(whole)) for fact in parts)
    )


def _overfull(whole: Fact, parts: tuple[Fact, ...], behind: list[str]) -> bool:
    """ "It has 620 seats. There are 400 seats in the stalls and 240 in the circle": more than there are, in places and not at times."""
    return (
        added(parts) > whole.amount.low
        and head(parts[0]) == head(whole) != ""
        and not any(map(wording.AT_TIMES.match, behind))
    )


def _leaves(behind: str, ahead: str, figures: tuple[Fact, ...]) -> bool:
    """ "Restored to 30,000 of them, leaving 10,000 in the dark": what stays, unless it is what befell people."""
    return bool(wording.LEAVING.search(ahead) and wording.STAYS.match(behind)) and not any(
        fact.role for fact in figures
    )


def _one_of_whole(window: Window, whole: Fact, parts: tuple[Fact, ...], ends: tuple[int, int]) -> bool:
    """ "Won 19 of the 41 seats. The Liberals took 14 seats and the Greens nine": one part names the whole, and others go beyond it."""
    first, place = ends
    if (
        not first < place
        or not wording.WITHIN.fullmatch(window.words[first + 1 : place])
        or added(parts) <= whole.amount.low
    ):
        return False
    told = len(parts) > 2 and {head(fact) for fact in parts} <= {"", head(whole)}
    return told and not wording.NOT_WON.search(window.words)


def _against(window: Window, whole: Fact, parts: tuple[Fact, ...], ends: list[int]) -> bool:
    """ "Nine of the 15 judges voted to lift it; eight voted to keep it": two that exclude each other, and more than there are."""
    behind = [window.words[at + 1 : at + 60] for at in ends]
    named = window.words[: ends[0]].count("@") == 0 and wording.OF_THE.match(behind[0])
    return len(parts) == 2 and bool(named) and added(parts) > whole.amount.low and (_opposed(behind) or _voted(behind))


def _voted(behind: list[str]) -> bool:
    return all(wording.VOTED.search(words) for words in behind)


def _gapped_run(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """ "The 120-seat house … 58 seats, the Democrats 41 and the Greens 21": one noun, told with the first part and left out of the others."""
    own = {head(fact) for fact in parts[1:]} <= {"", head(parts[0])}
    return len(parts) > 2 and own and head(parts[0]) == head(whole) != "" and whole.sentence == parts[-1].sentence


def _summed_up(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """The whole in a sentence of its own, and the other one has nothing but the parts."""
    apart = whole.sentence != parts[0].sentence and len({fact.sentence for fact in parts}) == 1
    return len(parts) > 2 and apart and not whole.part


def set_apart(story: Story, whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Do the words say that they are no whole and its parts: rivals told of one after the other ("Labour had 1,104 votes, the Greens 321"),
    another year's total, one that is only held against theirs, a part of a whole that is not told, a part of a part ("218 of them"), so many of each ("the first 10 per firm")?"""
    rivals = wording.HAS.search(story.before(whole)) and any(wording.NAME.search(story.before(part)) for part in parts)
    off = added(parts) - whole.amount.low
    beside = [f for f in story.kinds("count", "number") if f.sentence == parts[-1].sentence and f not in parts]
    nouns = {head(part) for part in parts if head(part)}
    return bool(
        rivals
        or wording.HELD_AGAINST.search(story.before(whole))
        or wording.OF_THAT.match(story.after(whole))
        or whole.part
        or any(fact.amount.low == off for fact in beside)  # "96 ships … return five, take two new ones, leaving 93"
        or (len(nouns) == 1 and two_sorts(whole, parts[0]))  # "nine Republicans joined all 52 Democrats"
        or wording.OF_YEAR.search(story.before(whole, 40))
        or any(wording.OF_THEM.match(story.after(part)) for part in parts[1:])
        or any(wording.PER.match(story.after(part, 20)) for part in parts)
    )
