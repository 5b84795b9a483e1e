"""Lengths told to the minute, or in many days, that are those of two times of the story but for one slip, wherever they stand: "The first cut was
made at 7.40am, the last stitch at 8.25pm … “eleven hours and 45 minutes on our feet”". No two times of the story lie just so far apart."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.relate.calendar.days import issued, misdated, named_days
from copydesk.relate.calendar.lengths import Length
from copydesk.relate.calendar.measured import DAY, NOON, Stretch, by_weekday, half_said, on_a_day, two_clocks
from copydesk.relate.calendar.phase_words import BEGAN, ENDED
from copydesk.relate.calendar.told import Told, told_lengths
from copydesk.relate.clocks.some_week import in_some_week
from copydesk.relate.spans.of_another import AFTER_IT, CLAUSE, OTHER, PLANNED, in_another_year, is_another
from copydesk.relate.spans.words import NOUN
from copydesk.story import Story
from copydesk.ties import one_slip

# "within 32 hours" is a limit, not a length; "the first 15 minutes" are of a longer one.
AT_MOST = pattern(
    r"\b(?:within|under|past|last|next|first|every|another|average|than|about|nearly)\s+(?:the\s+|of\s+)?$"
)
SOME_OF_IT = pattern(r"(?:(?:the|its|his|her|their)\s+)?(?:first|opening|next|last|past|final|closing)\b")
# "25 days of fog", "24 days in hospital": of less than the whole.
OF_OTHERS = late(r"\s+(?:of\s+(?!the\b|this\b|it\b)|in\s+(?:hospital|jail|prison|custody|bed|hiding|a\b))")
# What a length before its noun is the rule of: a "180-day calendar" is no stretch of the story.
RULED = pattern(
    r"[\s-]+(?:[a-z]+\s+){0,2}?(?:calendars?|windows?|periods?|limits?|deadlines?|notice|suppl(?:y|ies)|plans?|warrant(?:y|ies)|guarantees?|sentences?|contracts?|loans?|pass(?:es)?|visas?|courses?|programs?|programmes?"
    r"|seasons?|averages?|high|low|records?|forecasts?|leases?|terms?|rules?|bans?\s+on|schedules?|budgets?|bonds?|bills?|notes?)\b"
)
SUBJECT = pattern(r"\W*(?:the|an?|all|both)\s+(?!(?:whole|entire|full|total)\b)([a-z]{3,})\b")
HAD = pattern(r"\bhad\s+(?:had|[a-z]+ed|seen|been|drawn|taken)\b", words="had")
BY_THEN = pattern(r"\W*(?:by\s+then|by\s+that\s+time|it|they|we)\b")
LONGEST_OF = pattern(r"\b(?:is|was|makes|made|became)\s+(?:it\s+)?(?:[a-z]+\s+)?the\s+(?:longest|shortest)\b")
# Told of the whole of something: "at 36 days", "the 36 days"; not "for 36 days".
WHOLE = late(r"(?:^\W*|\b(?:[Aa]t|[Aa]ll|[Tt]h(?:e|ose|ese)|lasted|took|voyage of|strike of)\s+)$")
LASTS_TO = pattern(r"\b(?:until|till|through|up\s+to|including)\s+(?:and\s+including\s+)?[^.;]{0,20}$")
HOUR, EVEN = 3600, (0, 1800)
# How near its times a length stands beside them; how many hours off and still a slip; how many days or nights are counted exactly.
NEAR, HOURS_OFF, MANY = 4, 2, 20
LONGEST, MANY_HOURS, WEEK = 1000 * HOUR, 100 * HOUR, 7 * DAY
YEARS_AND_DAYS, TO_THE_DAY = late(r"P(\d+)Y(?:(\d+)D)?"), late(r"\s+(?:exactly\b|to\s+the\s+day\b)")
YEARS_OFF = 3
# "Her cell-mate served 25 years and 13 days".
SOMEBODY_ELSE = late(
    r"\W*(?:His|Her|Their|Another|An?|One)\s+[\w-]+(?:\s+\w+)?\s+(?:served|spent|was|has|had|lived|ruled|ran|did|got)\b"
)
DAILY = ("day", "night")


def slipped(story: Story, lengths: Sequence[Told]) -> Iterator[tuple[Stretch, Told]]:
    """Stretches of the story and the lengths that one slip parts from them."""
    exact = [
        told
        for told in lengths
        if not AT_MOST.search(story.before(told.facts[0], 14)) and not SOME_OF_IT.match(told.facts[0].text)
    ]
    by_clock = [told for told in exact if _to_the_minute(story, told)]
    by_days = [told for told in (*exact, *_nights(story)) if told.length.unit in DAILY and told.length.number >= MANY]
    dated = [(told, int(found[1]), int(found[2] or 0)) for told in exact if (found := _to_the_day(story, told))]
    if dated:
        yield from _by_the_date(story, dated)
    if by_clock:
        yield from _by_the_clock(story, by_clock)
    if by_days:
        yield from _by_the_day(story, by_days)


def _nights(story: Story) -> Iterator[Told]:
    """Nights are counted, rather than measured, by those who read figures: "we played 150 nights"."""
    for fact in story.kinds("count"):
        if fact.of[-1:] == ("night",) and fact.amount.bound == "=" and fact.amount.low == fact.amount.high:
            yield Told((fact,), Length(int(fact.amount.low) * DAY, 0, fact.amount.low, "night", False))


# ---------------------------------------------------------------- by the clock


def _to_the_minute(story: Story, told: Told) -> bool:
    """Told in minutes that are no round half hour, in halves and quarters of hours, or in the hours of more than a day: of "the 60-hour strike", not of "a 60-hour strike"."""
    seconds, unit = told.length.seconds, told.length.unit
    long = unit == "hour" and DAY < seconds < LONGEST and (seconds % DAY != 0 or seconds > MANY_HOURS)
    if long and told.hyphened:
        return NOUN.search(story.before(told.facts[0], 50)) is not None
    return long or unit == "minute" and seconds % HOUR not in EVEN or unit == "hour" and seconds % HOUR != 0


def _by_the_clock(story: Story, lengths: Sequence[Told]) -> Iterator[tuple[Stretch, Told]]:
    times = [fact for told in story.kinds("time") if _is_exact(fact := in_some_week(told))]
    days = {
        f.moment.start.date() for f in story.kinds("date", "time") if isinstance(f.value, Moment) and f.moment.day_known
    }
    apart = [(a, b, gap) for pair in combinations(times, 2) for a, b in (pair, pair[::-1]) for gap in _gaps(a, b, days)]
    right = {
        (a.span, b.span)
        for told in told_lengths(story)
        if _to_the_minute(story, told)
        for a, b, gap in apart
        if _is_told(gap, told)
    }
    issue = issued(story.document)
    for told in lengths:
        seconds = told.length.seconds
        if any(_is_told(gap, told) for _, _, gap in apart) or in_another_year(story, told.facts[0], issue):
            continue
        if told.length.unit == "hour" and seconds > DAY:
            near = [
                (a, b, gap)
                for a, b, gap in apart
                if gap > DAY and abs(gap - seconds) % HOUR <= 300
                if one_slip(gap // HOUR, seconds // HOUR) or abs(gap - seconds) in (DAY, NOON)
            ]
        elif is_another(story, told):
            continue
        else:
            near = [(a, b, gap) for a, b, gap in apart if _is_slip(story, a, b, gap, told)]
        near = [each for each in near if (each[0].span, each[1].span) not in right]  # its length is told rightly
        near = [each for each in near if each[2] % HOUR == seconds % HOUR] or near
        if near and len({gap for _, _, gap in near}) == 1:
            a, b, gap = near[0]
            turned = (
                gap > DAY
                and not (by_weekday(a) and by_weekday(b))
                and a.moment.start > b.moment.start
                and on_a_day(a) == on_a_day(b)
            )
            a, b = (b, a) if turned else (a, b)
            yield Stretch(a, b, (gap,), 0, "clock"), told


def _is_told(gap: int, told: Told) -> bool:
    return abs(gap - told.length.seconds) <= max(told.length.slack, 60)


def _is_exact(fact: Fact) -> bool:
    return (
        isinstance(fact.value, Moment)
        and not fact.moment.about
        and fact.moment.grain in ("minute", "hour")
        and not fact.text.lower().endswith(("later", "earlier"))
    )


def _gaps(a: Fact, b: Fact, told: set[date]) -> list[int]:
    """The seconds from one clock time to the next, as far as the day and its halves are told. One without a day of its own may be of any
    that the story tells."""
    apart = int((b.moment.start - a.moment.start).total_seconds())
    if by_weekday(a) and by_weekday(b):
        return [apart % WEEK]
    days = a.moment.day_known and b.moment.day_known and a.moment.start.date() != b.moment.start.date()
    if days and on_a_day(a) and on_a_day(b):
        return [abs(apart)]
    seconds = [apart % DAY] if half_said(a) and half_said(b) else [apart % DAY, (apart + NOON) % DAY]
    first, last = a.moment.start.date(), b.moment.start.date()
    of_day = apart - (last - first).days * DAY
    if on_a_day(a) and not on_a_day(b) and half_said(b):
        seconds += [gap for day in told if (gap := (day - first).days * DAY + of_day) > DAY]
    if on_a_day(b) and not on_a_day(a) and half_said(a):
        seconds += [gap for day in told if (gap := (last - day).days * DAY + of_day) > DAY]
    return [*seconds, abs(apart)] if days else seconds


def _is_slip(story: Story, a: Fact, b: Fact, gap: int, told: Told) -> bool:
    """Of the same odd minutes and an hour or two off; or right beside both times, and one digit of the minutes off."""
    first, seconds = told.facts[0], told.length.seconds
    if two_clocks(a, a) or two_clocks(b, b):
        return False
    hours, said = gap // HOUR, seconds // HOUR
    if gap % HOUR == seconds % HOUR:
        half = seconds % HOUR == EVEN[1]  # told of much: it must open its sentence, and the times be no round ones
        odd = a.moment.start.minute % 30 != 0 and first.span.start - first.sentence.start <= len("“In the ")
        return gap > 0 and said > 0 and abs(hours - said) <= (HOURS_OFF * odd if half else HOURS_OFF)
    if gap <= 0 or not a.span < b.span < first.span:
        return False
    if _is_whole(story, told) and seconds % 300 and seconds in _turned(a, b, gap):
        return True
    beside = (
        max(first.sentence.start - b.sentence.end, b.sentence.start - a.sentence.end) <= NEAR and a.block != "headline"
    )
    if not beside or hours != said and max(gap, seconds) >= 100 * 60:
        return False
    return one_slip(gap // 60, seconds // 60) if hours != said else one_slip(gap % HOUR // 60, seconds % HOUR // 60)


def _turned(a: Fact, b: Fact, gap: int) -> set[int]:
    """How many seconds it would be with the digits of the minutes changed round, of one time or the other: 1:52 for 1:25."""
    first, last = (
        (10 * (minute % 10) + minute // 10 - minute) * 60 for minute in (a.moment.start.minute, b.moment.start.minute)
    )
    return {gap - first, gap + last} - {gap}


def _is_whole(story: Story, told: Told) -> bool:
    """Is it told of the whole of something: "the 27 minutes it was aloft", "the 36-day strike"?"""
    first = told.facts[0]
    definite = first.text.lower().startswith("the ")
    return told.hyphened or definite or WHOLE.search(story.before(first, 20)) is not None


# ---------------------------------------------------------------- by the day


def _by_the_day(story: Story, lengths: Sequence[Told]) -> Iterator[tuple[Stretch, Told]]:
    """Of as many days or nights as from a day on which something began to the one on which it ended, but for a digit."""
    days = [
        f for f in story.kinds("date") if isinstance(f.value, Moment) and f.moment.grain == "day" and f.moment.day_known
    ]
    issue = issued(story.document)
    dates = {f.moment.start.date() for f in days} | ({issue} if issue else set())
    known = {abs((b - a) // timedelta(days=1)) for a, b in combinations(dates, 2)}
    stretches = list(_stretches(story))
    for told in lengths:
        count, first, last = int(told.length.number), told.facts[0], told.facts[-1]
        lead = AFTER_IT.sub("", story.text[first.sentence.start : first.span.start])
        clause = CLAUSE.split(story.text[first.span.start : first.sentence.end])[0]
        words = lead + story.text[first.span.start : first.sentence.end]
        if (
            known & {count - 1, count, count + 1}
            or OTHER.search(lead + LONGEST_OF.sub("", clause))
            or OF_OTHERS.match(story.after(last, 40))
            or told.hyphened
            and RULED.match(story.after(last, 40))
            or HAD.search(lead + clause)
            and not BY_THEN.match(words)
        ):
            continue
        subject = SUBJECT.match(words) if words[:1].isupper() else None
        bound = [each for each in stretches if each[3] and (not subject or subject[1] in story.words(each[0].sentence))]
        near = [each for each in bound if _is_near(count, each[2])]
        near += [each for each in stretches if each[3] and each not in near and _is_misdated(count, *each[:2])]
        if (
            not near
            and _is_whole(story, told)
            and not subject
            and not PLANNED.search(words)
            and not in_another_year(story, first, issue)
        ):
            near = [each for each in stretches if _is_near(count, each[2])]
        if len({each[2] for each in near}) == 1:
            a, b, apart, _ = near[0]
            yield Stretch(a, b, (apart * DAY, (apart + 1) * DAY), 0, "day"), told


def _is_near(count: int, apart: int) -> bool:
    return any(_is_misread(count, apart + by) for by in (0, 1))


def _is_misdated(count: int, a: Fact, b: Fact) -> bool:
    return any(count - days in (0, 1) for days in misdated(a, b))


def _stretches(story: Story) -> Iterator[tuple[Fact, Fact, int, bool]]:
    """From each named day to each later one told behind it, how many days that is, and whether something begins on the first and goes on to the
    other, or ends on it."""
    days = [day for day in story.once(named_days).values() if isinstance(day.fact.value, Moment)]
    begin = {day.fact.span for day in days if BEGAN.search(story.before(day.fact, 60))}
    end = {day.fact.span for day in days if begin and _is_end(story, day.fact)}
    for first, last in combinations(days, 2):
        start = first.on(first.fact.moment.start.year)
        years = ((last.year,) if last.year else (start.year, start.year + 1)) if start else ()
        counts = [(there - start).days for year in years if start and (there := last.on(year))]
        count = next((days for days in counts if days > 0), 0)
        if count:
            yield first.fact, last.fact, count, first.fact.span in begin and last.fact.span in end


def _is_end(story: Story, fact: Fact) -> bool:
    before = story.before(fact, 60)
    return bool(LASTS_TO.search(before) or ENDED.search(before))


def _is_misread(said: int, count: int) -> bool:
    """One digit of three is off, or the tens of two, or two changed places."""
    return one_slip(said, count) and (
        count >= 100 or said % 10 == count % 10 or sorted(str(said)) == sorted(str(count))
    )


# ---------------------------------------------------------------- by the date


def _to_the_day(story: Story, told: Told) -> "re.Match[str] | None":
    """Years and days, or years "to the day"."""
    found = YEARS_AND_DAYS.fullmatch(told.facts[0].timex or "") if len(told.facts) == 1 else None
    if SOMEBODY_ELSE.match(story.words(told.facts[0].sentence)) or is_another(story, told):
        return None
    return found if found and (found[2] or TO_THE_DAY.match(story.after(told.facts[0], 20))) else None


def _by_the_date(story: Story, lengths: Sequence[tuple[Told, int, int]]) -> Iterator[tuple[Stretch, Told]]:
    """From a day told with its year to another: of as many years and days, but for a slip in one of the two."""
    known = [f for f in story.kinds("date", "time") if isinstance(f.value, Moment) and f.moment.year_known]
    days = [f for f in known if f.moment.day_known and f.moment.grain in ("day", "part", "hour", "minute")]
    starts = [f for f in days if str(f.moment.start.year) in f.text]
    apart = [
        (a, b, *_years_and_days(a, b)) for a in starts for b in days if a.moment.start.date() < b.moment.start.date()
    ]
    for told, years, over in lengths:
        if any(y == years and abs(d - over) <= 1 for _, _, y, d in apart):
            continue
        near = {
            (y, d): (a, b)
            for a, b, y, d in apart
            if (abs(d - over) <= 1 and (abs(y - years) <= YEARS_OFF or one_slip(y, years)))
            or (y == years and one_slip(d, over))
        }
        if len(near) == 1:
            a, b = next(iter(near.values()))
            count = (b.moment.start.date() - a.moment.start.date()).days
            yield Stretch(a, b, (count * DAY,), DAY, "day"), told


def _years_and_days(a: Fact, b: Fact) -> tuple[int, int]:
    """Whole years from one day to another, and the days over."""
    start, end = a.moment.start.date(), b.moment.start.date()
    years = end.year - start.year - ((end.month, end.day) < (start.month, start.day))
    day = start.day - (start.month == 2 and start.day == 29)
    return years, (end - start.replace(year=start.year + years, day=day)).days
