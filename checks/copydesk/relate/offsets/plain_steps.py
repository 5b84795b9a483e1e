"""Two times and how far one is said to lie from the other, in words that leave no choice: "an hour after the break at 11", "brought forward by an
hour, from 8 to 7", "ten minutes late; it should have left at 13.55", "takes 50 minutes: it leaves at 9.20 and arrives at 10.10"."""

from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar.lengths import Length
from copydesk.relate.offsets.clock_steps import is_clock
from copydesk.relate.offsets.outline import length_of, outline, signs
from copydesk.story import Story

# Shapes of an outline: from the time `a` to the time `b` it is the length `n`; `way` says whether b comes before a.
W = r"[^@#.;:\n]"
A, B, N = r"(?P<a>@)", r"(?P<b>@)", r"(?P<n>#)"
OR_SO = r"(?:just |only |exactly |precisely |a full )?"
NOT = r"(?:instead of|rather than|not|and not)"
# What happened at a time: no other thing is told of between.
IT = r"(?:(?!\b(?:that|who|which|whom|whose|where|since|until|till|by|from|between|built|born|written|dated|aged|if)\b|, (?:and|but)\b)[^@#.;:\n]){2,70}?"
WHICH = r"(?:,? (?:who|which) (?:was |were |is |are )?(?:died|dies|beg[ai]ns?|starts?|started|opens?|opened|clos(?:es?|ed)|ends?|ended|took place|takes place|held|fell|falls|left|leaves|married) )?"
THEN = r"(?:(?!\b(?:that|who|which|when|where|said|says|about|since|until|till|from|between|before|after|born|built|of)\b)[^@#.;:\n]){0,60}?"
LATE = r"(?P<way>late|early|behind schedule|ahead of schedule|behind time|ahead of time|behind its time|too late|too early|later than \w+|earlier than \w+|overdue)"
DUE = r"(?:should have|was due|were due|had been due|is due|scheduled|timetabled|planned|due|supposed to|was to have|advertised)"
UP, DOWN = (
    r"(?:brought|moved|pulled) (?:up|forward)|advanced",
    r"(?:put|pushed|set) back|put off|postponed|delayed|deferred|held up",
)
BEGINS = r"(?:leav(?:es?|ing)|left|depart\w*|start\w*|beg[aiu]n\w*|set(?:s|ting)? (?:off|out)|open\w*|t(?:ook|akes) off|sail\w+|blast\w* off|lift\w* off|launched)"
ENDS = r"(?:arriv\w+|reach\w+|end(?:s|ed|ing)|finish\w*|clos\w+|land(?:s|ed|ing)|g[eo]ts? (?:in|there|to)|return\w*|(?:is|was) back|touch\w+ down|dock\w*|pull\w+ in|splash\w+ down)"
MOVES = "forward back up advanced off postponed delayed deferred held"
SHAPES = (
    # "Lunch is at @, # after the break at @"; "died in @, # after his wife, who died in @"
    late(rf"{B},?(?: and)? (?:which (?:is|was) )?{OR_SO}{N} (?P<way>after|before) {IT}{WHICH}(?:at |on |in |of )?{A}"),
    # "The day after @'s vote, on @"; "on @, # after @'s vote"
    late(rf"{N} (?P<way>after|before) (?:the )?{A}(?:['’]s)? {W}{{2,40}}?, (?:at |on |in ){B}"),
    late(rf"{B},? {OR_SO}{N} (?P<way>after|before) (?:the )?{A}"),
    # "# after the start at @, at @ the lights went out"; "# after the fire of @, a stone was put up in @"
    late(rf"(?<!@, )(?<!@ ){N} (?P<way>after|before) {IT}(?:at |on |in |of ){A}, {THEN}(?:at |on |in ){B}"),
    # "closes at @; last entry is # before, at @"; "starts at @ and ends # later at @": of dates, another may be meant
    late(
        rf"{A}(?P<clocks>){W}{{0,60}}?(?:[.;:] )?{W}{{0,60}}?{N} (?P<way>later|afterwards|earlier|beforehand|before|after|sooner),? (?:at |on |in ){B}"
    ),
    # "brought forward by #, from @ to @"
    late(
        rf"\b(?:(?P<way>{UP})|{DOWN}) (?:by )?{OR_SO}{N},? from {A} to {B}",
        words=MOVES,
    ),
    late(rf"\bfrom {A} to {B},? {OR_SO}{N} (?P<way>earlier|later|sooner)\b", words="earlier later sooner"),
    # "opens # earlier, at @ instead of @"
    late(
        rf"{N} (?P<way>earlier|later|sooner|late|early)(?: than (?:usual|planned|scheduled|before|normal|advertised|last \w+))?,? {W}{{0,30}}?(?:at |on |in )?{B},? {NOT} (?:at |on |in )?{A}"
    ),
    # "kicks off at @ instead of @, # later"; "moved to @ from @, # later"; "at @, # earlier than the start of the show at @"
    late(rf"{B},? (?:{NOT}|from) (?:at |on |in )?{A},? {OR_SO}{N} (?P<way>earlier|later|sooner)\b"),
    late(rf"{B},? {OR_SO}{N} (?P<way>earlier|later|sooner) than {IT}(?:at |on |in |of ){A}"),
    # "Kick-off, at @, was delayed by # to @"; "delayed by #, until @, from @"
    late(
        rf"{A},? (?:was|were|is|has been|had been) (?:(?P<way>{UP})|{DOWN}) (?:by )?{OR_SO}{N},? (?:to|until|till) {B}"
    ),
    late(rf"\b(?:(?P<way>{UP})|{DOWN}) (?:by )?{OR_SO}{N},? (?:to|until|till) {B},? from {A}", words=MOVES),
    # "# before the lesson, at @ for the lesson at @"
    late(rf"{N} (?P<way>before|after) {W}{{2,40}}?,? at {B} for {W}{{2,40}}? at {A}"),
    # "open # before the concert, which begins at @; they open at @"
    late(
        rf"{N} (?P<way>before|after) {W}{{2,40}}?,? (?:which|when it) {W}{{2,20}}? at {A}[;,.] (?:[Tt]hey|[Ii]t|so|that is) {W}{{0,30}}?at {B}"
    ),
    # "every #: at @, @ and @"
    late(rf"\bevery {N}[:,;]? {W}{{0,20}}?(?:at |from |on )?(?:@, )*{A},? and (?:at )?{B}", words="every"),
    # "The @ train left # late, at @"
    late(rf"\b[Tt]he {A} {W}{{0,40}}?{N} {LATE},?(?: and)? {W}{{0,20}}?(?:at ){B}", words="late early behind ahead"),
    # "left at @, # late; it should have left at @"
    late(
        rf"{B},? (?:and )?{OR_SO}{N} {LATE}\b[^@#\n]{{0,60}}?\b(?:{DUE}|{NOT})\b{W}{{0,30}}?(?:at |on |in |for |of ){A}"
    ),
    late(
        rf"\b{DUE} {W}{{0,40}}?(?:at |on |for ){A}{W}{{0,40}}?(?:at |on ){B},? {OR_SO}{N} {LATE}\b", words="due should"
    ),
    # "takes #: it leaves at @ and arrives at @"; "lasts # and ends at @, having begun at @"
    late(
        rf"\b(?:tak(?:es?|ing)|took|last(?:s|ed|ing)?|runs? for|ran for|(?:is|was)|for|over in|,) {OR_SO}{N}(?:(?: long)?(?:[:;,.]|,? and)| long) {W}{{0,40}}?\b{BEGINS} {W}{{0,25}}?{A}(?: and|,| and then|, and)? (?:it )?{ENDS} {W}{{0,30}}?{B}",
        words="tak took last run ran is was long for over",
    ),
    late(rf"\b(?:of|lasting) {N} {BEGINS} {W}{{0,12}}?{A}(?: and|,| and then|, and)? (?:it )?{ENDS} {W}{{0,20}}?{B}"),
    late(rf"{N} and {ENDS} {W}{{0,12}}?{B},? having (?:begun|started|set off|set out|opened|left) {W}{{0,20}}?{A}"),
    # "who came to the throne in @ and died in @, reigned for #"
    late(
        rf"\bwho {W}{{2,40}}? (?:in|on|at) {A},? and {W}{{2,40}}? (?:in|on|at) {B}, [a-z]+ (?:it |them |here |there )?for {OR_SO}{N}",
        words="who",
    ),
    # "blasted off on @ and touched down on @, # after launch"
    late(
        rf"\b{BEGINS} {W}{{0,25}}?{A}{W}{{0,60}}?{B}(?: of the same year| the same (?:day|year))?,? {OR_SO}{N} (?P<way>after|later) (?:(?:its |the )?(?:launch|lift-?off|take-?off|departure|start|opening)|leaving|setting (?:off|out)|starting|opening)\b(?![^.;]*@)",
        words="after later",
    ),
)
# A length beside two times, in whatever order; no other time or length stands between them.
ORDERS = ("@#@", "#@@", "@@#")
BACK = ("before", "earlier", "beforehand", "sooner", "early", "ahead", "too early")
FORWARD = ("brought", "moved", "pulled", "advanced")
MINUTES, PART = ("minute", "hour"), 4


class Step(NamedTuple):
    """From one time to another, said to be so long after it (sign 1) or before (-1)."""

    start: Fact
    to: Fact
    length: Length
    sign: int


def plain_steps(story: Story) -> Iterator[Step]:
    """All of them, each pair of times once."""
    near = story.once(signs).replace("&", "")
    for found, facts in story.once(outline).find(*SHAPES) if any(map(near.__contains__, ORDERS)) else ():
        a, b, length = facts.get("a"), facts.get("b"), length_of(story, facts["n"]) if "n" in facts else None
        if a is None or b is None or length is None or a.moment.about or b.moment.about:
            continue
        if "clocks" in found.groupdict() and not is_clock(a):
            continue
        way = (found.groupdict().get("way") or "").lower()
        sign = -1 if way.startswith((*BACK, *FORWARD)) else 1
        yield Step(a, b, _as_counted(length), sign)


def _as_counted(length: Length) -> Length:
    """Hours told beside both of their ends are rounded to no more than a quarter of themselves."""
    return length._replace(slack=min(length.slack, length.seconds // PART)) if length.unit in MINUTES else length
