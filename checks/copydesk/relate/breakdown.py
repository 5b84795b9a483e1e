"""A total and its parts: "14 golds, nine silvers and …", "killed 25 in three districts … 14 there, eight …, three …"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, permutations, product

from copydesk.amounts import Interval, written
from copydesk.lexicon.persons import PERSON_OF
from copydesk.model import Fact, Relation, Span
from copydesk.relate.results.periods import put_together, rounds
from copydesk.relate.rows.records import records
from copydesk.relate.wholes import sum_words as wording
from copydesk.relate.wholes.by_sort import by_sort
from copydesk.relate.wholes.pairs import added, like, one_key
from copydesk.relate.wholes.partition import partitions
from copydesk.relate.wholes.row import in_a_row
from copydesk.relate.wholes.sized import sized
from copydesk.relate.wholes.told_up import told_up
from copydesk.relate.wholes.words import LEAVING, STAYS
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, is_earlier, of_people
from copydesk.ties import amended, bare, computed, half_place, one_slip, single, slip

# So many more or fewer are miscounted, not mistyped.
MISCOUNTED = 3
EXCESS = Decimal("1.05")
BACK = 500
# The rest after one to three parts; not where parts may overlap or something else is counted in between.
MOST_LEFT, A_FEW = 6, 5
# A sum further from the total than this share of it is a sum of something else.
MOST_APART = Decimal("0.3")
# A round total may be so much of it off its parts: 400 for 397.
ROUNDED, ROUGHLY = Decimal("0.02"), Decimal("0.06")
# More tellings than this of one part, or of what befell people, are of several events.
MOST_RIVALS, MOST_PLACES = 3, 8


def relate(story: Story) -> Iterator[Relation]:
    told: set[frozenset[Span]] = set()  # two shapes may see one sum
    closed: set[Span] = set()  # what closes a whole told over paragraphs closes none by the way
    for total, run in (
        *told_up(story),
        *by_sort(story),
        *_in_a_sentence(story),
        *_too_much(story),
        *_named_parts(story),
        *rounds(story),
        *_left(story),
        *_places(story),
        *partitions(story),
        *put_together(story),
        *records(story),
        *sized(story),
    ):
        spans = frozenset(fact.span for fact in (total, *run))
        if spans in told or run[-1].span in closed:
            continue
        told.add(spans)
        if total.sentence != run[0].sentence != run[-1].sentence:
            closed.add(run[-1].span)
        by = max(half_place(fact.amount) for fact in (total, *run)) if total.kind == "money" else Decimal(0)
        by = min(by, total.amount.low * ROUGHLY)  # "$1 billion" is no rounding of 1.1
        low = added(run)
        said = written(low, unit=total.amount.unit)
        expected = computed(Interval(low - by, low + by), said=said)
        off = low - total.amount.low
        is_rounding = abs(off) <= min(half_place(total.amount), total.amount.low * ROUNDED)
        apart = _far_off(total, run, off) or _told_beside(story, total, run) or in_a_row(story, total, run)
        if off and not is_rounding and apart:
            continue
        parts: Parts = {
            "total": total,
            "parts": run,
            "bare": total.amount if is_rounding else bare(total),
            "expected": expected,
        }
        repairs = (
            amended(total, low),
            *(amended(fact, fact.amount.low - off) for fact in run if fact.amount.low > off),
        )
        yield Relation("breakdown", parts, total.sentence, repairs)


def _far_off(total: Fact, run: tuple[Fact, ...], off: Decimal) -> bool:
    """Told in several sentences, and off by more than one wrong key or a miscounted few: parts of something else."""
    apart = any(fact.sentence != total.sentence for fact in run)
    return apart and abs(off) > MISCOUNTED and not one_key(_mistyped, total, run)


def _told_beside(story: Story, total: Fact, run: tuple[Fact, ...]) -> bool:
    """ "Licensed for 150, it had 122 people aboard: 109 passengers and 13 crew": is the sum told with the parts?"""
    here = [fact for fact in story.kinds("count") if fact.sentence == run[0].sentence and fact is not total]
    return any(fact.amount.low == added(run) for fact in here)


def _mistyped(a: Decimal, b: Decimal) -> bool:
    return slip(a, b) or (a == int(a) and b == int(b) and one_slip(int(a), int(b)))


def _in_a_sentence(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """The total and all its parts in one sentence, tied by a colon, dash or bracket."""
    for sentence, facts in story.sentences(3):
        figures = [fact for fact in facts if fact.kind in ("count", "number", "money") and single(fact)]
        if len(figures) < 3 or not _may_add_up(figures) or not wording.TIES.search(story.words(sentence)):
            continue
        words, places = story.outline(sentence, figures)
        for shape in (wording.OPENING_TOTAL, wording.OR_TOTAL):
            for found in shape.finditer(words):
                total = places[found.start("total")]
                run = tuple(
                    places[at] for at in range(*found.span("parts")) if at in places and places[at] is not total
                )
                if _of_a_kind(total, run) and not wording.NOT_ALL.search(found.group()) and _about_as_large(total, run):
                    yield total, run


def _may_add_up(figures: list[Fact]) -> bool:
    """Can the largest be about the sum of others? Most sentences with three figures are done with here."""
    values = sorted(fact.amount.low for fact in figures)
    return values[-1] <= sum(values[:-1], Decimal(0)) / (1 - MOST_APART)


def _of_a_kind(total: Fact, run: tuple[Fact, ...]) -> bool:
    """Sums of one currency; or counts, of which the total is the largest."""
    if total.kind == "money":
        return all(fact.kind == "number" or fact.amount.unit.name == total.amount.unit.name for fact in run)
    counts = all(fact.kind in ("count", "number") for fact in run) and any(fact.of for fact in (total, *run))
    return counts and len(run) > 1 and total.amount.low > max(fact.amount.low for fact in run)


def _too_much(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """ "The $60 million includes $25 million for roads, …": parts of a sum of money may leave some of it, but not exceed it."""
    for sentence, facts in story.sentences(3):
        money = [fact for fact in facts if fact.kind == "money" and single(fact)]
        if len(money) < 3 or "includ" not in story.words(sentence):
            continue
        words, places = story.outline(sentence, money)
        found = wording.INCLUDES.search(words)
        if found:
            run = tuple(places[at] for at in range(*found.span("parts")) if at in places)
            total = places[found.start("total")]
            if _of_a_kind(total, run) and sum(fact.amount.low for fact in run) > total.amount.low * EXCESS:
                yield total, run


def _left(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """ "The other 243", with a total and a part before it that leave as many; or leave what a slip of the keys makes of it."""
    told = [fact for fact in story.kinds("count", "number") if single(fact) and fact.amount.low >= 1]
    told = [fact for fact in told if fact.block != "headline"]
    for other in told:
        if not _is_left(story, other):
            continue
        near = [fact for fact in told if 0 < other.span.start - fact.span.end < BACK]
        pairs: list[tuple[Fact, tuple[Fact, ...]]] = [
            (a, (b, other)) for a, b in permutations(near, 2) if a.amount.low > b.amount.low
        ]
        fitting = [(a, parts) for a, parts in pairs if added(parts) == a.amount.low and like(a, parts)]
        fitting += _closed_by(other, near)
        slipped = [(a, parts) for a, parts in pairs if _is_short(story, a, parts[0], other)]
        slipped = slipped if not _comes_and_goes(other, near) else []
        if fitting:
            yield fitting[0]
        elif len(slipped) == 1 and other.amount.low >= 20:
            yield slipped[0]
        elif len(run := _run_up_to(story, other, near)) > 2 and slip(_left_of(run), other.amount.low):
            yield run[0], (*run[1:], other)


def _closed_by(other: Fact, near: list[Fact]) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """ "310 pages … 120 on this, 95 on that and the other 95": a figure, and all behind it with which the rest makes it."""
    for i, whole in enumerate(near[:-2]):
        if added((*near[i + 1 :], other)) == whole.amount.low and like(whole, (*near[i + 1 :], other)):
            yield whole, (*near[i + 1 :], other)


def _comes_and_goes(rest: Fact, near: list[Fact]) -> bool:
    """ "Six of 112 shops have closed and eight have opened, which leaves 114": what is left once some went and others came."""
    told = [fact.amount.low for fact in near if fact.sentence == rest.sentence]
    return any(a - b + c == rest.amount.low for a, b, c in permutations(told, 3))


def _is_short(story: Story, whole: Fact, part: Fact, rest: Fact) -> bool:
    """Is the rest a slip of what the part leaves?"""
    apart = part.other or part.sentence.end < whole.sentence.start or wording.MORE.match(story.after(whole))
    return bool(whole.of) and not apart and slip(_left_of([whole, part]), rest.amount.low)


def _is_left(story: Story, fact: Fact) -> bool:
    """ "The other 243", "leaving 243 in the dark"."""
    before = story.before(fact)
    return bool(wording.THE_OTHER.search(before)) or (
        not fact.role and bool(LEAVING.search(before) and STAYS.match(story.after(fact)))
    )


def _run_up_to(story: Story, rest: Fact, near: list[Fact]) -> list[Fact]:
    """The whole, and the parts between it and the rest: the last figures before it, of people all or without a noun, the whole the largest."""
    run = near[-MOST_LEFT:]
    whole = max(run, key=lambda fact: fact.amount.low, default=rest)
    run = run[run.index(whole) :] if whole in run else []
    run = [fact for fact in run if not (fact.amount.low <= A_FEW and fact.of and not _kindred(fact, whole))]
    kin = all(not fact.of or _kindred(fact, whole) for fact in run)
    alone = all(not fact.other and fact.kind in ("count", "number") for fact in run) and bool(whole.of)
    words = story.text[run[0].sentence.start : rest.sentence.end] if run else ""
    return run if kin and alone and not wording.PARTLY.search(words) else []


def _kindred(fact: Fact, whole: Fact) -> bool:
    return head(fact) == head(whole) or (of_people(head(fact)) and of_people(head(whole)))


def _left_of(run: list[Fact]) -> Decimal:
    return run[0].amount.low - added(run[1:])


def _named_parts(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Wholes whose parts have names of their own, each told once: medals are golds, silvers and bronzes."""
    counts = [fact for fact in story.kinds("count") if fact.of and single(fact)]
    firsts = {head(fact): fact for fact in reversed(counts) if not (fact.part or fact.other)}
    for total in counts:
        if firsts.get(head(total)) is not total:
            continue
        names = wording.MADE_OF.get(head(total)) or (
            wording.EVERYBODY if head(total) in PERSON_OF and head(total) not in wording.EVERYBODY else None
        )
        if names == wording.MADE_OF["person"] and not any(head(fact) == "passenger" for fact in counts):
            names = wording.EVERYBODY
        if names is None or total.amount.low < 2:
            continue
        told = [
            [fact for fact in counts if head(fact) in wording.SAME_NAME.get(name, (name,)) and not fact.other]
            for name in names
        ]
        told = [[fact for fact in facts if not fact.part] or facts for facts in told]
        if not all(0 < len(facts) <= MOST_RIVALS for facts in told):
            continue
        run = _nearest(total, product(*told))
        rivals = any(len({fact.amount.low for fact in facts}) > 1 for facts in told)
        if rivals and run and min(fact.sentence for fact in run) < total.sentence <= max(fact.sentence for fact in run):
            continue  # "four silvers and three bronzes. Britain finished with six golds but 19 medals"
        if _about_as_large(total, run) and _one_holder(story, total, run):
            yield total, run


def _one_holder(story: Story, total: Fact, run: tuple[Fact, ...]) -> bool:
    """Are all told of one side, as far as names in front of them tell? Passengers and crew must stand in one sentence."""
    if head(total) != "medal":
        one_sentence = all(fact.sentence == run[0].sentence for fact in run)
        return one_sentence and (head(run[0]) == "passenger" or run[0].sentence == total.sentence) and not total.role
    totals = {
        fact.amount.low
        for fact in story.kinds("count")
        if head(fact) == "medal"
        and not fact.other
        and not is_earlier(story, fact)
        and not wording.MORE.match(story.after(fact))
    }
    return len(totals) == 1


def _about_as_large(total: Fact, run: tuple[Fact, ...]) -> bool:
    return abs(added(run) - total.amount.low) <= total.amount.low * MOST_APART


def _places(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """ "Killed 25 people in three districts", and what befell as many as three lots of people further down."""
    for total in story.kinds("count"):
        if total.role is None or not single(total) or total.block == "headline" or total.part or total.other:
            continue
        found = wording.IN_PLACES.search(story.text, total.span.end, total.sentence.end)
        if found is None:
            continue
        number = wording.NUMBERS[found["n"].lower()]
        same = [
            fact for fact in story.kinds("count") if fact.role == total.role and fact.span.start > total.sentence.end
        ]
        same = [
            fact
            for fact in same
            if not fact.part and not fact.other and single(fact) and fact.amount.low < total.amount.low
        ]
        same = [fact for fact in same if not wording.OVERALL.search(story.words(fact.sentence))]
        if number <= len(same) <= MOST_PLACES:
            run = _nearest(total, combinations(same, number))
            if _about_as_large(total, run):
                yield total, run
        return


def _nearest(total: Fact, runs: Iterable[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Of several ways to pick the parts, the one that comes nearest to the total: what might fit isn't accused."""
    return min(runs, key=lambda run: abs(added(run) - total.amount.low))


RELATION = RelationKind(
    about="A total and the parts that make it; bare is the total without its hedge, expected the sum of the parts.",
    parts={"total": "figure", "parts": "figure", "bare": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
