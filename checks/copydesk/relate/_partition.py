"""A whole shared out among parts within one or two neighbouring sentences: "52 of them women, 21 men and 14 children"; "410 in Poland and
the other 230 abroad"; "48 seats, the Greens 31 … The chamber has 100". What ties them is the structure, not the verb: figures of one class,
coordinated, and a word or a form that says that nothing is left out."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby, pairwise
from typing import Literal

from copydesk.late import late, pattern
from copydesk.lexicon.persons import PERSON_OF
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import head, is_bare, of_people, one_noun
from copydesk.ties import last_place, single, slip, swapped

Tie = Literal["none", "weak", "form", "strong"]
Share = tuple[Fact, tuple[Fact, ...]]
KINDS = ("count", "number", "money", "quantity")
MOST_PARTS = 8
# A whole in hundreds may leave some out.
ROUND = 100
# Neighbouring sentences of a paragraph are no further apart.
NEXT = 4
BACK = 500
# Fewer people than this are told one by one.
FEWEST = 5
A_FEW = 5
KNOWN = pattern(r"\b(?:the|these|those|its|their|both)\s+$")
SET_OFF = late(r"(?:[,:—–]|\s-)\s*(?:(?!includ)[\w-]+ing\s+)?$")
# A sum further from the whole than this share of it is a sum of something else.
MOST_APART = Decimal("0.34")
# Before the last part: with it, nothing is left.
REST = pattern(
    r"\b(?:the\s+|its\s+|his\s+|her\s+|their\s+)(?:other|others|remaining|remainder|rest|balance|final)\b(?:\s+of\s+(?:the\s+)?[\w-]+)?(?:\s*,|\s+of)?\s*(?:some\s+|about\s+)?[$£€]?$",
    words="balance final other remainder remaining rest",
)
OTHERS = pattern(r"\b(?:the\s+others?|the\s+rest|the\s+remainder|the\s+balance)\b[^.;@]{0,30}$")
ALL = pattern(r"\ball\s+$")
OTHERS_BEHIND = late(r"\s+others\b")
OF_WHICH = pattern(r"\bof\s+(?:which|whom|them|these|those|this),?\s+$")
# Between two coordinated figures.
JOINED = late(r"[^.:()@\n]{0,90}?(?:,|;|\band\b|\bwhile\b|\bplus\b|\bwith\b)[^.:()@\n]{0,50}")
LAST = late(r"(?:\band\b|\bwhile\b|\bplus\b|;|\bwith\b|\bbut\b)")
# Beside the whole.
IN_ALL = pattern(r"^[^@.;:]{0,30}?\s*\b(?:in\s+all|in\s+total|altogether|all\s+told|overall|combined)\b")
TOTAL_OF = pattern(
    r"\b(?:total(?:ling|s|ing)?(?:\s+(?:of|to|is|was))?|total\s+(?:\w+\s+){0,3}to|adds?\s+up\s+to|making|in\s+all,?|which\s+makes)\s+(?:a\s+total\s+of\s+)?[$£€]?$"
)
OF_WHOLE = pattern(
    r"(?:^|[.;]\s+)\W?(?:of|among|out\s+of)\s+(?:the|its|their|those|all|all\s+the)\s+(?:[\w’']+\s+){0,2}$"
)
INSIDE = pattern(r"\bof\s+(?:the|its|their|his|her|those|these)\s+(?:[\w’']+\s+){0,2}$")
OF_THEM = late(r"\s+of\s+(?:them|those|these|whom|which)\b")
PLACED = late(r"\s+(in|at|from|to|for|by|on|near|under|over|with)\s+")
# Parts of this sort may overlap, or leave some of the whole out.
PARTIAL = pattern(
    r"\b(?:includ\w+|among\s+(?:them|those|others)|such\s+as|both|between|at\s+least|as\s+well\s+as|more\s+than|aged?|average|mostly|mainly)\b"
)
HEDGED = pattern(r"\b(?:between|at\s+least|more\s+than|among\s+(?:them|those|others)|such\s+as|aged?|average)\b")
# Figures of two times or sides set against each other.
COMPARED = pattern(
    r"\b(?:compared|previous|last\s+(?:year|week|month)|years?\s+ago|another|earlier|up\s+from|down\s+from|from\s+@|against\s+@|(?:rose|fell)(?=\s+(?:by|to|from|@)))\b"
)
EXCLUSIVE = pattern(
    r"\b(?:abstain\w*|absent|undecided|spoil\w*|invalid|neither|unaccounted|unharmed|unhurt|died|surviv\w+|escaped|undamaged|intact|remain\w*)\b"
)
# The seats of a house, and those who hold them.
SEATED = frozenset(
    "seat member deputy lawmaker legislator councillor councilor senator delegate representative".split()
)
# Sorts that are all of a whole.
EVERYBODY = tuple(
    frozenset(words.split())
    for words in (
        "man woman child", "man woman boy girl", "boy girl", "adult child", "adult teenager child", "passenger crew crewmember", "civilian soldier", "male female",
        "pupil teacher", "student teacher", "player coach", "bus car", "cat dog",
    )
)  # fmt: skip


class Window(NamedTuple):
    """The figures of one class in one or two neighbouring sentences, and the words of them, each figure an @."""

    words: str
    at: dict[int, Fact]
    figures: tuple[Fact, ...]


def partitions(story: Story) -> Iterator[Share]:
    """Wholes with their parts: those that fit, and those that should and don't."""
    told = [
        (share, _sum(share[1]) == share[0].amount.low) for group in _groups(story) for share in _shared(story, group)
    ]
    settled = {id(fact) for (whole, parts), fits in told if fits for fact in (whole, *parts)}
    done: set[int] = set()
    for (whole, parts), fits in told:
        if id(whole) not in done and (fits or not any(id(fact) in settled for fact in (whole, *parts))):
            done.add(id(whole))
            yield whole, parts


def _sum(parts: tuple[Fact, ...]) -> Decimal:
    return sum((fact.amount.low for fact in parts), Decimal(0))


def _groups(story: Story) -> Iterator[list[Fact]]:
    """The figures of each sentence, and of each two neighbouring ones in a paragraph."""
    told = story.sentences()
    for i, (span, facts) in enumerate(told):
        paired = i + 1 < len(told) and told[i + 1][0].start - span.end < NEXT
        if len(facts) + (len(told[i + 1][1]) if paired else 0) < 3:
            continue
        figures = _figures(story, facts)
        if len(figures) > 2:
            yield figures
        if paired and figures and (more := _figures(story, told[i + 1][1])) and len(figures) + len(more) > 2:
            yield figures + more


def _figures(story: Story, facts: list[Fact]) -> list[Fact]:
    """The figures of a sentence that may be parts or wholes."""
    figures = [
        fact for fact in facts if fact.kind in KINDS and fact.amount.low == fact.amount.high and fact.amount.low >= 1
    ]
    if not figures or figures[0].block == "headline":
        return []
    if len(figures) > 3:  # "26 in the first of the two boats": a few things that the reader knows are no part
        figures = [
            fact
            for fact in figures
            if not (fact.amount.low <= A_FEW and fact.of and KNOWN.search(story.before(fact, 8)))
        ]
    return figures


def _classes(figures: list[Fact]) -> Iterator[list[Fact]]:
    """Counts together; sums of money and quantities by their unit."""
    ordered = sorted(figures, key=_class)
    elided = [fact for fact in figures if is_bare(fact)]
    for name, members in groupby(ordered, key=_class):
        found = sorted([*members, *(elided if name else ())], key=lambda fact: fact.span)
        if 3 <= len(found) <= MOST_PARTS + 1:
            yield found


def _class(fact: Fact) -> str:
    return "" if fact.kind in ("count", "number") else fact.amount.unit.name


def _shared(story: Story, figures: list[Fact]) -> Iterator[Share]:
    for group in _classes(figures):
        whole = max(group, key=lambda fact: fact.amount.low)
        parts = _without_strangers(whole, tuple(fact for fact in group if fact is not whole))
        added = _sum(parts)
        far = abs(added - whole.amount.low) > whole.amount.low * MOST_APART
        if (far and not _swapped(whole, parts, added)) or not _like(whole, parts):
            continue
        window = _window(story, sorted((whole, *parts), key=lambda fact: fact.span))
        fits = added == whole.amount.low
        tie = _tied(window, whole, parts)
        if tie != "none" and (fits or _surely(story, window, whole, parts, tie)):
            yield whole, parts


def _without_strangers(whole: Fact, parts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without what else is counted in passing ("in two villages"), where two other parts at least are of the whole's noun or of none."""
    own = tuple(fact for fact in parts if not fact.of or fact.kind != "count" or _kin(head(whole), head(fact)))
    return (
        own
        if len(own) > 1 and head(whole) and all(fact.amount.low <= A_FEW for fact in parts if fact not in own)
        else parts
    )


def _swapped(whole: Fact, parts: tuple[Fact, ...], added: Decimal) -> bool:
    """Do two digits changed round in one figure explain it?"""
    excess = added - whole.amount.low
    return swapped(added, whole.amount.low) or any(
        fact.amount.low > excess and swapped(fact.amount.low, fact.amount.low - excess) for fact in parts
    )


def _slipped(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Does one digit, or two changed round, in one figure explain it?"""
    excess = _sum(parts) - whole.amount.low
    return slip(_sum(parts), whole.amount.low) or any(
        fact.amount.low > excess and slip(fact.amount.low, fact.amount.low - excess) for fact in parts
    )


def _window(story: Story, group: list[Fact]) -> Window:
    words, at = story.outline(Span(group[0].sentence.start, group[-1].sentence.end), group)
    return Window(words, at, tuple(group))


def _like(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Could the parts be of what the whole counts: no noun of their own, the same, or people of people?"""
    if whole.kind in ("money", "quantity"):
        return True
    noun = head(whole)
    if not noun and not any(fact.of for fact in parts):
        return False
    if whole.role and any(fact.role and fact.role not in whole.role for fact in parts):
        return False  # the hurt are no part of the dead
    own = [head(fact) for fact in parts if not (fact.part and head(fact) == noun)]  # "30 of them are sopranos"
    nouns = set(own) - {"", "other"}
    return (
        not noun
        or all(_kin(noun, each) for each in nouns)
        or (len(nouns) == sum(each not in ("", "other") for each in own) and noun not in nouns)
    )


def _kin(a: str, b: str) -> bool:
    return a == b or one_noun(a, b) or {a, b} <= SEATED or (a in PERSON_OF and b in PERSON_OF)


def _surely(story: Story, window: Window, whole: Fact, parts: tuple[Fact, ...], tie: Tie) -> bool:
    """Is it certain that the parts should make the whole: all said plainly, and nothing else comes out?"""
    loose = HEDGED if tie == "strong" else PARTIAL
    if not all(map(_exact, window.figures)) or loose.search(window.words):
        return False
    if abs(_sum(parts) - whole.amount.low) <= _rounding(window.figures):
        return False
    if tie != "strong" and COMPARED.search(window.words):
        return False
    if _sum(parts) < whole.amount.low and (
        tie == "weak"
        or (tie == "form" and len(parts) == 2 and (not whole.amount.low % ROUND or not _slipped(whole, parts)))
    ):
        return False  # two parts of it may leave a third untold
    return not (_untold(story, whole, parts) or _nested(whole, parts, tie) or _elsewhere(story, window.figures))


def _untold(story: Story, whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Does somebody stand between the parts and the whole whom no figure counts: "while a 15-year-old girl …"?"""
    start, end = parts[-1].span.end, whole.span.start
    return any(fact.of and start < fact.span.start < end for fact in story.kinds("age"))


def _exact(fact: Fact) -> bool:
    """Told to the last digit; "some 26" is, and "some 29,000" as far as its zeros go."""
    return single(fact) or fact.text.lower().startswith("some ")


def _rounding(figures: tuple[Fact, ...]) -> Decimal:
    """How far off a sum may be by the figures that "some" rounds."""
    return sum((last_place(fact.amount) for fact in figures if not single(fact)), Decimal(0)) / 2


def _nested(whole: Fact, parts: tuple[Fact, ...], tie: Tie) -> bool:
    """Do some of the parts make the whole by themselves; or, where little ties them, does any other sum come out?"""
    values = [fact.amount.low for fact in parts]
    if any(
        sum(run) == one
        for one in values
        for size in (2, 3)
        for run in combinations([each for each in values if each < one], size)
    ):
        return True  # a part with parts of its own
    if any(sum(run) == whole.amount.low for size in range(2, len(values)) for run in combinations(values, size)):
        return True
    if tie == "strong" or (tie == "form" and len(parts) > 2):
        return False
    values.append(whole.amount.low)
    for total in values:
        others = list(values)
        others.remove(total)
        for size in range(2, len(others) + 1):
            if any(sum(run) == total for run in combinations(others, size)):
                return True
    return False


def _elsewhere(story: Story, group: tuple[Fact, ...]) -> bool:
    """Is the last figure what is left of two others a little further up?"""
    last = group[-1]
    near = [
        fact
        for fact in story.kinds(last.kind, "count", "number")
        if 0 < last.span.start - fact.span.end < BACK and fact.kind in KINDS and fact.block != "headline"
    ]
    if any(fact.amount.low == sum(part.amount.low for part in group) for fact in near):
        return True
    pairs = ((a, b) for a, b in combinations(near, 2) if a not in group or b not in group)
    return any(abs(a.amount.low - b.amount.low) == last.amount.low for a, b in pairs)


def _tied(window: Window, whole: Fact, parts: tuple[Fact, ...]) -> Tie:
    """Does a word or a form say that these are all the parts of the whole, and how surely?"""
    places = {id(fact): at for at, fact in window.at.items()}
    if any(id(fact) not in places for fact in (whole, *parts)):
        return "none"
    ends = [places[id(fact)] for fact in parts]
    place, first, last = places[id(whole)], ends[0], ends[-1]
    before, after = window.words[max(0, place - 80) : place], window.words[place + 1 : place + 80]
    ahead = window.words[max(0, last - 80) : last]
    if place < last and (
        REST.search(ahead)
        or OTHERS.search(ahead)
        or (OTHERS_BEHIND.match(window.words[last + 1 :]) and ahead.endswith("the "))
    ):
        return "strong"
    gaps = [window.words[a + 1 : b] for a, b in pairwise(ends)]
    if not all("@" in gap or JOINED.fullmatch(gap) for gap in gaps) or not LAST.search(gaps[-1]):
        return "none"
    if place > last and ALL.search(before):
        more = "-year-old" in window.words[last:place]  # one whom no figure counts
        return "strong" if not more and any(_kin(head(whole), head(fact)) for fact in parts) else "none"
    if place > last and (TOTAL_OF.search(before) or IN_ALL.match(after)):
        return "strong" if whole.sentence == parts[-1].sentence else "form"
    if place < first and _by_sort(whole, parts) and SET_OFF.search(window.words[place + 1 : first]):
        return "strong"
    if place < first and whole.amount.low >= FEWEST and window.words[place + 1 : first].rstrip().endswith(":"):
        return "form"
    if _summed_up(whole, parts) or _gapped_run(whole, parts):
        return "form"
    if place > first:
        return "none"
    behind = [window.words[at + 1 : at + 40] for at in ends]
    if any(OF_THEM.match(words) for words in behind[1:]):  # several subsets, which may overlap
        return "none"
    if (OF_THEM.match(behind[0]) or OF_WHICH.search(window.words[:first])) and not INSIDE.search(before):
        return "form"
    if OF_WHOLE.search(before):
        return "form" if len(parts) > 2 or EXCLUSIVE.search(window.words[last:]) else "weak"
    if whole.sentence == parts[0].sentence and _placed(whole, behind, parts):
        return "form"
    return "weak" if TOTAL_OF.search(before) else "none"


def _by_sort(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Men and women, adults and children, passengers and crew: sorts that make everybody."""
    heads = {head(fact) for fact in parts}
    if whole.amount.low < FEWEST or head(whole) in heads or not (of_people(head(whole)) or head(whole) == "body"):
        return False
    return len(heads) == len(parts) and any(heads <= sorts for sorts in EVERYBODY)


def _placed(whole: Fact, behind: list[str], parts: tuple[Fact, ...]) -> bool:
    """The same preposition behind each: "11 in the town and six in the villages"."""
    found = [PLACED.match(words) for words in behind]
    return (
        all(found)
        and len({each[1] for each in found if each}) == 1
        and all(head(fact) in ("", head(whole)) for fact in parts)
    )


def _gapped_run(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """ "The 120-seat house … 58 seats, the Democrats 41 and the Greens 21": one noun, told with the first part and left out of the others."""
    own = {head(fact) for fact in parts[1:]} <= {"", head(parts[0])}
    return len(parts) > 2 and own and head(parts[0]) == head(whole) != "" and whole.sentence == parts[-1].sentence


def _summed_up(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """The whole in a sentence of its own, and the other one has nothing but the parts."""
    return len(parts) > 2 and whole.sentence != parts[0].sentence and len({fact.sentence for fact in parts}) == 1
