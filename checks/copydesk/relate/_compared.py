"""Two figures that a comparative sets one above the other: "lower on Friday, at 3.1 metres, than on Thursday, when it stood at 2.4", "opens
earlier, at 9.30 instead of 8.45", "put back from 3 p.m. to 4.30 p.m."."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate._lengths import MINUTE
from copydesk.relate._spelled import figures
from copydesk.story import SPAN, Story

# What each sort of measure is said to be when it is more, and when it is less. The words of the first are said of any but the clock.
ANY = "any"
MORE_LESS = {
    ANY: ("higher bigger larger greater up", "lower smaller fewer down"),
    "count": ("busier fuller", "quieter emptier"),
    "money": ("dearer costlier pricier", "cheaper"),
    "duration": ("longer slower", "shorter quicker faster briefer"),
    "age": ("older", "younger"),
    "length": ("longer taller deeper wider broader thicker wetter heavier", "shorter shallower narrower thinner drier lighter"),
    "mass": ("heavier", "lighter"),
    "speed": ("faster quicker", "slower"),
    "temperature": ("warmer hotter milder", "colder cooler"),
    "clock": ("later", "earlier"),
}  # fmt: skip
MEASURES = {(("length", 1),): "length", (("mass", 1),): "mass", (("temperature", 1),): "temperature", (("length", 1), ("time", -1)): "speed"}  # fmt: skip
WORDS = sorted({word for pair in MORE_LESS.values() for words in pair for word in words.split()} - {"up", "down"})
WAY = rf"(?P<way>{'|'.join(WORDS)}|(?<=\bwas\s)(?:up|down)|(?<=\bwere\s)(?:up|down)|(?<=\bare\s)(?:up|down)|(?<=\bis\s)(?:up|down)|(?<=\bclosed\s)(?:up|down)|(?<=\bended\s)(?:up|down)|(?<=\bfinished\s)(?:up|down))"
# It is said of the sentence's own thing: "a higher court" is none.
OF_IT = r"(?=\s*[,:–—]|\s+(?:than|on|in|at|with|this|last|now|again|overall|today|yesterday|start|time|kick-off|finish)\b)"
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
        # "52 minutes, which is slower than the 47 it took before".
        rf"(?P<after>@)(?:\s+[\w-]+){{0,3}}?(?:,|\s[–—-])?\s+(?:(?:which|that|and\s+that)\s+(?:is|was)\s+)(?:(?!no\b|not\b)[a-z]+\s+)?{WAY}\s+than\s+(?:[\w’'-]+\s+){{0,3}}?(?P<before>@)",
    )
)
GATE = (*WORDS, " up ", " down ")
# What is no comparison of then and now, or goes on to another figure than the one it is held against.
ANOTHER = pattern(
    r"\b(?:no|not|never|neither|nor|average|normal|usual|target|capacity|limit|forecast|expected|record|peak|national\w*|elsewhere|rest|others?|but|although|though|despite|while|whereas)\b"
)
PUT = rf"(?P<way>(?:brought|bring|pulled|moved)\s+forward|put\s+back|pushed\s+back|delayed|postponed)"
CLOCK = tuple(
    pattern(rf"\b{PUT}\b[^@.;:()]{{0,40}}?,?\s{told}", words="forward back delayed postponed")
    for told in (r"from\s+(?P<before>@)[^@.;:()]{0,20}?\bto\s+(?P<after>@)", r"to\s+(?P<after>@)[^@.;:()]{0,20}?\bfrom\s+(?P<before>@)")
)  # fmt: skip
ON_THE_CLOCK = late(r"\d?\d[.:][0-5]\d")
SCALE = 5


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
    if story.kinds("time") and story.mentions("forward", "back", "delayed", "postponed"):
        for sentence, facts in story.sentences(2):
            outline, places = story.outline(sentence, _clocks(facts))
            for shape in CLOCK:
                for found in shape.finditer(outline):
                    before, after = places[found.start("before")], places[found.start("after")]
                    if _same_day(facts, before, after):
                        yield Compared(before, after, found["way"], "forward" not in found["way"].lower())


def _by_word(story: Story) -> Iterator[Compared]:
    for sentence, facts in story.sentences(2):
        words = story.words(sentence)
        if facts[0].block == "headline" or not any(map(words.lower().__contains__, GATE)):
            continue
        told = sorted([*figures(facts), *_clocks(facts)], key=SPAN)
        outline, places = story.outline(sentence, told)
        for shape in SHAPES if len(told) == 2 else ():
            found = shape.search(outline)
            if found is None or ANOTHER.search(outline):
                continue
            before, after = places[found.start("before")], places[found.start("after")]
            signs = [sign for sign, said in zip((1, -1), _words_for(after, before, facts), strict=True) if found["way"].lower() in said]
            if signs:
                yield Compared(before, after, found["way"], signs[0] > 0)
            break


def _words_for(after: Fact, before: Fact, facts: list[Fact]) -> tuple[list[str], list[str]]:
    """The words that say of such figures that they are more, and that they are less."""
    clock = [fact for fact in (after, before) if fact.kind == "time" or ON_THE_CLOCK.fullmatch(fact.text)]
    said = {}
    if len(clock) == 2:
        sorts = ["clock"] if _same_day(facts, before, after) else []
    else:
        measure = next((fact for fact in (after, before) if fact.kind != "number"), after)
        sorts = [ANY, MEASURES.get(measure.amount.unit.dimension, "") if measure.kind == "quantity" else measure.kind]
        sorts = [] if clock else sorts
    said = [MORE_LESS[sort] for sort in sorts if sort in MORE_LESS]
    return [w for more, _ in said for w in more.split()], [w for _, less in said for w in less.split()]


def _clocks(facts: list[Fact]) -> list[Fact]:
    """The times of day, as minutes."""
    return [
        fact._replace(value=written(Decimal(fact.moment.start.hour * 60 + fact.moment.start.minute), unit=MINUTE))
        for fact in facts
        if fact.kind == "time" and isinstance(fact.value, Moment) and fact.moment.has_clock and fact.moment.grain != "part"
    ]


def _same_day(facts: list[Fact], a: Fact, b: Fact) -> bool:
    """Is no day told beside them, which may be another one of each?"""
    return not any(fact.kind == "date" and fact.span > min(a.span, b.span) for fact in facts) and _days(facts, a, b) < 2


def _days(facts: list[Fact], a: Fact, b: Fact) -> int:
    return len({f.moment.start.date() for f in facts if f.span in (a.span, b.span) and isinstance(f.value, Moment)})
