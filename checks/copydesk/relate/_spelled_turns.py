"""Changes that one sentence spells out, each figure by its own words: "grew by 800 names over the winter, from 4,100 to 4,700", "£1.80, 20p
more than the £1.60 it cost in January". Shares of the figure before are read elsewhere."""

from collections.abc import Iterator

from copydesk.late import pattern
from copydesk.model import Fact, Span
from copydesk.relate._compared import AGAINST, MORE_LESS
from copydesk.relate._spelled import figures, in_one_unit
from copydesk.relate._turn_words import CLAIM, COMPARED, FALL, FALLS, RISE, RISES
from copydesk.relate._turns import Turn, is_of_another, is_share, on_another_footing
from copydesk.relate._when import pairs
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import single

VERB = rf"(?:{RISE}|{FALL}|by|grow|lengthen\w*|shorten\w*|extend\w*|prolong\w*|swell\w*|took|takes?|taken|taking|come\s+down)"
NOUN = r"(?:rise|increase|jump|hike|gain|climb|fall|drop|decline|cut|decrease|reduction|loss|saving|growth|change|difference)"
HEDGE = r"(?:(?:by|another|a\s+(?:further|full|total\s+of)|about|around|roughly|nearly|almost|some|just|only|exactly)\s+)*"
# How a change is called, and what it makes of the figure after.
CALLED = rf"(?:(?:an?|the)\s+(?:[\w-]+\s+)?)?(?P<way>{NOUN}(?=\s+of\b)|up|down)(?:\s+of)?"
MORE = rf"(?P<way>more|less|fewer|{COMPARED})"
# The few words right before a figure before or after: "just", "an average of", "last year's".
ITS = r"(?:(?!and\b|but\b)[\w’'-]+\s+){0,4}?"
# In between another length may stand: "lost 14 kilos in two years, going from …"; no other clause.
WORDS = r"(?:(?!\b(?:and|but|while|whereas|as|with)\b)[^@.;()]|\b(?:in|over|within|after|during)\s+(?:[a-z]+\s+){0,2}@){0,60}?"
FEW = r"[^@.;:()]{0,40}?"
PAIR = rf"\bfrom\s+{ITS}(?P<before>@){FEW}\bto\s+{ITS}(?P<after>@)"
SHAPES = tuple(
    pattern(shape, words=words)
    for shape, words in (
        # "Grew by 800 names, from 4,100 to 4,700"; "12 metres taller than before: it goes from 48 to 60".
        (rf"\b{VERB}\s+{HEDGE}(?P<by>@){WORDS}{PAIR}", "from"),
        (rf"(?P<by>@)\s+(?:[\w-]+\s+)?(?:more|less|fewer|{COMPARED})\b(?!\s+than\s+the){WORDS}{PAIR}", "from"),
        # "Rises 40p to £2.90 from £2.50"; "down by 45 on last year's 210, to 165".
        (rf"\b{VERB}\s+{HEDGE}(?P<by>@)(?:\s+[\w-]+){{0,3}}?\s+to\s+{ITS}(?P<after>@){FEW}\bfrom\s+{ITS}(?P<before>@)", "from"),
        (rf"\b{VERB}\s+{HEDGE}(?P<by>@)(?:\s+[\w-]+){{0,2}}?\s+on\s+{ITS}(?P<before>@){FEW}\bto\s+{ITS}(?P<after>@)", " on "),
        # "From 31 to 44, a gain of 13", "up 13", "13 more than before".
        (rf"{PAIR}{FEW}[,;(–—-]\s*(?:(?:which|that)\s+is\s+|or\s+)?{CALLED}\s+{HEDGE}(?P<by>@)", "from"),
        (rf"{PAIR}{FEW}[,;(–—-]\s*(?:(?:which|that)\s+is\s+|or\s+)?{HEDGE}(?P<by>@)(?:\s+[\w-]+){{0,2}}?\s+{MORE}\b(?!\s+than\s+(?!before))", "from"),
        # "214 members, 28 more than the 186 it had last spring".
        (rf"(?P<after>@)(?:\s+[\w-]+){{0,4}}?\s*(?:,|[–—-]|\bwhich\s+(?:is|was)|\bor)\s+(?:(?:which|that)\s+(?:is|was)\s+)?{HEDGE}(?P<by>@)(?:\s+[\w-]+){{0,2}}?\s+{MORE}\s+than\s+{ITS}(?P<before>@)", "than"),
    )
)  # fmt: skip


# "Last year 340 ran; this year there were 410, an increase of 70", "… 70 more", "That is 70 more".
BEHIND = rf"[^@.;]{{0,30}}?(?:[,;(–—-]|\.\s+That(?:[’']s|\s+(?:is|was)))\s*(?:(?:which|that)\s+is\s+|or\s+)?"
THEN = (
    pattern(rf"{BEHIND}{CALLED}\s+{HEDGE}@"),
    pattern(rf"{BEHIND}{HEDGE}@(?:\s+[\w-]+)?\s+{MORE}\s*(?:$|[.,;]|than\s+before\b)"),
)
NEXT = 4
Told = tuple[Fact, Fact, Fact, str]  # by, before, after, and the word that says which way it went
MORES, LESSES = ({w for sort in MORE_LESS if sort != "speed" for w in MORE_LESS[sort][way].split()} for way in (0, 1))


def spelled(story: Story) -> Iterator[Turn]:
    """Each change whose three figures have their own words for before, after and by how much."""
    last: list[Fact] = []
    for sentence, facts in story.sentences():
        told = [] if facts[0].block == "headline" else figures(facts)
        near = last if last and sentence.start - last[-1].sentence.end < NEXT else []
        last = told
        if len(near) + len(told) < 3 or not CLAIM.search(story.words(sentence)):
            continue
        for by, before, after, way in (*_by_form(story, sentence, told), *_by_time(story, near, told)):
            turn = _turn(by, before, after, way)
            if turn and not (is_of_another(story, *turn[:3]) or on_another_footing(story, turn)):
                yield turn


def _by_form(story: Story, sentence: Span, told: list[Fact]) -> Iterator[Told]:
    outline, places = story.outline(sentence, told) if len(told) > 2 else ("", {})
    for shape in SHAPES:
        for found in shape.finditer(outline):
            by, before, after = (places[found.start(name)] for name in ("by", "before", "after"))
            yield by, before, after, found.groupdict().get("way") or ""


def _by_time(story: Story, near: list[Fact], told: list[Fact]) -> Iterator[Told]:
    """The change last, and the only two others of it and the sentence before: which was first is told by their times."""
    three = told if len(told) == 3 else [*near, *told] if (len(near), len(told)) in ((1, 2), (2, 1)) else []
    if not three or not single(three[2]):
        return
    *two, by = three
    words = story.text[two[1].span.end : by.span.start] + "@" + story.after(by)
    called = THEN[0].match(words) or THEN[1].match(words)
    found = list(pairs(story, two)) if called else []
    if called and len(found) == 1 and found[0].tied:
        was, now, _ = found[0]
        told_last = now is two[1] or AGAINST.search(story.between(*two))  # "in 2010 it had 2,300, 400 more"
        yield by, was, now, called["way"] if told_last else ""


def _turn(by: Fact, before: Fact, after: Fact, way: str) -> Turn | None:
    """With all three in one unit, or with points of a percentage; a later figure says the unit or an earlier one does."""
    if is_share(by) and not (by.kind == "percent" == before.kind):
        return None
    if before.kind == "number" and by.kind not in ("count", "number"):
        before = in_one_unit(before, by) or before
    now = in_one_unit(after, before)
    if now is None and (was := in_one_unit(before, after)):
        before, now = was, after
    points = before.kind == "percent" and (by.kind == "percent" or head(by) == "point")
    change = by if points else in_one_unit(by, before)
    if now is None or change is None or not before.amount.low > 0 < now.amount.low:
        return None
    way = way.lower()
    rises, falls = way in MORES or RISES.fullmatch(way), way in LESSES or FALLS.fullmatch(way)
    fell = now.amount.low < before.amount.low
    return Turn(change, before, now, bool(rises != falls and (fell if rises else falls and not fell)))
