"""The period that a company's (or a country's) results are told of: the year-ago figures are those of the same one."""

from copydesk.extract.times.almanac import quarter_moved
from copydesk.extract.times.reading import Fixed, Found, Period, Stamp, Turn
from copydesk.extract.times.stretch import stretch

# So many tokens on, "the same period" is no longer the month or half that was told.
REACH = 40


class Results:
    """What results have been told of so far.

    quarter    the quarter last told (1989-Q3); by_quarter: results are being compared by it
    span       the half (1989-H1), or while no quarter has been told the month, that stands shortly before
    """

    def __init__(self) -> None:
        self.quarter = self.span = ""
        self.by_quarter = False
        self._span_at = 0

    def come_to(self, token: int) -> None:
        """Forget the half or month told, where it stands too far back."""
        if token - self._span_at > REACH:
            self.span = ""

    def compare(self, found: Found) -> None:
        """They are compared by the quarter until they are told for longer: "the nine months", "the year"."""
        match found.when:
            case Period(code=code, pick=pick) if code[0] in "QP" and (len(code) > 1 or pick == "same"):
                self.by_quarter = True
            case Turn(span=span) if span.letter in "QY":
                self.by_quarter = span.letter == "Q"
            case Period(code="H1" | "H2"):
                self.by_quarter = False
            case Fixed(timex=timex) if found.kind == "duration" and timex[1:2].isdecimal():
                if timex == "P1Y" or timex.endswith("M"):
                    self.by_quarter, self.span = False, ""

    def tell(self, found: Found, value: str) -> None:
        """Remember the period of an expression with its value, unless it is but what results are compared with."""
        there = stretch(value) if isinstance(found.when, Period | Stamp | Turn) and not found.compared else None
        if there is None:
            return
        match there.grain, found.when:
            case "quarter", Period(shift=0, year=None) | Turn(by=0):
                self.quarter = value
            case "month" | "half" as grain, _ if grain == "half" or not self.quarter:
                self.span, self._span_at = value, found.last
            case "day", Stamp(closes=months) if months and there.year_known:
                self._close(value, months, found.last)

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
        return f"{year or int(self.span[:4]) + shift:04}{self.span[4:]}"
