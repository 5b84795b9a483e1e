"""Two figures that a comparative sets one above the other: "lower on Friday, at 3.1 metres, than on Thursday, when it stood at 2.4", "opens
earlier, at 9.30 instead of 8.45", "put back from 3 p.m. to 4.30 p.m."."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import lemma
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.lengths import MINUTE
from copydesk.relate.turns.spelled import figures
from copydesk.story import SPAN, Story
from copydesk.support import head, of_people, one_noun

# What each sort of measure is said to be when it is more, and when it is less. The words of the first are said of any but the clock.
ANY = "any"
MORE_LESS = {
    ANY: ("higher bigger larger greater up more", "lower smaller fewer down"),
    "count": ("busier fuller", "quieter emptier"),
    "money": ("dearer costlier pricier", "cheaper"),
    "duration": ("longer slower older", "shorter quicker faster briefer younger"),
    "age": ("older", "younger"),
    "length": ("longer taller deeper wider broader thicker wetter heavier", "shorter shallower narrower thinner drier lighter"),
    "mass": ("heavier", "lighter"),
    "speed": ("faster quicker", "slower"),
    "temperature": ("warmer hotter milder", "colder cooler"),
    "clock": ("later", "earlier"),
}  # fmt: skip
OF_ANY = frozenset(" ".join(MORE_LESS[ANY]).split())
MEASURES = {(("length", 1),): "length", (("mass", 1),): "mass", (("temperature", 1),): "temperature", (("length", 1), ("time", -1)): "speed"}  # fmt: skip
WORDS = sorted(
    {word for pair in MORE_LESS.values() for words in pair for word in words.split()} - {"up", "down", "more"}
)
WAY = rf"(?P<way>{'|'.join(WORDS)}|more(?=\s+(?:people|women|men|children|[a-z]+s)\s+than\b)|(?<=\bwas\s)(?:up|down)|(?<=\bwere\s)(?:up|down)|(?<=\bare\s)(?:up|down)|(?<=\bis\s)(?:up|down)|(?<=\bclosed\s)(?:up|down)|(?<=\bended\s)(?:up|down)|(?<=\bfinished\s)(?:up|down))"
# It is said of the sentence's own thing, or of what it has: "a higher court" is neither.
OF_IT = r"(?=\s*[,:–—]|\s+(?:than|on|in|at|with|from|this|last|now|again|overall|today|yesterday|start|time|kick-off|finish)\b|\s+(?P<noun>[a-z]+)\s+(?:than|this)\b)"
JUST = r"(?:(?:just|only|exactly|a|the|some|an\s+average\s+of)\s+)*"
INSTEAD = r"(?:instead\s+of|rather\s+than|against|compared\s+(?:with|to)|versus|(?:down|up)\s+from|having\s+(?:started|opened|begun)|after\s+(?:starting|opening|beginning))"
AGAINST = pattern(rf"\b{INSTEAD}\b")
TOLD = rf"(?:[,:–—]\s+(?:(?!when\b|which\b|who\b|where\b)[a-z]+\s+){{0,2}}?|\b(?:at|with)\s+){JUST}(?P<after>@)"
SHAPES = tuple(
    pattern(shape)
    for shape in (
        # "Earlier, at 9.30 instead of 8.45"; "longer than the old one: 17 metres against 14".
        rf"\b{WAY}{OF_IT}[^@.;()]{{0,60}}?{TOLD}[^@.;()]{{0,50}}?\b{INSTEAD}\b[^@.;()]{{0,50}}?(?P<before>@)",
        rf"\b{WAY}{OF_IT}(?!\s+than)(?:(?!\bthan\b)[^@.;()]){{0,60}}?{TOLD}[^@.;()]{{0,30}}?\bthan\s[^@.;()]{{0,50}}?(?P<before>@)",
        # "52 minutes, which is slower than the 47 it took before", "3.1 kilos, heavier than her brother, who weighed 2.8".
        rf"(?P<after>@)(?:\s+[\w-]+){{0,3}}?(?:,\s+|(?:,\s|\s[–—-])?\s*(?:which|that|and\s+that)\s+(?:is|was)\s+)(?:(?!no\b|not\b)[a-z]+\s+)?{WAY}\s+than\s+(?:[\w’'-]+\s+){{0,3}}?(?:[\w’'-]+,?\s+(?:who|which|that|when\s+it)\s+[a-z]+\s+)?(?P<before>@)",
    )
)
GATE = (*WORDS, "more ", " up ", " down ")
# What is no comparison of then and now, or goes on to another figure than the one it is held against.
ANOTHER = pattern(
    r"\b(?:no|not|never|neither|nor|average|normal|usual|target|capacity|limit|forecast|expected|record|peak|national\w*|elsewhere|rest|others?|but|although|though|despite|while|whereas|than\s+(?:it|they|he|she|we))\b"
)
PUT = r"(?P<way>(?:brought|bring|pulled|moved)\s+forward|put\s+back|pushed\s+back|delayed|postponed)"
CLOCK = tuple(
    pattern(rf"\b{PUT}\b[^@.;:()]{{0,40}}?,?\s{told}", words="forward back delayed postponed")
    for told in (r"from\s+(?P<before>@)[^@.;:()]{0,20}?\bto\s+(?P<after>@)", r"to\s+(?P<after>@)[^@.;:()]{0,20}?\bfrom\s+(?P<before>@)")
)  # fmt: skip
ON_THE_CLOCK = late(r"(\d?\d)[.:]([0-5]\d)")
SHIFTED = ("earlier", "later", "forward", "back", "delayed", "postponed")
# Of a bigger crowd with so many arrests neither is told of the other.
WITH = late(r"\bwith\s+(?:[a-z]+\s+)?$")
OF_ALL = frozenset({"", "name", "seat", "room", "bed", "member", "animal", "vehicle", "boat"})


class Compared(NamedTuple):
    """Which of two is said to be more: `way` is the word, `rises` if it says that the figure after is the higher one."""

    before: Fact
    after: Fact
    way: str
    rises: bool


def compared(story: Story) -> Iterator[Compared]:
    """The pairs of figures that a sentence compares in one word."""
    if story.mentions(*GATE):
        yield from _by_word(story)
    if story.kinds("time") and story.mentions(*SHIFTED[2:]):
        for sentence, facts in story.sentences(2):
            outline, places = story.outline(sentence, clocks(facts))
            for shape in CLOCK:
                for found in shape.finditer(outline):
                    before, after = places[found.start("before")], places[found.start("after")]
                    if same_day(facts, before, after):
                        yield Compared(before, after, found["way"], "forward" not in found["way"].lower())


def _by_word(story: Story) -> Iterator[Compared]:
    for sentence, facts in story.sentences(2):
        words = story.words(sentence).lower()
        if facts[0].block == "headline" or not any(map(words.__contains__, GATE)):
            continue
        of_day = clocks(facts) if any(map(words.__contains__, SHIFTED)) else []
        spans = {fact.span for fact in of_day}
        told = sorted([*(fact for fact in figures(facts) if fact.span not in spans), *of_day], key=SPAN)
        if len(told) != 2:
            continue
        outline, places = story.outline(sentence, told)
        found = next(filter(None, (shape.search(outline) for shape in SHAPES)), None)
        if found is None or ANOTHER.search(outline):
            continue
        before, after = places[found.start("before")], places[found.start("after")]
        more, less = _words_for(after, before, facts)
        way = found["way"].lower()
        if way in more + less and not _is_beside_it(story, after, way, found.groupdict().get("noun") or ""):
            yield Compared(before, after, found["way"], way in more)


def _is_beside_it(story: Story, figure: Fact, way: str, noun: str) -> bool:
    """Is it counted beside what is said to be more: "a bigger crowd than last year, with 40 arrests"?"""
    counted = head(figure) if figure.kind == "count" else ""
    if noun:
        measured = figure.kind not in ("count", "number") and way in OF_ANY
        return bool(measured or figure.role or (counted and not one_noun(counted, lemma(noun))))
    beside = not (counted in OF_ALL or of_people(counted))
    return figure.kind == "count" and bool(figure.role or (beside and WITH.search(story.before(figure, 24))))


def _words_for(after: Fact, before: Fact, facts: list[Fact]) -> tuple[list[str], list[str]]:
    """The words that say of such figures that they are more, and that they are less."""
    if "time" in (after.kind, before.kind):
        sorts = ["clock"] if after.kind == before.kind and same_day(facts, before, after) else []
    else:
        measure = after if after.kind != "number" else before
        sorts = [ANY, MEASURES.get(measure.amount.unit.dimension, "") if measure.kind == "quantity" else measure.kind]
    said = [MORE_LESS[sort] for sort in sorts if sort in MORE_LESS]
    return [w for more, _ in said for w in more.split()], [w for _, less in said for w in less.split()]


def clocks(facts: list[Fact]) -> list[Fact]:
    """The times of day, as minutes; "9.30" is one as well."""
    found = []
    for fact in facts:
        digits = ON_THE_CLOCK.fullmatch(fact.text) if fact.kind in ("count", "number") else None
        if fact.kind == "time" and isinstance(fact.value, Moment):
            of_day = fact.moment.has_clock and fact.moment.grain != "part"
            minutes = fact.moment.start.hour * 60 + fact.moment.start.minute if of_day else 0
        else:
            minutes = int(digits[1]) * 60 + int(digits[2]) if digits else 0
        if minutes:
            found.append(fact._replace(kind="time", of=(), value=written(Decimal(minutes), unit=MINUTE)))
    return found


def same_day(facts: list[Fact], a: Fact, b: Fact) -> bool:
    """Is no day told beside them, which may be another one of each?"""
    told = {f.moment.start.date() for f in facts if f.span in (a.span, b.span) and isinstance(f.value, Moment)}
    return len(told) < 2 and not any(fact.kind == "date" and fact.span > min(a.span, b.span) for fact in facts)
