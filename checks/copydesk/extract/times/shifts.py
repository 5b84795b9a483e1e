"""What is counted from an anchor: last week, the following day, four hours later, a year ago."""

from datetime import date, timedelta
from decimal import Decimal

from copydesk.extract.times.almanac import iso_of, month_on, months_on, moved, quarter_moved, year_text
from copydesk.extract.times.reading import Offset, Turn
from copydesk.extract.times.tense import Tense
from copydesk.extract.times.told import Told

# "Two weeks ago" is the day; from so many on, it is that week.
WEEKS_TO_THE_DAY = 3


def _base(told: Told, turn: Turn, tense: Tense = "") -> date | None:
    issue = told.issue.date() if told.issue else None
    if tense == "future" and turn.anchor == "issue":
        return issue  # a tale of the past goes on to what "will open next year"
    if turn.anchor == "told" and turn.span.letter == "W" and told.week:
        return told.week
    if turn.anchor == "told" and turn.by and turn.span.letter in "DW" and told.day and not told.day_stands():
        return None
    if turn.anchor == "told" or told.narrative:
        return told.day or told.month_told() or issue
    return issue


def turn_of(told: Told, turn: Turn, tense: Tense = "") -> str:
    by, letter = turn.by, turn.span.letter
    if told.narrative and (told.year or 0) < 0:
        return _before_christ(told, letter, by * turn.span.times)
    base = _base(told, turn, tense)
    if turn.compared and (quarter := told.results.years_on(by)):
        return quarter
    if letter == "Q":
        return quarter_turn(told, turn)
    if letter == "Y" and turn.span.times == 1 and turn.anchor == "told" and told.named is not None:
        return year_text(told.named + by)
    if base is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(letter, "XXXX")
    if letter == "M" and turn.anchor == "told" and told.month is not None and told.year is not None:
        base = date(told.year, told.month, 1)
    if letter == "D" and turn.span.times == 2:
        year, week, weekday = (base + timedelta(weeks=by)).isocalendar()
        if by == 0 and weekday <= 2 and turn.recent:
            year, week, _ = (base - timedelta(weeks=1)).isocalendar()
        return f"{year:04}-W{week:02}-WE"
    if letter == "D":
        return iso_of(base, by)
    if letter == "W":
        year, week, _ = moved(base, by * 7 * turn.span.times).isocalendar()
        return f"{year:04}-W{week:02}"
    if letter == "M":
        year, month = month_on(base, by)
        return f"{year:04}-{month:02}"
    if turn.span.times == 10 and turn.anchor == "told" and told.decade:
        return f"{int(told.decade) + by:03}"
    if turn.span.times in (10, 100):
        digits = 3 if turn.span.times == 10 else 2
        return f"{base.year // turn.span.times + by:0{digits}}"
    return f"{base.year + by:04}" + ("-12-31" if turn.recent else "")


def _before_christ(told: Told, letter: str, by: int) -> str:
    """Years before Christ can be counted on; the calendar of their days can't."""
    assert told.year is not None
    if letter == "Y" and told.year + by < 0:
        return year_text(told.year + by)
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(letter, "XXXX")


def quarter_turn(told: Told, turn: Turn) -> str:
    if turn.anchor == "told" and told.results.quarter:
        return quarter_moved(told.results.quarter, turn.by)
    if told.issue is None:
        return "XXXX-QX"
    current = f"{told.issue.year:04}-Q{(told.issue.month + 2) // 3}"
    # "The quarter" of a report is the one that has just ended.
    return quarter_moved(current, turn.by if turn.anchor == "issue" else turn.by - 1)


def offset_of(told: Told, offset: Offset) -> str:
    if offset.number is None:
        return "PAST_REF" if offset.sign < 0 else "FUTURE_REF"
    count = offset.number * offset.span.times * offset.sign
    if offset.span.is_clock:
        return _clock_offset(told, offset, count)
    letter = offset.span.letter
    if told.narrative and (told.year or 0) < 0:
        return _before_christ(told, letter, int(count))
    if letter == "Y" and count == -1 and not told.narrative and (quarter := told.results.years_on(-1)):
        return quarter
    base = _base(told, Turn(offset.span, 0, offset.anchor))
    if offset.anchor == "told" and not told.narrative and letter in "DWM":
        base = _told_base(told, letter, offset.sign)
    if base is None or abs(count) > 9000:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(letter, "XXXX")
    if offset.exact and letter in "YM":
        months = int(count * (12 if letter == "Y" else 1))
        return months_on(base, months) if abs(months) < 12000 else "XXXX"
    if letter == "D":
        return iso_of(base, int(count))
    if letter == "W" and offset.anchor == "issue" and abs(count) >= WEEKS_TO_THE_DAY and not offset.exact:
        return turn_of(told, Turn(offset.span, int(offset.number) * offset.sign, offset.anchor))
    if letter == "W":
        return iso_of(base, int(count * 7))
    if letter == "M" or letter == "Q" or count % 1:
        months = int(count * {"M": 1, "Q": 3, "Y": 12}[letter])
        year, month = month_on(base, months)
        return f"{year:04}-{month:02}" if 0 < year < 10000 else "XXXX-XX"
    year = base.year
    if offset.anchor == "told" and told.narrative and told.year:
        year = told.year
    elif offset.anchor == "told" and told.named is not None:
        # "Founded in 1971. Ten years later …", but results are those of *a year earlier* than the issue.
        year = told.named if count != -1 or told.named < year - 1 else year
    elif offset.anchor == "told" and offset.sign > 0:
        return "XXXX"  # later than nothing that was told
    year += int(count)
    return f"{year:04}" if 0 < year < 10000 else "XXXX"


def _told_base(told: Told, letter: str, sign: int) -> date | None:
    """What "two months later" counts from in news: the month told, and days from the day; None where only something
    longer was told since."""
    if told.year is None:
        return told.issue.date() if told.issue is not None and sign < 0 else None
    if letter == "M" and told.month is not None:
        return date(told.year, told.month, 1)
    return told.day if told.day_stands() else None


def _clock_offset(told: Told, offset: Offset, count: Decimal) -> str:
    """Four hours later than a clock time is one too; later than a mere day, it is some hour of it."""
    base = told.moment if offset.anchor == "told" else None
    if base is None and offset.anchor == "issue" and told.issue and (told.issue.hour or told.issue.minute):
        base = told.issue
    if base is None:
        day = told.day if offset.anchor == "told" else told.issue
        return f"{day:%Y-%m-%d}TXX" if day and day.year >= 1000 else "PAST_REF" if offset.sign < 0 else "FUTURE_REF"
    try:
        moved = base + timedelta(seconds=float(count * offset.span.unit.factor / offset.span.times))
    except OverflowError:
        return "XXXX"
    text = moved.strftime("%m-%dT%H:%M" if offset.span.letter != "S" else "%m-%dT%H:%M:%S")
    return f"{moved.year:04}-{text}" if moved.year >= 1000 else f"XXXX-{text}"
