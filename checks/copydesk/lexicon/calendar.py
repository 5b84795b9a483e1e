"""The words of the calendar and the clock: names of months, weekdays, units, seasons, parts of day, zones and holidays.

Keys are in lower case. Values of parts of day, seasons and references are those of ISO-TimeML's TIMEX3 (`MO`, `WI`, `PAST_REF`).
"""

from collections.abc import Mapping
from decimal import Decimal

from copydesk.amounts import DAY, SECOND, Unit
from copydesk.moments import MONTH, YEAR, Grain
from copydesk.named import NamedTuple

_TIME = (("time", 1),)
MINUTE = Unit("minute", _TIME, Decimal(60))
HOUR = Unit("hour", _TIME, Decimal(3600))
WEEK = Unit("week", _TIME, Decimal(604800))
FORTNIGHT = Unit("fortnight", _TIME, Decimal(1209600))
QUARTER = Unit("quarter", _TIME, MONTH.factor * 3)
DECADE = Unit("decade", _TIME, YEAR.factor * 10)
CENTURY = Unit("century", _TIME, YEAR.factor * 100)
MILLENNIUM = Unit("millennium", _TIME, YEAR.factor * 1000)


class Span(NamedTuple):
    """A unit of time as TIMEX3 writes it: `letter` after P (PT for clock units), `times` of them for one of it (a fortnight is 2 W)."""

    unit: Unit
    letter: str
    times: int = 1
    grain: Grain = "day"

    @property
    def is_clock(self) -> bool:
        return self.unit.factor < DAY.factor


_SECOND = Span(SECOND, "S", grain="second")
_MINUTE = Span(MINUTE, "M", grain="minute")
_HOUR = Span(HOUR, "H", grain="hour")
_DAY = Span(DAY, "D")
_WEEK = Span(WEEK, "W", grain="week")
_MONTH = Span(MONTH, "M", grain="month")
_QUARTER = Span(QUARTER, "Q", grain="quarter")
_YEAR = Span(YEAR, "Y", grain="year")
_DECADE = Span(DECADE, "Y", 10, "decade")
_CENTURY = Span(CENTURY, "Y", 100, "century")

# One of the unit, as written: "a week", "four-week". Abbreviations only ever count after a figure.
SINGULAR: Mapping[str, Span] = {
    "second": _SECOND, "minute": _MINUTE, "hour": _HOUR, "day": _DAY, "week": _WEEK, "month": _MONTH, "quarter": _QUARTER,
    "year": _YEAR, "decade": _DECADE, "century": _CENTURY, "fortnight": Span(FORTNIGHT, "W", 2, "week"),
    "millennium": Span(MILLENNIUM, "Y", 1000, "era"), "night": Span(DAY, "D"), "weekend": Span(DAY, "D", 2, "weekend"),
    "summer": Span(YEAR, "SU", grain="season"), "winter": Span(YEAR, "WI", grain="season"), "half-hour": Span(MINUTE, "M", 30, "minute"),
}  # fmt: skip
PLURAL: Mapping[str, Span] = {
    **{f"{word}s": span for word, span in SINGULAR.items() if word not in ("century", "millennium", "weekend")},
    "centuries": _CENTURY, "millennia": SINGULAR["millennium"], "millenniums": SINGULAR["millennium"],
    "weekends": Span(DAY, "D", 2, "weekend"),
}  # fmt: skip
SHORT: Mapping[str, Span] = {
    "sec": _SECOND, "secs": _SECOND, "min": _MINUTE, "mins": _MINUTE, "hr": _HOUR, "hrs": _HOUR, "h": _HOUR,
    "wk": _WEEK, "wks": _WEEK, "mo": _MONTH, "mos": _MONTH, "qtr": _QUARTER, "qtrs": _QUARTER, "yr": _YEAR, "yrs": _YEAR,
}  # fmt: skip
# The other way round: how TIMEX3 counts in a unit of lengths.
UNIT_SPANS: Mapping[Unit, Span] = {
    span.unit: span for span in (_SECOND, _MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _QUARTER, _YEAR, _DECADE, _CENTURY, SINGULAR["fortnight"])
}  # fmt: skip

MONTHS: Mapping[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Months whose name is also an everyday word or a name of people: they count only beside a figure or a word that asks for a month.
DOUBTFUL_MONTHS = frozenset(
    {"may", "march", "mar", "jan", "jun", "august", "april", "june", "dec", "sep", "oct", "nov"}
)

WEEKDAYS: Mapping[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# Abbreviations that are also words count only beside a date or a clock time.
DOUBTFUL_WEEKDAYS = frozenset({"mon", "wed", "sat", "sun", "thu", "fri", "tue", "tues", "thur", "thurs", "weds"})

SEASONS: Mapping[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTH: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# Part of day: TIMEX3 code, and the hours that it lasts (a night runs over midnight).
PARTS: Mapping[str, str] = {
    "morning": "MO", "mornings": "MO", "midday": "MI", "mid-day": "MI", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "daytime": "DT", "overnight": "NI", "dawn": "MO", "dusk": "EV", "sunrise": "MO", "sunset": "EV", "daybreak": "MO",
    "nighttime": "NI", "lunchtime": "MI", "nightfall": "EV", "twilight": "EV", "breakfast": "MO",
}  # fmt: skip
PART_HOURS: Mapping[str, tuple[int, int]] = {
    "MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (20, 30), "DT": (6, 20),
}  # fmt: skip
NAMED_HOURS: Mapping[str, int] = {"noon": 12, "midnight": 24, "noontime": 12}

# Hours from UTC; None is a zone that the name does not settle ("local time").
ZONES: Mapping[str, float | None] = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ist": 5.5, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8,
    "aest": 10, "aedt": 11, "acst": 9.5, "awst": 8, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "et": None, "cst": -6, "cdt": -5, "ct": None,
    "mst": -7, "mdt": -6, "mt": None, "pst": -8, "pdt": -7, "pt": None, "akst": -9, "akdt": -8, "hst": -10, "sast": 2, "wat": 1, "pkt": 5, "brt": -3,
}  # fmt: skip
# Zones by their full names, without the *time* at the end.
LONG_ZONES: Mapping[str, float] = {
    "greenwich mean": 0, "universal": 0, "coordinated universal": 0, "british summer": 1, "irish standard": 1, "western european": 0,
    "central european": 1, "central european summer": 2, "eastern european": 2, "eastern european summer": 3, "moscow standard": 3,
    "gulf standard": 4, "pakistan standard": 5, "india standard": 5.5, "indian standard": 5.5, "china standard": 8, "hong kong": 8,
    "japan standard": 9, "korea standard": 9, "australian eastern standard": 10, "australian eastern daylight": 11,
    "new zealand standard": 12, "new zealand daylight": 13, "hawaii standard": -10, "alaska standard": -9, "alaska daylight": -8,
}  # fmt: skip
# United States zones whose summer time the date decides: winter offset.
US_ZONES: Mapping[str, int] = {
    "et": -5,
    "eastern": -5,
    "ct": -6,
    "central": -6,
    "mt": -7,
    "mountain": -7,
    "pt": -8,
    "pacific": -8,
}

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
SMALL: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
DECADES: Mapping[str, int] = {
    "noughties": 10, "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip

# Words that name a day by its distance from the day of publication.
DAYS_FROM_NOW: Mapping[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tomorow": 1}
# Expressions without a place on the calendar, as TimeML's annotators mark them; the longest wins.
REFERENCES: Mapping[tuple[str, ...], str] = {
    ("now",): "PRESENT_REF", ("right", "now"): "PRESENT_REF", ("currently",): "PRESENT_REF", ("current",): "PRESENT_REF", ("nowadays",): "PRESENT_REF",
    ("these", "days"): "PRESENT_REF", ("at", "present"): "PRESENT_REF", ("at", "the", "moment"): "PRESENT_REF", ("the", "time", "being"): "PRESENT_REF",
    ("recently",): "PAST_REF", ("more", "recently"): "PAST_REF", ("most", "recently"): "PAST_REF", ("lately",): "PAST_REF",
    ("the", "past"): "PAST_REF", ("long", "ago"): "PAST_REF",
    ("the", "future"): "FUTURE_REF", ("the", "near", "future"): "FUTURE_REF", ("very", "soon"): "FUTURE_REF",
    ("the", "near", "term"): "FUTURE_REF", ("the", "short", "term"): "FUTURE_REF", ("the", "long", "term"): "FUTURE_REF",
    ("the", "foreseeable", "future"): "FUTURE_REF", ("as", "soon", "as", "possible"): "FUTURE_REF",
    ("the", "present"): "PRESENT_REF", ("modern", "times"): "PRESENT_REF", ("the", "present", "day"): "PRESENT_REF", ("the", "not", "-", "too", "-", "distant", "future"): "FUTURE_REF",
    ("the", "recent", "past"): "PAST_REF", ("the", "distant", "past"): "PAST_REF", ("some", "day"): "FUTURE_REF", ("someday",): "FUTURE_REF",
}  # fmt: skip

# Days that recur: (month, day), or (month, weekday, which of the month; -1 the last), or a number of days from Easter Sunday.
FIXED_HOLIDAYS: Mapping[tuple[str, ...], tuple[int, int]] = {
    ("christmas",): (12, 25), ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26), ("xmas",): (12, 25),
    ("new", "year's", "day"): (1, 1), ("new", "year's", "eve"): (12, 31), ("new", "year's"): (1, 1), ("valentine's", "day"): (2, 14),
    ("independence", "day"): (7, 4), ("halloween",): (10, 31), ("veterans", "day"): (11, 11),
    ("bastille", "day"): (7, 14), ("may", "day"): (5, 1), ("juneteenth",): (6, 19), ("guy", "fawkes", "night"): (11, 5), ("bonfire", "night"): (11, 5),
    ("remembrance", "day"): (11, 11), ("armistice", "day"): (11, 11), ("groundhog", "day"): (2, 2), ("earth", "day"): (4, 22), ("flag", "day"): (6, 14),
    ("anzac", "day"): (4, 25), ("canada", "day"): (7, 1), ("australia", "day"): (1, 26), ("all", "saints'", "day"): (11, 1), ("all", "saints", "day"): (11, 1),
    ("april", "fools", "day"): (4, 1), ("april", "fool's", "day"): (4, 1), ("international", "women's", "day"): (3, 8), ("burns", "night"): (1, 25), ("epiphany",): (1, 6),
    ("king's", "day"): (4, 27), ("pearl", "harbor", "day"): (12, 7), ("international", "workers'", "day"): (5, 1),
    ("orthodox", "christmas"): (1, 7), ("orthodox", "christmas", "day"): (1, 7), ("orthodox", "christmas", "eve"): (1, 6),
    **{
        (*saint, f"{name}'s", "day"): day
        for saint in (("st",), ("st", "."), ("saint",))
        for name, day in (("patrick", (3, 17)), ("george", (4, 23)), ("andrew", (11, 30)), ("david", (3, 1)), ("stephen", (12, 26)))
    },
}  # fmt: skip
MOVING_HOLIDAYS: Mapping[tuple[str, ...], tuple[int, int, int]] = {
    ("thanksgiving",): (11, 4, 4), ("thanksgiving", "day"): (11, 4, 4), ("labor", "day"): (9, 1, 1), ("labour", "day"): (9, 1, 1),
    ("memorial", "day"): (5, 1, -1), ("martin", "luther", "king", "day"): (1, 1, 3), ("mlk", "day"): (1, 1, 3), ("presidents", "day"): (2, 1, 3),
    ("presidents'", "day"): (2, 1, 3), ("columbus", "day"): (10, 1, 2), ("mother's", "day"): (5, 7, 2), ("father's", "day"): (6, 7, 3),
    ("remembrance", "sunday"): (11, 7, 2), ("martin", "luther", "king", "jr", ".", "day"): (1, 1, 3),
}  # fmt: skip
EASTER_HOLIDAYS: Mapping[tuple[str, ...], int] = {
    ("easter",): 0, ("easter", "sunday"): 0, ("easter", "monday"): 1, ("easter", "saturday"): -1, ("easter", "tuesday"): 2, ("good", "friday"): -2, ("palm", "sunday"): -7, ("ash", "wednesday"): -46,
    ("maundy", "thursday"): -3, ("pentecost",): 49, ("whit", "sunday"): 49, ("whit", "monday"): 50, ("shrove", "tuesday"): -47, ("mardi", "gras"): -47,
    ("mothering", "sunday"): -21, ("ascension", "day"): 39, ("holy", "saturday"): -1, ("corpus", "christi"): 60, ("fat", "tuesday"): -47, ("trinity", "sunday"): 56,
}  # fmt: skip
# What the churches of the East keep by their own Easter.
ORTHODOX: tuple[tuple[str, ...], ...] = (
    ("easter",), ("easter", "sunday"), ("easter", "monday"), ("good", "friday"), ("palm", "sunday"), ("holy", "saturday"), ("pentecost",),
)  # fmt: skip
# Feasts by other calendars than ours: with the year behind it, one of that year ("Ramadan 2024").
FEASTS: frozenset[tuple[str, ...]] = frozenset(
    tuple(name.split())
    for name in (
        "ramadan|eid|eid al - fitr|eid ul - fitr|eid al - adha|eid ul - adha|muharram|ashura|mawlid|laylat al - qadr"
        "|rosh hashanah|yom kippur|sukkot|simchat torah|hanukkah|chanukah|purim|passover|pesach|shavuot|tisha b'av|tu bishvat|lag baomer"
        "|yom hashoah|yom ha'atzmaut|yom haatzmaut|diwali|deepavali|holi|dussehra|navaratri|navratri|raksha bandhan|ganesh chaturthi|janmashtami"
        "|maha shivaratri|onam|pongal|makar sankranti|vaisakhi|baisakhi|ugadi|rath yatra|durga puja|guru nanak jayanti|buddha purnima"
        "|nowruz|navroz|vesak|losar|lunar new year|chinese new year|tet|seollal|chuseok|songkran|kwanzaa"
    ).split("|")
)
# Counted from another holiday: "black friday" is the day after Thanksgiving, Election Day the Tuesday after the first Monday of November.
BLACK_FRIDAY, CYBER_MONDAY, ELECTION_DAY = ("black", "friday"), ("cyber", "monday"), ("election", "day")

# Days of history that are known by a weekday and a colour: their dates.
NAMED_DAYS: Mapping[tuple[str, str], tuple[int, int, int]] = {
    ("black", "monday"): (1987, 10, 19), ("black", "tuesday"): (1929, 10, 29), ("black", "thursday"): (1929, 10, 24),
    ("black", "wednesday"): (1992, 9, 16),
}  # fmt: skip

# Adverbs and adjectives that name how often: TIMEX3 value of the set.
FREQUENCIES: Mapping[str, str] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "nightly": "TNI",
    "biweekly": "P2W", "bimonthly": "P2M", "biannually": "P6M", "biennially": "P2Y", "fortnightly": "P2W",
    "semiannual": "P6M", "semiannually": "P6M", "biennial": "P2Y",
}  # fmt: skip
