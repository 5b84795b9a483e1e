"""Years that plain words count from a year that they tell: "founded in 1899, turned 125 in 2024", "2025 is the bicentenary of the birth of the
hymn writer, who was born in 1825", "sown in 1850, it was 150 years old when it came down"."""

from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.relate.offsets.anniversary_words import CENTURIES
from copydesk.relate.offsets.outline import length_of, outline, signs
from copydesk.story import Story

W = r"[^@#&.;:\n]"
A, B, N = r"(?P<a>@)", r"(?P<b>@)", r"(?P<n>[&#])"
BEGAN = r"(?:founded|established|opened|built|formed|created|planted|sown|erected|launched|set up|completed|begun|started|printed|published|passed|born|existed since|run since|held since|stood since|crowned|ordained|married|wed|cast|cut|made|written|laid(?: out)?|recorded|composed|painted|fought|passed|dat(?:es|ing) from)"
ENDED = r"(?:felled|cut down|chopped down|blown down|blew down|pulled down|torn down|demolished|scrapped|closed|burn(?:ed|t) down|wound up|dissolved)"
FROM = rf"\b{BEGAN}(?: {W}{{0,24}}?)? ?(?:in |on )?{A}(?:\)|,| and)?"
FEAST = rf"(?P<feast>{'|'.join(CENTURIES)})"
# What happened then, and nothing that is said of its place or maker.
ITS_OWN = r"(?:(?!\b(?:which|that|who|founded|built|born)\b)[^@#&.;:\n]){2,60}?"
FEAST_WORDS = "centen centennial wedding jubilee"
MARKED, MARKS = (
    r"(?:(?<!\sand\s)turned|reached|celebrated|marked|was|kept)",
    r"(?:turns|is turning|celebrates|marks|mark|celebrate|is|are|has reached|will be|which makes (?:it|them)|making (?:it|them))",
)
OLD = r"(?:st|nd|rd|th)?(?: years old| years of [a-z]+| years| (?:birthday|anniversary|jubilee))?"
# From the year `a` to the year `b`, or to publication, it is said to be `n` years, or those of a feast.
SHAPES = (
    late(
        rf"{FROM} {W}{{0,30}}?{MARKED} (?:its |their |her |his |the age of )?{N}{OLD} in {B}",
        words="turned reached celebrated marked was kept",
    ),
    late(rf"\b{FEAST} of {W}{{2,60}}?(?:in|of) {A},? {W}{{2,30}}? in {B}", words=FEAST_WORDS),
    late(rf"{FROM} (?:{W}{{0,24}}? )?(?:its|the|his|her|their) {FEAST}(?: {W}{{2,30}}?)? in {B}", words=FEAST_WORDS),
    late(rf"{N} (?:anniversary|birthday|jubilee) in {B},? having {W}{{2,50}}? in {A}", words="having"),
    late(
        rf"{B} (?:is|was|marks|marked|will be) the (?:{FEAST}|{N} anniversary) of {W}{{2,80}}?(?:\bin |\bof |\bthe ){A}",
        words="centen anniversary jubilee",
    ),
    late(rf"\b{ENDED} in {B}[.,;] {W}{{0,40}}?{FROM} {W}{{0,20}}?was {N}(?: years old)? when\b", words="when"),
    late(rf"{FROM} {W}{{0,20}}?was {N}(?: years old)? when {W}{{3,30}}?\b{ENDED}{W}{{0,12}}? in {B}", words="when"),
)
# Up to now, if nothing else of its time is told.
NOW = (
    late(rf"{N} (?:have|has) (?:now )?(?:passed|gone by|elapsed) since {A}(?=[.,;\n])", words="since"),
    late(
        rf"\bis {N}(?: years)? old[:;,.] (?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he) (?:was|were|had been) (?:first )?{BEGAN} in {A}(?=[.,;\n])",
        words="old",
    ),
    late(rf"\b(?:in|on) {A},? (?:which|that|and that) (?:is|was) {N} ago\b", words="ago"),
    late(
        rf"\b[Ii]t(?: is|’s|'s) {N}(?: this (?:year|month|week)| now| today)? since {ITS_OWN} in {A}(?=[.,;\n])",
        words="since",
    ),
    late(
        rf"\bis {N}(?: years old)?(?: this year)?,? (?:having been|as it was|since it was|for it was|it was) (?:first )?{BEGAN} in {A}(?=[.,;\n])"
    ),
    late(rf"\bha(?:s|ve) {W}{{2,60}}? since {A}, (?:that is )?(?:for )?{N}(?=[.,;\n])", words="since"),
    late(rf"\b[Ss]ince {A},? (?:that is|or),? (?:for )?{N},", words="ince"),
    late(
        rf"{FROM} {W}{{0,30}}?{MARKS} (?:now |its |their |just |today )?{N}{OLD}(?: (?:this|today|now)\b{W}*)?(?=[.,;\n]|$)"
    ),
)
LEAST = 3


class Years(NamedTuple):
    """So many `years` as said, and the year from which and that up to which they run (publication, if none)."""

    said: Fact
    start: Fact
    on: Fact | None
    years: int
    due: int
    slack: int


def plain_years(story: Story) -> Iterator[Years]:
    if not any("@" in near and len(near) > 1 for near in story.once(signs).split("\n")):
        return
    told, issue = story.once(outline), issued(story.document)
    for shapes, until in ((SHAPES, None), (NOW, issue and issue.year)):
        for found, facts in told.find(*shapes) if until or shapes is SHAPES else ():
            start, on = facts["a"], facts.get("b")
            end = on.moment.start.year if on else until
            count = CENTURIES.get(found.groupdict().get("feast") or "") or _count(story, facts.get("n"))
            said = facts.get("n") or on
            if end and count and said and count >= LEAST and start.moment.year_known and _is_told(start):
                yield Years(said, start, on, count, end - start.moment.start.year, _slack(said, count))


def _is_told(fact: Fact) -> bool:
    """Does it name its year itself?"""
    return str(fact.moment.start.year) in fact.text


def _count(story: Story, fact: Fact | None) -> int:
    if fact is None:
        return 0
    if not isinstance(fact.value, Amount) or fact.kind == "duration":
        length = length_of(story, fact)
        return int(length.number) if length and length.unit == "year" and length.number % 1 == 0 else 0
    exact = fact.amount.bound == "=" and fact.amount.low == fact.amount.high and fact.amount.low % 1 == 0
    return int(fact.amount.low) if exact else 0


def _slack(said: Fact, count: int) -> int:
    """A year, as a birthday may be still to come; for "a century", what it may be rounded by."""
    return max(1, count // 20) if said.text.lower().endswith(("century", "centuries", "decades", "decade")) else 1
