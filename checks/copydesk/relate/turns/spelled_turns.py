"""Changes that one sentence spells out, each figure by its own words: "grew by 800 names over the winter, from 4,100 to 4,700", "£1.80, 20p
more than the £1.60 it cost in January". Shares of the figure before are read elsewhere."""

import re
from collections.abc import Iterator

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate.calendar.lengths import HOUR, MINUTE, read
from copydesk.relate.turns.by_words import Turn, is_share
from copydesk.relate.turns.compared import AGAINST, INSTEAD, MORE_LESS, clocks, same_day
from copydesk.relate.turns.footing import is_of_another, on_another_footing
from copydesk.relate.turns.spelled import LENGTHS, figures, in_one_unit
from copydesk.relate.turns.turn_words import CLAIM, COMPARED, FALL, FALLS, RISE, RISES
from copydesk.relate.turns.when import pairs
from copydesk.story import SPAN, Story
from copydesk.support import head
from copydesk.ties import single

VERB = rf"(?:{RISE}|{FALL}|by|grow|lengthen\w*|shorten\w*|extend\w*|prolong\w*|swell\w*|took|takes?|taken|taking|come\s+down)"
NOUN = r"(?:rise|increase|jump|hike|gain|climb|fall|drop|decline|cut|decrease|reduction|loss|saving|growth|change|difference)"
HEDGE = (
    r"(?:(?:by|another|a\s+(?:further|full|total\s+of)|about|around|roughly|nearly|almost|some|just|only|exactly)\s+)*"
)
# How a change is called, and what it makes of the figure after.
CALLED = rf"(?:(?:an?|the)\s+(?:[\w-]+\s+)?)?(?P<way>{NOUN}(?=\s+of\b)|up|down|(?<=an\s)extra)(?:\s+of)?"
MORE = rf"(?P<way>more|less|fewer|{COMPARED})"
JOINED = r"(?:joined|signed\s+up|enrolled|arrived|(?:were|was)\s+(?:added|hired|recruited))"
LEFT = r"(?:left|quit|resigned|departed|dropped\s+out|(?:were|was)\s+(?:sacked|dismissed|laid\s+off))"
RIVALRY = r"\b(?:majority|lead|margin|gap|deficit|share|average)\b"
# The few words right before a figure before or after: "just", "an average of", "last year's".
ITS = r"(?:(?!and\b|but\b)[\w’'-]+\s+){0,4}?"
# In between another length may stand: "lost 14 kilos in two years, going from …"; no other clause.
WORDS = r"(?:(?!\b(?:and|but|while|whereas|where|which|who|as|with)\b)[^@.;()]|\b(?:in|over|within|after|during)\s+(?:[a-z]+\s+){0,2}@){0,60}?"
FEW = r"[^@.;:()]{0,40}?"
# Not "from the valley at 900 metres to a pass at 1,200 and on to 1,700".
PAIR = rf"\bfrom\s+{ITS}(?P<before>@){FEW}\bto\s+{ITS}(?P<after>@)(?![^@.;]{{0,20}}\b(?:and|then|on)\s+to\b)"
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
        # "40 litres larger than the old one: 200 litres instead of 160".
        (rf"(?P<by>@)(?:\s+[\w-]+)?\s+{MORE}\b[^@.;()]{{0,40}}?(?:[,:–—]\s+|\bat\s+)(?:[a-z]+\s+){{0,2}}?(?P<after>@)[^@.;()]{{0,20}}?\b{INSTEAD}\b[^@.;()]{{0,30}}?(?P<before>@)", "instead rather against compared versus"),
        # "Eleven joined, taking the club from 62 to 73".
        (rf"^[^@.;()]*(?P<by>@)[^@.;()]{{0,40}}?\b(?P<way>{JOINED}|{LEFT})\b(?![^.;]*\b(?:{JOINED}|{LEFT})\b)[^@.;()]{{0,30}}?(?:,\s+[a-z]+ing\b|,?\s+and\b)(?:(?!{RIVALRY})[^@.;()]){{0,40}}?{PAIR}", "from"),
        # "Lost 11 seats and have 14, down from 25".
        (rf"\b(?P<way>{RISE}|{FALL}|lost|loses?|losing|gain(?:ed|s|ing)?)\s+{HEDGE}(?P<by>@)[^@.;()]{{0,20}}?,?\s+(?:and|so)\s+(?:it\s+|they\s+)?(?:now\s+|still\s+)?(?:ha(?:s|ve|d)|holds?|(?:is|are)\s+left\s+with|ended\s+with)\s+{ITS}(?P<after>@)[^@.;()]{{0,20}}?,\s+(?:up|down)\s+from\s+{ITS}(?P<before>@)", "from"),
        # "214 members, 28 more than the 186 it had last spring".
        (rf"(?P<after>@)(?:\s+[\w-]+){{0,4}}?\s*(?:,|[–—-]|\bwhich\s+(?:is|was)|\bor|,?\s+(?:is|was|are|were))\s+(?:(?:which|that)\s+(?:is|was)\s+)?{HEDGE}(?P<by>@)(?:\s+[\w-]+){{0,2}}?\s+{MORE}\s+than\s+{ITS}(?P<before>@)", "than"),
    )
)  # fmt: skip
# Of times of day: "put back by two hours, from 3 p.m. to 5 p.m.", "an hour earlier, at 9 a.m. instead of 10 a.m.".
OF_DAY = tuple(
    pattern(shape)
    for shape in (
        rf"\b(?:(?:put|pushed|moved|shifted)\s+back|(?:brought|pulled|moved)\s+forward|delayed|postponed)\s+(?:by\s+)?(?P<by>@),?\s+(?:[a-z]+\s+){{0,3}}?{PAIR}",
        rf"(?P<by>@)\s+(?P<way>earlier|later)\b[^@.;()]{{0,40}}?(?:[,:–—]\s+|\bat\s+)(?:[a-z]+\s+){{0,2}}?(?P<after>@)[^@.;()]{{0,20}}?\b{INSTEAD}\b[^@.;()]{{0,30}}?(?P<before>@)",
    )
)

# "Last year 340 ran; this year there were 410, an increase of 70", "… 70 more", "That is 70 more".
BEHIND = r"[^@.;]{0,30}?(?:[,;(–—-]|\.\s+That(?:[’']s|\s+(?:is|was)))\s*(?:(?:which|that)\s+is\s+|or\s+)?"
THEN = (
    pattern(rf"{BEHIND}{CALLED}\s+{HEDGE}@"),
    pattern(rf"{BEHIND}{HEDGE}@(?:\s+[\w-]+)?\s+{MORE}\s*(?:$|[.,;]|than\s+before\b)"),
)
ALSO = pattern(
    rf"\b(?:{JOINED}|{LEFT})\b", words="joined signed enrolled arrived were was left quit resigned departed dropped"
)
SHIFTS = pattern(
    r"\b(?:earlier|later|forward|back|postponed|delayed)\b", words="earlier later forward back postponed delayed"
)
BY_SO_MUCH = pattern(rf"\b{COMPARED}\b")
IS_JOINED, IS_LEFT = pattern(JOINED), pattern(LEFT)
EARLIER = late(r"\s+(?:earlier|later)$")
UNITS_BY_NAME = {unit.name: unit for unit in (HOUR, MINUTE)}
# Two figures of two times, each with its own right behind it: "31C on Monday and 24C on Tuesday".
ON = pattern(r"\s+(?:on|in|at|by)\s+")
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
        words = story.words(sentence)
        found = []
        if len(near) + len(told) > 2 and (CLAIM.search(words) or ALSO.search(words) or BY_SO_MUCH.search(words)):
            found = [*_by_form(story, sentence, told), *_by_time(story, near, told)]
        if len(facts) > 2 and SHIFTS.search(words):
            found += [*_by_form(story, sentence, _shifted(facts), OF_DAY)]
        for by, before, after, way in found:
            turn = _turn(by, before, after, way)
            if turn and not (is_of_another(story, *turn[:3]) or on_another_footing(story, *turn[:3])):
                yield turn


def _shifted(facts: list[Fact]) -> list[Fact]:
    """Two times of one day, and by how long they are apart: "an hour earlier" is so long as well."""
    of_day = clocks([fact for fact in facts if not EARLIER.search(fact.text)])
    if len(of_day) != 2 or not same_day([f for f in facts if not EARLIER.search(f.text)], *of_day):
        return []
    apart = [(fact, read(fact.text)) for fact in facts if fact.kind == "duration" or EARLIER.search(fact.text)]
    lengths = [
        fact._replace(
            kind="duration",
            span=Span(fact.span.start, fact.span.start + len(EARLIER.sub("", fact.text))),
            value=written(length.number, unit=UNITS_BY_NAME[length.unit]),
        )
        for fact, length in apart
        if length and not length.hedged and length.unit in UNITS_BY_NAME
    ]
    return sorted([*of_day, *lengths], key=SPAN) if len(lengths) == 1 else []


def _by_form(
    story: Story, sentence: Span, told: list[Fact], shapes: "tuple[re.Pattern[str], ...]" = SHAPES
) -> Iterator[Told]:
    outline, places = story.outline(sentence, told) if len(told) > 2 else ("", {})
    for shape in shapes:
        for found in shape.finditer(outline):
            by, before, after = (places[found.start(name)] for name in ("by", "before", "after"))
            if by.span < min(before.span, after.span) and any(f.span < by.span and in_one_unit(f, by) for f in told):
                continue  # "gained seven seats and lost three, going from 40 to 44"
            way = (found.groupdict().get("way") or "").lower()
            yield by, before, after, "up" if IS_JOINED.fullmatch(way) else "down" if IS_LEFT.fullmatch(way) else way


def _by_time(story: Story, near: list[Fact], told: list[Fact]) -> Iterator[Told]:
    """The change last, and the only two others of it and the sentence before: which was first is told by their times."""
    three = told if len(told) == 3 else [*near, *told] if (len(near), len(told)) in ((1, 2), (2, 1)) else []
    if not three or not single(three[2]):
        return
    *two, by = three
    words = story.text[two[1].span.end : by.span.start] + "@" + story.after(by)
    called = THEN[0].match(words) or THEN[1].match(words)
    if called and all(_is_dated(story, fact) for fact in two):
        yield by, two[0], two[1], ""
        return
    found = list(pairs(story, two)) if called else []
    if called and len(found) == 1 and found[0].tied:
        was, now, _ = found[0]
        told_last = now is two[1] or AGAINST.search(story.between(*two))  # "in 2010 it had 2,300, 400 more"
        yield by, was, now, called["way"] if told_last else ""


def _is_dated(story: Story, fact: Fact) -> bool:
    """Does a date stand right behind a figure?"""
    behind = (date for date in story.kinds("date", "time") if date.sentence == fact.sentence and date.span > fact.span)
    first = next(behind, None)
    return first is not None and ON.fullmatch(story.between(fact, first)) is not None


def _turn(by: Fact, before: Fact, after: Fact, way: str) -> Turn | None:
    """With all three in one unit, or with points of a percentage; a later figure says the unit or an earlier one does."""
    of_time = before.kind in LENGTHS and is_share(by)  # other shares are read elsewhere
    if is_share(by) and not (of_time or by.kind == "percent" == before.kind):
        return None
    if before.kind == "number" and by.kind not in ("count", "number"):
        before = in_one_unit(before, by) or before
    now = in_one_unit(after, before)
    if now is None and (was := in_one_unit(before, after)):
        before, now = was, after
    points = before.kind == "percent" and (by.kind == "percent" or head(by) == "point")
    change = by if points or of_time else in_one_unit(by, before)
    if now is None or change is None or not before.amount.low > 0 < now.amount.low:
        return None
    way = way.lower()
    rises, falls = way in MORES or RISES.fullmatch(way), way in LESSES or FALLS.fullmatch(way)
    fell = now.amount.low < before.amount.low
    return Turn(change, before, now, bool(rises != falls and (fell if rises else falls and not fell)))
