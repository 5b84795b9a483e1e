"""What holds of every text: spans stand on it, nothing raises, the same text gives the same, neutral text only shifts spans."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from copydesk.lexicon import calendar
from extract.times.plain import read

WORDS = [
    *calendar.MONTHS, *calendar.WEEKDAYS, *calendar.PARTS, *calendar.SINGULAR, *calendar.PLURAL, *calendar.SHORT, *calendar.ZONES, *calendar.SEASONS,
    *calendar.ORDINALS, *calendar.SMALL, *calendar.TENS, *calendar.DECADES, *calendar.DAYS_FROM_NOW, *calendar.FREQUENCIES, *calendar.NAMED_HOURS,
    *(word for words in calendar.REFERENCES for word in words), *(word for words in calendar.FIXED_HOLIDAYS for word in words),
    "a.m.", "p.m.", "am", "o'clock", "ago", "later", "earlier", "before", "after", "last", "next", "this", "that", "the", "a", "an", "of", "in", "at", "on",
    "to", "and", "or", "-", "–", ":", "/", ".", ",", "'", "’s", "%", "$", "(", ")", "half", "quarter", "century", "q", "h", "every", "each", "per", "couple",
    "several", "few", "end", "early", "late", "mid", "fiscal", "year", "th", "st", "B.C.", "said", "will", "was", "\n\n", "0", "00", "7", "10", "24", "25", "31",
    "45", "60", "99", "149", "0835", "1066", "1984", "2000", "2025", "9999", "99999999999", "1.5", "10.50", "31.12.2017", "²", "٣", "½",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*WORDS, *(word.title() for word in WORDS)]), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)
DATES = st.one_of(st.none(), st.dates(), st.datetimes())


@given(TEXTS, DATES)
def test_reads_any_text_on_any_day(text: str, dated: date | datetime | None) -> None:
    facts = read(text, dated)
    assert all(fact.kind in ("date", "time", "duration", "set") for fact in facts)
    assert all(text[fact.span.start : fact.span.end] == fact.text.strip() for fact in facts)
    ends = [0, *(fact.span.end for fact in facts)]
    assert all(fact.span.start >= end for fact, end in zip(facts, ends, strict=False)), "facts overlap"


@given(TEXTS, DATES)
def test_the_same_text_gives_the_same(text: str, dated: date | datetime | None) -> None:
    assert [(f.span, f.timex, f.value) for f in read(text, dated)] == [
        (f.span, f.timex, f.value) for f in read(text, dated)
    ]


@given(TEXTS, st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_a_paragraph_before_only_shifts_spans(text: str, dated: date) -> None:
    before = "Nothing of note.\n\n"
    alone, after = read(text, dated), read(before + text, dated)
    assert [(f.span.start + len(before), f.timex) for f in alone] == [(f.span.start, f.timex) for f in after]


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    for shape in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        day.isoformat(),
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ):
        (fact,) = read(f"It ended on {shape}.", "2025-06-03")
        assert (fact.text, fact.timex) == (shape, day.isoformat())
        assert fact.moment.start.date() == day


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_written_out_is_read_back(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    for shape in (f"{hour:02}:{minute:02}", f"{(hour + 11) % 12 + 1}:{minute:02} {half}", f"{hour:02}{minute:02} GMT"):
        (fact,) = read(f"It ended at {shape} on 3 June 2025, they say", "2025-06-03")
        assert fact.timex == f"2025-06-03T{hour:02}:{minute:02}"
        assert fact.moment.start == datetime(2025, 6, 3, hour, minute)
