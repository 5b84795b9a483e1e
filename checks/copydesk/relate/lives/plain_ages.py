"""Ages that plain words tie: to another's ("his sister, three years older, is 15"; "a woman of 31 and her son, aged 33"), to a life ("lived from
1880 to 1955, died at 75"), to one's own at another time ("was 30 in 1994 and 50 in 2014"), or to a word ("the teenager, 22")."""

from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.relate.lives.aged import OLDEST
from copydesk.relate.offsets.outline import length_of, outline
from copydesk.story import Story

W = r"[^@#&.;:\n]"
X, Y, N = r"(?P<x>&)", r"(?P<y>&)", r"(?P<n>#)"
WAY = r"(?:(?P<up>older|(?:his|her|their) (?:senior|elder))|younger|(?:his|her|their) junior)"
AGED = r"(?:who (?:is|was) |aged |is |was |at )?(?:now |only |just )?"
CHILD = r"(?:son|daughter|child|baby|boy|girl|toddler)"
# Two people: the age `y` is `n` years more than `x` (less, without `up`).
APART = (
    # "Tom is & and his sister Eva, # older, is &"
    late(
        rf"{X}(?: years old)?(?:,? (?:and|but|while)|[.;]) (?:[Hh]is|[Hh]er|their|the) {W}{{3,40}}?,? (?:who is )?{N} {WAY},? (?:than (?:him|her),? )?(?:is|was) (?:now )?{Y}"
    ),
    # "His wife, at &, is # his junior; he is &"
    late(
        rf"{X},? (?:is|was) {N} (?:(?P<up>younger|(?:his|her|their) junior)|older|(?:his|her|their) (?:senior|elder))\b[;,.](?: and)? (?:[Hh]e|[Ss]he) (?:is|was) (?:now )?{Y}"
    ),
    # "At &, Peter is # older than his wife, who is &"
    late(rf"{Y}(?: years old)?(?:,? {W}{{0,40}}?)?,? {N} {WAY} than (?!that\b){W}{{2,50}}?,? {AGED}{X}"),
    # "Mr Roe, who is &, is # older than his wife. Mrs Roe, &, …"
    late(
        rf"{Y}(?:,? {W}{{0,40}}?)?,? {N} {WAY} than (?:his|her) [a-z]+[.;] (?:[Ss]he is|[Hh]e is|(?:Mrs|Mr|Ms) [\w’'-]+,|[Hh](?:is|er) [a-z]+(?:,| is)) (?:now )?{X}"
    ),
    # "retired at & in @ and died # later at &"; "is now &; in # she will be &"
    late(rf"\b(?:at|was|aged) {X}[^#&.;\n]{{0,60}}? {N} (?P<up>later),? (?:at|aged|at the age of) {Y}", words="later"),
    late(
        rf"\b(?:is|now) {X}[;,.] (?:and )?{W}{{0,20}}?in {N}(?:['’]s? time)?,? (?:he|she|they) (?P<up>will) be {Y}",
        words="will",
    ),
)
# The one or the other way round.
EITHER = (
    # "Anna is & and her sister Beth &; Anna is # older"; "aged & and &, are # apart"; "there are # between the brothers, who are & and &"
    late(
        rf"{X}(?: years old)?,? and {W}{{2,40}}? (?:is )?{Y}(?: years old)?[;,.] {W}{{0,30}}?{N} (?:older|younger|apart)\b",
        words="older younger apart",
    ),
    late(rf"{X} and {Y},? (?:who )?(?:are|were) {N} apart\b", words="apart"),
    late(
        rf"{N} (?:apart|between|older than|younger than)\b{W}{{2,40}}?(?:[:;,] (?:who |they )?(?:are|were)|,? aged) (?:aged )?{X} and {Y}",
        words="apart between older younger",
    ),
)
# "Henry, &, and his older sister Jane, &"
OLDER = (
    late(
        rf"{X}(?:,? (?:and|has|had|with)|[;.]) (?:[Hh]is|[Hh]er|an?) (?:(?P<up>older|elder|big)|younger|little|kid|baby) (?:[a-z-]+ ){{0,1}}?(?:brother|sister|sibling|cousin)s?\b{W}{{0,30}}?(?:, |of |aged |is ){Y}",
        words="older elder younger big little kid baby",
    ),
    late(
        rf"\b(?:(?P<up>youngest)|oldest|eldest)\b{W}{{0,30}}? is {X}[,;]?(?: and)? the (?:youngest|oldest|eldest)(?: is)? {Y}",
        words="est",
    ),
)
# A parent and a child.
KINDRED = (
    late(
        rf"{X},? (?:and|with) (?:his|her) (?:[a-z]+ )?{CHILD}\b(?!-){W}{{0,30}}?(?:,|of|aged|who is) (?:aged )?{Y}",
        words="and with",
    ),
    late(
        rf"\b(?:grand)?(?:mother|father), {X},? {W}{{0,40}}?(?:his|her) (?:grand)?(?:son|daughter|child), {Y}",
        words="mother father",
    ),
)
PARENTS = (
    late(
        rf"{Y},? (?:and|with) (?:his|her) (?:[a-z]+ )?(?:grand)?(?:father|mother|parent|dad|mum|mom)\b(?!-){W}{{0,30}}?(?:,|of|aged|who is) (?:aged )?{X}",
        words="and with",
    ),
)
# As old as one another.
TWINS = (
    late(
        rf"{X}[^@#&\n]{{1,200}}?\b(?:[Hh]is|[Hh]er) twin(?: brother| sister)?,? (?:[A-Z][\w’'-]+ ?){{1,3}}, {Y}(?=[,.;)])",
        words="twin",
    ),
    late(rf"{X},? (?:and|has|with) (?:his|her|a) twin {W}{{0,40}}?(?:,|who is|aged|is|of) (?:aged )?{Y}", words="twin"),
    late(
        rf"\b[Tt]win\b[^&\n]{{0,160}}? is (?:now )?{X},? (?:and|while|but) (?:[\w’'-]+ ){{1,3}}?(?:is )?{Y}",
        words="win ",
    ),
    late(
        rf"\b[Tt]wins\b{W}{{0,30}}?(?:aged |both |who are |turn |turned |are ){X} and {Y}(?! (?:months|days|weeks)\b)",
        words="wins",
    ),
)
# "who are &, & and &, Liam is the youngest. At & he …"
ENDS = (
    late(
        rf"{X}, (?P<y>&),? and (?P<z>&),? {W}{{2,40}}? is the (?:(?P<young>youngest)|oldest|eldest)\b(?:\. |, | and )?(?:At|at|is|aged) (?:just |only )?(?P<s>&)",
        words="est",
    ),
    late(
        rf"{X}, (?P<y>&),? and (?P<z>&)[.;,]? {W}{{0,20}}?[Tt]he (?:(?P<young>youngest)|oldest|eldest)(?:, | is )(?:[A-Z]\w+,? )?(?:is |aged )?(?P<s>&)",
        words="est",
    ),
)
# One at two times: `x` in `a`, `y` in `b`.
TIMES = (
    late(rf"\b(?:was|were) {X}(?: years old)? in (?P<a>@),? (?:and|but) (?:was )?{Y}(?: years old)? in (?P<b>@)"),
    late(
        rf"\bwas {X} when {W}{{2,40}}? in (?P<a>@),? (?:and|but) (?:was )?{Y}(?: when {W}{{2,40}}?)? in (?P<b>@)",
        words="when",
    ),
    late(
        rf"\bin (?P<a>@),? (?:at|aged|at the age of) {X},? and (?!(?:his|her|their|the)\b){W}{{2,40}}? in (?P<b>@),? (?:at|aged|at the age of) {Y}"
    ),
)
# Up to publication.
NOW = (
    late(rf"\b[Tt]he {Y} was born in (?P<a>@)", words="born"),
    late(
        rf"\b(?:born|founded|launched) (?:in {W}{{0,30}}? )?in (?P<a>@),? (?:and )?(?:has|have|had) (?:just |now |recently )?turned {Y}",
        words="turned",
    ),
    late(rf"\b[Aa]ged {X} in (?P<a>@),? {W}{{0,30}}?\b(?:is|will be) now {Y}", words="ged"),
    late(rf"\bwas {X} then, in (?P<a>@),? and (?:he |she )?is {Y} now\b", words="then"),
)
LIVED = (
    late(
        rf"\bborn in (?P<b>@),? when (?:his|her) (?:father|mother) was {Y}[;,.] {W}{{0,30}}?\bborn in (?P<a>@)",
        words="born",
    ),
    late(rf"\blived to be {Y}[:;,.] [Bb]orn in (?P<a>@), (?:he|she) died in (?P<b>@)", words="lived"),
    late(
        rf"\b[Bb]orn {W}{{0,20}}?(?P<a>@),? {W}{{0,30}}?(?:was|will be|would be|turn(?:s|ed)|died (?:at|aged)) {Y}(?: years old)? (?:when {W}{{2,40}}? )?(?:in|on) (?P<b>@)",
        words="orn",
    ),
    late(
        rf"\b(?:in|on) (?P<b>@),? (?:when )?(?:he|she) was {Y}[;,.]? {W}{{0,30}}?\bborn (?:in|on) (?P<a>@)",
        words="born",
    ),
    late(
        rf"\blived (?:from |between )?(?P<a>@) ?(?:to|until|till|and|-|–) ?(?P<b>@),? (?:{W}{{0,40}}? )?(?:at|aged|age of) {Y}",
        words="lived",
    ),
)
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
CALLED = {"schoolboy": (4, 19), "schoolgirl": (4, 19), "pensioner": (50, OLDEST), "teenager": (13, 19), "teenage boy": (13, 19), "teenage girl": (13, 19), "toddler": (1, 3), "septuagenarian": (70, 79), "octogenarian": (80, 89),
         "nonagenarian": (90, 99), "centenarian": (100, OLDEST)} | {word: (10 * n, 10 * n + 9) for n, word in enumerate(DECADES, 2)}  # fmt: skip
WORDS = (
    late(
        rf"\bAt {Y},? {W}{{0,30}}? is (?:still |now |already )?an? (?P<word>{'|'.join(CALLED)})\b",
        words=" ".join(CALLED),
    ),
    late(
        rf"\bin (?:his|her) (?:early |late |mid-?)?(?P<word>{'|'.join(DECADES)})[;:.,] (?:[Hh]e|[Ss]he) (?:is|was|will be|turns) {Y}",
        words="ties",
    ),
    late(
        rf"\b(?P<word>{'|'.join(CALLED)})(?:, (?:who is |aged |now )?| is (?:now |just |only |still )?){Y}(?=[,.;)]| who\b| years old\b)",
        words=" ".join(CALLED),
    ),
    late(rf"{Y} (?P<word>teenager|septuagenarian|octogenarian|nonagenarian|centenarian)\b", words="teenager arian"),
)
YOUNGEST_PARENT = 11


Words = dict[str, str]
Due = tuple[int, int] | None


class Tied(NamedTuple):
    """An age, the one it is tied to, the date that it is told for, and between which two ages it must be."""

    said: Fact
    told: Fact | None
    on: Fact | None
    low: int
    high: int


def plain_ages(story: Story) -> Iterator[Tied]:
    told = story.once(outline)
    for shapes, due in READINGS if "&" in told.words else ():
        for found, facts in told.find(*shapes):
            years = {name: _years(fact) for name, fact in facts.items() if name in "sxyz"}
            span = None if -1 in years.values() else due(story, found.groupdict(), facts, years)
            if span is not None:
                yield Tied(facts.get("s") or facts["y"], facts.get("x"), facts.get("b"), *span)


def _years(fact: Fact) -> int:
    """An age in whole years; -1 for what is none."""
    fits = (
        fact.kind in ("age", "number")
        and fact.text != "one"
        and isinstance(fact.value, Amount)
        and fact.amount.bound == "="
    )
    return int(fact.amount.low) if fits and fact.amount.low == fact.amount.high <= OLDEST else -1


def _apart(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    length = length_of(story, facts["n"])
    if length is None or length.unit != "year":
        return None
    due = years["x"] + int(length.number) * (1 if words["up"] else -1)
    return due - 1, due + 1


def _either(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    """The one that is older as told stays so."""
    return _apart(story, {**words, "up": "up" if years["y"] > years["x"] else ""}, facts, years)


def _older(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    return (years["x"], OLDEST) if words["up"] else (0, years["x"])


def _child(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    return 0, max(0, years["x"] - YOUNGEST_PARENT)


def _same(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    return years["x"], years["x"]


def _end(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    end = (min if words["young"] else max)(years["x"], years["y"], years["z"])
    return end, end


def _later(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    """By as many years as lie between two, from the first age or from birth."""
    ends = [
        _year(facts[name]) if name in facts else issue.year if (issue := issued(story.document)) else 0 for name in "ab"
    ]
    apart = ends[1] - ends[0] if all(ends) else 0
    if apart <= 0:
        return None
    due = apart + years.get("x", 0)
    return due - 1, due + ("x" in years)


def _year(fact: Fact) -> int:
    """The year that it names itself; 0 for none."""
    year = fact.moment.start.year if fact.moment.year_known else 0
    return year if str(year) in fact.text else 0


def _called(story: Story, words: Words, facts: dict[str, Fact], years: dict[str, int]) -> Due:
    return CALLED[words["word"]]


READINGS = (
    (APART, _apart), (EITHER, _either), (OLDER, _older), (KINDRED, _child), (PARENTS, _child), (TWINS, _same), (ENDS, _end), (TIMES, _later), (NOW, _later), (LIVED, _later), (WORDS, _called),
)  # fmt: skip
