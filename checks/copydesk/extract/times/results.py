"""The period that a company's (or a country's) results are told of: the year-ago figures are those of the same one."""

from copydesk.extract.times.almanac import quarter_moved
from copydesk.extract.times.reading import Fixed, Found, Period, Stamp, Turn
from copydesk.extract.times.stretch import stretch
from copydesk.late import late

# So many tokens on, "the same period" is no longer the month or half that was told.
REACH = 40
MONTHS_OR_YEAR = late(r"P(?:\d.*M|1Y)$")
OF_RESULTS = (Period, Stamp, Turn)


class Results:
    """What results have been told of so far.

    quarter    the quarter last told (1989-Q3); by_quarter: results are being compared by it
    longer     they are told of some months or a year
    span       the half (1989-H1), or while no quarter has been told the month, that stands shortly before
    """

    def __init__(self) -> None:
        self.quarter = self.span = ""
        self.by_quarter = self.longer = False
        self._span_at = 0

    def come_to(self, token: int) -> None:
        """Forget the half or month told, where it stands too far back."""
        if token - self._span_at > REACH:
            self.span = ""

    def compare(self, found: Found) -> None:
        """They are compared by the quarter until they are told for longer: "the nine months", "the year"."""
        when = found.when
        if found.kind == "duration":
            if isinstance(when, Fixed) and MONTHS_OR_YEAR.match(when.timex):
                self.by_quarter, self.longer, self.span = False, when.timex != "P3M", ""
        elif isinstance(when, Period):
            if when.code[0] in "QPH" and (len(when.code) > 1 or when.pick == "same"):
                self.by_quarter = when.code[0] != "H"
        elif isinstance(when, Turn) and when.span.letter in "QY":
            self.by_quarter = when.span.letter == "Q"

    def tell(self, found: Found, value: str) -> None:
        """Remember the period of an expression with its value, unless it is but what results are compared with."""
        when = found.when
        if found.compared or not isinstance(when, OF_RESULTS):
            return
        if isinstance(when, Stamp) and when.closes and value[:4].isdecimal():
            self._close(value, when.closes, found.last)
        elif len(value) == len("2025-Q3") and (there := stretch(value)) is not None:
            own = (
                isinstance(when, Period)
                and when.shift == 0
                and when.year is None
                or isinstance(when, Turn)
                and not when.by
            )
            if there.grain == "quarter" and own:
                self.quarter = value
            elif there.grain == "half" or there.grain == "month" and not self.quarter:
                self.span, self._span_at = value, found.last

    def _close(self, last_day: str, months: int, at: int) -> None:
        """So many months of results ended on a day."""
        year, month = int(last_day[:4]), int(last_day[5:7])
        if months == 3:
            back, middle = divmod(month - 2, 12)
            self.quarter, self.by_quarter = f"{year + back:04}-Q{middle // 3 + 1}", True
        elif months == 6 and month in (6, 12):
            self.span, self._span_at = f"{year:04}-H{month // 6}", at

    def years_on(self, years: int) -> str:
        """The same quarter so many years on, where results are compared by the quarter; else ""."""
        return quarter_moved(self.quarter, 4 * years) if self.quarter and self.by_quarter else ""

    def period(self, year: int | None, shift: int) -> str:
        """The half or month told, of another year; "" where it is rather the quarter, or none was told."""
        if not self.span or self.by_quarter:
            return ""
        if year is None and self.span[:4].isdigit():  # else the story has no year
            year = int(self.span[:4]) + shift
        return "" if year is None else f"{year:04}{self.span[4:]}"
