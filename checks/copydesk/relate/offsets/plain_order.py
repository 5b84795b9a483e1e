"""Two times of which plain words say which comes first: "earlier, at 8.15 instead of 8.45", "postponed from 9 to 16 May", "having begun at 2.30",
"born in 1984, is younger than her brother, born in 1981"."""

from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.relate.calendar.measured import NEXT_DAY, half_said, on_a_day
from copydesk.relate.offsets.clock_steps import is_clock
from copydesk.relate.offsets.outline import outline, signs
from copydesk.story import SPAN, Story

# Shapes of an outline: the time `a` comes before `b`; `back` where a word says that it is the other way round.
W = r"[^@#.;:\n]"
A, B = r"(?P<a>@)", r"(?P<b>@)"
AT = r"(?:at |on |in |of |since )?"
NOT = r"(?:instead of|rather than|and not|not)"
# A clause that tells what came before or after; what is said or planned in it has its own time.
DID = r"(?:[a-z]{2,}(?:ed|es|ing)|(?:beg[aiu]n|start|open|end|close|leave|finish|arrive|meet|go|become)s?|left|came|went|met|won|lost|sank|fell|died|was|were|been|had been|found|had|is|are|took|takes|made|sold|held|built|born)"
SAYS = r"(?:said|says|told|that|who|which|whose|where|when|if|until|till|since|between|named|called|will|would|could|but|or|while|than|not|never|promis\w+|plann\w+|agree\w*|due|expect\w*|scheduled|to(?= (?!the\b|his\b|her\b|an?\b)[a-z]))"
CLAUSE = rf"(?:(?:(?!\b{SAYS}\b)[^@#.;:,\n]){{2,40}}? )?{DID}\b(?:(?!\b{SAYS}\b)[^@#.;:,\n]){{0,40}}?"
OF_EVENT = r"(?:(?:the|his|her|its|their|an?) (?:[a-z’'-]+ ){0,2}?|[A-Z][\w’'-]+['’]s )(?:death|birth|marriage|wedding|opening|closure|closing|retirement|resignation|start|end|election|arrival|departure|return|murder|fire|flood|storm|war|launch|release|defeat|victory|collapse|merger|completion|vote|first|second|revolution|(?=[a-z]+ of @)[a-z]+)"
WHAT = rf"(?:{CLAUSE}|{OF_EVENT})"
LATER_ON = r"(?:postponed|delayed|deferred|put (?:back|off)|pushed back|extended|prolonged)"
SOONER = r"(?P<back>(?:brought|moved|pulled) (?:forward|up)|advanced)"
DUE = r"(?:was|were|had been|should have been|is|are) (?:due|promised|expected|scheduled|timetabled|planned|wanted|needed)|should have (?:been|come|left|started|arrived|opened)"
HAD = r"had (?:already |only |just |long |first )?(?!been (?:planned|due|hoped|expected|promised|scheduled|set|meant|intended|booked|hired|chosen)\b)(?!(?:planned|hoped|expected|promised|wanted|meant|intended|until|to|children)\b)(?:been )?[a-z]+(?:ed|en|wn|un|ught|ld|nt|ft|me|ne|de|id|ut|ilt|on|et|it|um|ang)"
OLDER, YOUNGER = r"(?:older|elder|eldest|oldest|first-born|big)", r"(?:younger|youngest|little|kid)"
MOVES = "forward up advanced postponed delayed deferred back off extended prolonged"
SHAPES = (
    # "After the ceasefire of @, the first convoy got through on @"
    late(
        rf"(?:^|(?<=[.\n] )|(?<=\n))After {OF_EVENT} {W}{{0,20}}?(?:of|on|in) {A}, (?:(?!\b(?:{SAYS})\b){W}){{2,50}}? (?:on|in) {B}",
        words="After",
    ),
    # "postponed from @ to @", "brought forward to @ from @"
    late(rf"\b(?:{SOONER}|{LATER_ON})\b(?: {W}{{0,30}}?)? from {A} (?:to|until|till) {B}", words=MOVES),
    late(rf"\b(?:{SOONER}|{LATER_ON})\b(?: {W}{{0,30}}?)? (?:to|until|till) {B},? from {A}", words=MOVES),
    # "opens later, at @ instead of @"
    late(
        rf"\b(?:(?P<back>earlier|sooner|early)|later|late)\b(?:(?!\bthan\b){W}){{0,50}}?{B},? {NOT} {AT}{A}",
        words="earl sooner late",
    ),
    # "came late, on @; it had been promised for @", "due at @, was late and came at @"
    late(
        rf"\b(?:(?P<back>early)|late)\b,? (?:{W}{{0,20}}? )?(?:at |on ){B}[.;,]{W}{{0,30}}?\b(?:{DUE}) {W}{{0,20}}?{A}",
        words="early late",
    ),
    late(
        rf"\b(?:due|scheduled|timetabled|promised|expected) {W}{{0,20}}?{A},? {W}{{0,30}}?\b(?:(?P<back>early)|late)\b{W}{{0,30}}? (?:at |on ){B}",
        words="early late",
    ),
    late(rf"{B},? (?:(?P<back>in time)|too late) for {W}{{3,40}}? (?:at |on |of |in ){A}", words="time late"),
    # "ended at @, having begun at @"; "was finished in @, after work had begun in @"
    late(
        rf"{B},?(?: only| just| soon| shortly)? (?:after|having|following) {WHAT} {AT}{A}",
        words="after having following",
    ),
    late(rf"{A},?(?: only| just| soon| shortly| long| well)? before {WHAT} {AT}{B}", words="before"),
    late(rf"{B},? having (?:[a-z’'-]+ ){{1,6}}?{AT}{A}", words="having"),
    # "which was completed in @, was designed in @"
    late(
        rf"\b(?:completed|finished|opened|inaugurated|closed|demolished|published|released|launched|died|retired|ended) {W}{{0,20}}?(?:in|on) {B},? (?:was|were|had been|and was) (?:first )?(?:designed|planned|begun|conceived|commissioned|started|proposed|written|built|born|founded|laid) {W}{{0,20}}?(?:in|on) {A}",
        words="was were had",
    ),
    late(
        rf"\bwho died {W}{{0,20}}?(?:in|on) {B},? {W}{{2,60}}? (?:himself|herself|in person) (?:in|on) {A}",
        words="self person",
    ),
    # "fell in @; it had been finished in @", "who died in @, had opened it in @"
    late(
        rf"{B}(?:[.;,] (?:and )?(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|who|which|[Ww]ork)(?: himself| herself)?|,) {HAD}\b{W}{{0,40}}? (?:in |at |on |since ){A}",
        words="had",
    ),
    # "moved here in @ and then, in @, there"; "robbed on @ and again on @"
    late(rf"{A},? and (?:then|again|later|finally|eventually|afterwards),? (?:in |on |at ){B}", words="and"),
    late(
        rf"{B},?{W}{{0,40}}?\breplac(?:ed|es|ing) (?:one|an? {W}{{2,30}}?) (?:of|from|(?:built|opened|erected|put up|made|dating) (?:in|from)) {A}",
        words="replac",
    ),
    # "Built in @, the hall was rebuilt in @"
    late(
        rf"(?:^|(?<=[.\n] )|(?<=\n))(?:First )?(?:Built|Founded|Opened|Established|Completed|Launched|Born|Created|Formed|Erected|Printed|Published) (?:in|on) {A}, (?:the [a-z]+|it|he|she|they) (?:was|were|[a-z]+ed) {W}{{0,40}}?\b(?:in|on) {B}",
        words="Built Founded Opened Established Completed Launched Born Created Formed Erected Printed Published",
    ),
    # "born in @, is younger than her brother, born in @"; "born in @ and her younger brother in @"
    late(
        rf"\bborn {W}{{0,30}}?{B}\)?,? (?:who )?(?:is|was) (?:the )?(?:(?P<back>{OLDER}|senior)|{YOUNGER}|junior)\b{W}{{0,60}}?\bborn {W}{{0,30}}?{A}",
        words="born",
    ),
    late(
        rf"\bborn {W}{{0,20}}?{A},? (?:and|has|had|but) (?:his|her|an?|the) (?:(?P<back>{OLDER})|{YOUNGER}) {W}{{0,40}}?(?:in|on) {B}",
        words="born",
    ),
    late(
        rf"\b{OLDER}\b{W}{{0,40}}?\b(?:born|in) {W}{{0,20}}?{A}[,;]?(?: and)?(?: [\w’'-]+,)? the {YOUNGER}\b{W}{{0,40}}?{B}",
        words="younger",
    ),
    late(
        rf"\b{YOUNGER}\b{W}{{0,40}}?\b(?:born|in) {W}{{0,20}}?{B}[,;]?(?: and)?(?: [\w’'-]+,)? the {OLDER}\b{W}{{0,40}}?{A}",
        words="younger",
    ),
    late(
        rf"\b[Tt]he (?:early|earlier)\b{W}{{0,40}}?{A}[,;]?(?: and)? the (?:late|later)\b{W}{{0,40}}?{B}",
        words="early earlier",
    ),
    # "found dead on @ and last seen alive on @"; "outlived his wife, who died in @, and died in @"
    late(
        rf"\bfound\b {W}{{0,20}}?on {B}[,;.]? (?:and )?{W}{{0,20}}?\blast (?:been )?seen\b {W}{{0,20}}?on {A}",
        words="seen",
    ),
    late(rf"\boutlived {W}{{2,40}}?,? who died in {A},? and (?:himself |herself )?died in {B}", words="outlived"),
    # "Before moving to Rome in @, he lived in Paris from @"
    late(
        rf"\bBefore [a-z]+ing {W}{{2,40}}? in {B},? (?:he|she|they|it) (?:(?!\b(?:about|of|built|born)\b){W}){{2,40}}? (?:from|since|in) {A}",
        words="Before",
    ),
    # "the first is dated @, the second @"; "the oldest was built in @ and the newest in @"; "the winner at @ and the runner-up at @"
    late(
        rf"\b[Ff]irst\b{W}{{0,40}}? {A},? (?:and |then )?(?:the|his|her|its|their) second\b{W}{{0,30}}? {B}",
        words="second",
    ),
    late(
        rf"\b(?:oldest|earliest|[Tt]he first)\b{W}{{0,40}}? {A},? (?:and |but )?the (?:newest|latest|last|most recent)\b{W}{{0,30}}? {B}",
        words="newest latest last recent",
    ),
    late(
        rf"\b(?:newest|latest|most recent|[Tt]he last)\b{W}{{0,40}}? {B},? (?:and |but )?the (?:oldest|earliest|first)\b{W}{{0,30}}? {A}",
        words="oldest earliest first",
    ),
    late(
        rf"\bwinner\b{W}{{0,40}}? (?:at|in) {A},? (?:and|with) the (?:runner-up|second|next)\b{W}{{0,30}}? (?:at|in) {B}",
        words="winner",
    ),
    # "who died in @, lived to see her book printed in @"
    late(rf"\bdied {W}{{0,20}}?{B},?{W}{{0,20}}?\blived to see\b{W}{{0,60}}? (?:in|on) {A}", words="lived"),
    late(rf"\blived to see\b{W}{{0,60}}? (?:in|on) {A}{W}{{0,30}}?\bdied {W}{{0,20}}?{B}", words="lived"),
)
ANOTHER = pattern(r"\b(?:another|other|elsewhere|previous|again\s+in)\b", words="other elsewhere previous again")
# Clock times no farther the wrong way than this are of one day; those that leave the half of the day open, than this.
HALF_DAY, MOST_BACK, OPEN_BACK = 12 * 3600, 8 * 3600, 4 * 3600


def plain_order(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Two dates or two clock times each, that which is said to come first in front."""
    two = any(near.count("@") > 1 for near in story.once(signs).split("\n"))
    for found, facts in story.once(outline).find(*SHAPES) if two else ():
        a, b = facts["a"], facts["b"]
        if not (
            a.moment.about
            or b.moment.about
            or ANOTHER.search(story.text, a.sentence.start, max(a, b, key=SPAN).sentence.end)
        ):
            yield (b, a) if found.groupdict().get("back") else (a, b)


def seconds_on(a: Fact, b: Fact) -> int | None:
    """How long the second clock time comes after the first, the shorter way round the day; None where that is not told."""
    if not (is_clock(a) and is_clock(b)) or (on_a_day(a) and on_a_day(b)) or a.moment.zone != b.moment.zone:
        return None
    if NEXT_DAY.search(a.text) or NEXT_DAY.search(b.text):  # "at 9.30 and again at 6.15 the next morning"
        return None
    turn, most = (2 * HALF_DAY, MOST_BACK) if half_said(a) and half_said(b) else (HALF_DAY, OPEN_BACK)
    seconds = (b.moment.start - a.moment.start).total_seconds()
    on = int((seconds + turn // 2) % turn - turn // 2)
    return on if on >= -most else None
