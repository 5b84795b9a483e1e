"""Some of a whole, as the words say, which can't be more than all of it: "Of the 40 pupils, 36 passed"; "52 passengers … 31 of them"; "nine
people, among them three firefighters"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Relation, Span
from copydesk.relate.results.rivals import sides
from copydesk.relate.wholes.pairs import OF_THEM, OF_WHICH, OPENS
from copydesk.relate.wholes.words import WITHIN
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, of_people, one_noun
from copydesk.ties import amended, bare, single

AMONG = pattern(r"^[^.;:]{0,60}?[,—–(]\s*(?:among\s+(?:them|whom)|including|of\s+(?:them|whom))\s+(?:at\s+least\s+)?$")
SAID = ("of the", "of th", "of its", "of their", "of all", "of who", "of which", "among", "including")
# "Sixty-one of the passengers", where the story has told how many there are.
OF_NOUN = late(r"\s+of\s+(?:the|its|their|those|these)\s+([a-z-]+)(?:\s+([a-z]+))?")
THERE_ARE = pattern(
    r"\b(?:carr(?:y|ies|ied|ying)|ha[sd]|have|having|hold(?:s|ing)?|held|there\s+(?:are|were|is|was)|employ\w*|with|contain\w*|consist\w*|compris\w*|number\w*|count\w*|total\s+of|all|own\w*|run\w*|birth\s+to"
    r"|made|built|bought|order\w*|launched|laid)\s+(?:only\s+|just\s+|exactly\s+|the\s+)?$"
)
WERE = pattern(r"^[^,;.]*\s(?:were|was|are|is)\s+$")
ONE = pattern(r"\b(?:one|each|both|the\s+(?:first|other|second|last|eldest|oldest|youngest))\b")
BEFELL = {
    "killed": "killed", "dead": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing",
    "arrested": "arrested", "rescued": "rescued", "evacuated": "evacuated", "infected": "infected",
}  # fmt: skip
OF_THOSE_HIT = pattern(
    rf"^\W?(?:of|among)\s+(?:the|those)\s+({'|'.join(BEFELL)}),\s+(?:only\s+|just\s+|as\s+many\s+as\s+)?$"
)
VOTERS = frozenset(
    "member juror judge justice councillor councilor deputy senator lawmaker legislator director trustee arbitrator".split()
)
WORD = late(r"[a-z]{3,}(?:-[a-z]+)*")
# Those who are told of without a plural ("the crew … of them"), and what ends in s and is no plural.
CROWDS = frozenset("crew staff team police public audience family crowd group party squad board class troop".split())
VERBS = frozenset("was has does this its his says their years as is".split())
# "Two polls, of which four are needed".
NEEDED = late(
    r"\s+(?:[a-z]+\s+)?(?:is|are|was|were|would\s+be)\s+(?:still\s+)?(?:needed|required|expected|planned|wanted)\b"
)
NEXT, MOST, FEW, FEWEST, MUCH = 4, 2, 3, 2, 20
# Of a sort ("140 cars, including 155 electric models") hardly more than there are; far more are of something else.
SORT = Decimal("1.5")


def relate(story: Story) -> Iterator[Relation]:
    if not story.mentions(*SAID, "vot", "-"):
        return
    told = set()
    found = (
        *_of_the_whole(story),
        *_of_them(story),
        *_of_the_noun(story),
        *_among(story),
        *_of_voters(story),
        *_of_those_hit(story),
    )
    for part, whole in found:
        if part.span not in told and whole.amount.low >= FEWEST and not NEEDED.match(story.after(part)):
            told.add(part.span)
            most = bare(whole) if single(whole) else whole.amount
            parts: Parts = {"part": part, "whole": whole, "least": bare(part), "most": most}
            repairs = (amended(part, whole.amount.low), amended(whole, part.amount.low))
            yield Relation("subset", parts, part.sentence, repairs)


def _counts(facts: list[Fact]) -> list[Fact]:
    """What may be some or all of others: counts that are no fraction, without a range."""
    return [fact for fact in facts if fact.kind == "count" and fact.amount.low == fact.amount.high >= 1]


def _of_the_whole(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Of the 40 pupils, 46 passed"; "12 of the ten boats"."""
    for a, b in story.pairs("count", "number"):
        of_sort = WERE.search(story.between(a, b)) and _is_so_many(b) and b.amount.low <= a.amount.low * SORT
        if (
            (_may_be(b, a) or of_sort)
            and _is_counted(story, b)
            and OPENS.search(story.before(a))
            and not _is_another(story, a, b)
        ):
            yield b, a
        elif _is_so_many(a) and single(b) and head(b) in ("", head(a)) and WITHIN.fullmatch(story.between(a, b)):
            yield a, b


def _may_be(part: Fact, whole: Fact) -> bool:
    """Has the part no noun of its own, or one that the whole may have?"""
    noun, of = head(part), head(whole)
    return _is_so_many(part) and bool(of) and (noun in ("", "person") or noun == of or one_noun(noun, of))


def _is_counted(story: Story, part: Fact) -> bool:
    """A count, or the only bare number of its sentence: two may be their ages."""
    told = [fact for fact in story.kinds("number") if fact.sentence == part.sentence]
    return part.kind == "count" or told == [part]


def _is_so_many(part: Fact) -> bool:
    """So many, or more."""
    return 1 <= part.amount.low == part.amount.high and part.amount.bound in ("=", ">", ">=")


def _is_another(story: Story, whole: Fact, part: Fact) -> bool:
    """ "Of the 40 pupils and their 46 parents": is what follows joined to the whole rather than told of it?"""
    between = story.between(whole, part)
    if WERE.search(between):  # "Among the 17 finds were 12 coins"
        return False
    return (
        "," not in between
        or ONE.search(between) is not None
        or between.rstrip().endswith((" and", " or", " in", " from", " at", " by", " with", " for"))
    )


def _of_them(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "40 pupils, 46 of them girls"; "40 pupils. Of these, 46 passed": of the only ones told of just before."""
    told = story.sentences()
    for i, (span, facts) in enumerate(told):
        counts = _counts(facts)
        for part in counts:
            if not _is_so_many(part) or not (OF_THEM.match(story.after(part)) or OF_WHICH.search(story.before(part))):
                continue
            before = [fact for fact in counts if fact.span.end <= part.span.start]
            if not before and i and span.start - told[i - 1][0].end < NEXT:
                before = _counts(told[i - 1][1])
            if len(before) == 1 and _is_only_one(story, before[0], part):
                yield part, before[0]


def _is_only_one(story: Story, whole: Fact, part: Fact) -> bool:
    """Is nobody else told of whom the part could be some of, and is it about as large?"""
    if (
        not head(whole)
        or not _is_out_of_scale(part, whole)
        and part.amount.low > max(whole.amount.high * MOST, whole.amount.high + FEW)
    ):
        return False
    beside = story.text[whole.sentence.start : whole.span.start] if whole.sentence != part.sentence else ""
    words = WORD.findall((beside + " " + story.text[whole.span.end : part.span.start]).lower())
    own = {*whole.of, head(whole)}
    return not any(_is_some(word) and (singular(word) or word) not in own for word in words)


def _is_out_of_scale(part: Fact, whole: Fact) -> bool:
    """ "Of the 45 million, nine billion": a thousand times too many, by the wrong word."""
    return "illion" in part.text and "illion" in whole.text and part.amount.low > whole.amount.high * MUCH


def _is_some(word: str) -> bool:
    return word in CROWDS or (word not in VERBS and singular(word) not in (None, word))


def _of_the_noun(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Carried 52 passengers … 61 of the passengers": of as many as the story says that there are in all."""
    counts = _counts(story.kinds("count"))
    for part in counts:
        found = OF_NOUN.match(story.text, part.span.end, part.sentence.end) if _is_so_many(part) else None
        if found and "own" in found.group().split():  # "all 241 of its own passengers"
            continue
        noun = found and (singular(found[1]) or (found[2] and singular(found[2])))
        if not noun:
            continue
        alike = [fact for fact in counts if head(fact) == noun and fact.span.end < part.span.start and not fact.part]
        if alike and THERE_ARE.search(story.before(alike[0], 30)) and len({fact.amount.low for fact in alike}) == 1:
            if part.amount.low <= alike[0].amount.low * MOST:
                yield part, alike[-1]


def _among(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Nine people, among them three firefighters"."""
    for whole, part in (
        story.pairs("count", "number") if story.mentions("among", "including", "of whom", "of them") else ()
    ):
        if AMONG.search(story.between(whole, part)) and single(whole) and single(part):
            people = of_people(head(whole)) and of_people(head(part))
            if people or head(part) in ("", head(whole)) or part.amount.low <= whole.amount.low * SORT:
                yield part, whole


def _of_those_hit(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Killed 31 people. Of those killed, 34 …": of the only ones told of whom that befell."""
    counts = (
        _counts(story.kinds("count")) if story.mentions("of those ", "of the ", "among those ", "among the ") else ()
    )
    for part in counts:
        found = OF_THOSE_HIT.search(story.before(part, 80))
        role = BEFELL[found[1].lower()] if found else None
        told = [fact for fact in counts if fact.role == role and fact.span.end < part.span.start]
        whole = [fact for fact in told if not (fact.part or fact.other)]
        if role and len({fact.amount.low for fact in whole}) == 1 and part.amount.low <= whole[0].amount.low * MOST:
            yield part, whole[-1]


def _of_voters(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "The 15-member council approved it by ten votes to seven": the two sides of a vote are some of those who may vote."""
    for a, b in sides(story) if story.mentions(*VOTERS) else ():
        voters = [
            fact for fact in _counts(story.kinds("count")) if head(fact) in VOTERS and fact.sentence == a.sentence
        ]
        if a.kind == "percent" or len(voters) != 1 or not single(voters[0]) or voters[0] in (a, b):
            continue
        if max(a.amount.low, b.amount.low) <= voters[0].amount.low:
            both = Span(a.span.start, b.span.end)
            yield a._replace(value=written(a.amount.low + b.amount.low), span=both), voters[0]


RELATION = RelationKind(
    about="Some of a whole, as the words say (*of the 40 pupils, 36*); least is the bare number of the part, most the whole's.",
    parts={"part": "figure", "whole": "figure", "least": "figure", "most": "figure"},
    relate=relate,
)
