"""Limits that a rule sets, and figures that are said to keep or to break them: "No more than 80 may enter … let in 95, breaking their own
rule"; "covers firms with more than 50 workers … with 70, falls under it". A limit makes a class of what is allowed, forbidden or covered;
what is said of the figure puts it in that class or out of it."""

from collections.abc import Iterator
from itertools import pairwise

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import head, one_noun, plain
from copydesk.typed import Literal

Sense = Literal["allowed", "forbidden", "covered", "planned"]
KINDS = ("count", "number", "quantity", "money", "percent", "duration", "age")
# What the rule says of those whom the figure names.
FORBIDDEN = pattern(
    r"\bno\s+(?!(?:more|fewer|less|longer|later|one)\b)[a-z]+\s[^.;:]{0,60}\b(?:can|may|must|are)\b|\b(?:must\s+not|may\s+not|closed\s+to|off\s+limits|out\s+of\s+bounds|can\s*not|can[’']t|are\s+not|is\s+not|not\s+(?:be\s+)?(?:allowed|permitted)|banned|barred|prohibited|forbidden|illegal|against\s+the\s+law)\b",
    words="against allowed are banned barred bounds can closed forbidden illegal limits may must not permitted prohibited",
)
COVERED = pattern(
    r"^\W?only\b|\b(?:appl(?:y|ies|ied)|covers?|covered|must\s+(?!be\b|have\b|weigh\b|not\b)|have\s+to|needs?|require\s+a|eligible|qualif\w+|entitled|subject\s+to|free|gets?|helps?|supports?|open\s+to|reserved\s+for|pays\s+for)\b",
    words="applied applies apply cover eligible entitled free get have help must need only open pays qualif require reserved subject support",
)
ALLOWED = pattern(
    r"\b(?:may|can|allowed|allows?|permitted|permits?|licen[cs]ed|must\s+(?:be|have|weigh)|limit(?:ed)?|maximum|minimum|holds?|seats?|room\s+for|capacity|cap(?:s|ped)|ceiling|quota|certified|approved|designed|built)\b",
    words="approved built cap ceiling quota certified designed allow can capacity hold licenced licensed limit maximum may minimum must permit room seat",
)
# What was planned is only held against "more than promised", "fewer than expected".
PLANNED = pattern(
    r"\b(?:promised|pledged|planned|expected|forecast|predicted|hoped|budgeted)\b",
    words="budgeted expected forecast hoped planned pledged predicted promised",
)
# A plain figure that is called a limit, and what makes it the least.
NAMED = pattern(
    r"\blimit(?:s|ed)?\s+(?:[\w-]+\s+){0,3}to\s+$|\bcap(?:s|ped)\b[^.;@\d]{0,40}\bat\s+[$£€]?$|\b(?:limit|maximum|minimum|ceiling|cap|threshold)\b[^.;@\d]{0,50}?\b(?:is|was|stands|stood|lies|of)\s+(?:at\s+|just\s+|only\s+)?[$£€]?$"
    r"|\b(?:promised|pledged|planned|expected|forecast|predicted|hoped|budgeted)\s+(?:for\s+|to\s+[a-z]+\s+)?(?:only\s+|just\s+|about\s+)?[$£€]?$|\bneeds?\s+(?:only\s+|just\s+)?$|\bcan\s+(?:only\s+)?(?:bear|carry|hold|take|seat|lift|support)\s+(?:only\s+|just\s+)?$|\b(?:licen[cs]ed|certified|approved|built|designed|room|seats)\s+(?:to\s+(?:carry|hold|take)\s+|for\s+)(?:only\s+|just\s+)?$",
    words="approved bear budgeted built cap carry ceiling certified designed expected forecast hold hoped licenced licensed lift limit maximum minimum need planned pledged predicted promised room seat support take",
)
NOTHING = pattern(r"\b(?:nothing|nobody|no\s+one|no\s+[a-z]+)\s+$", words="no")
AT_LEAST = pattern(r"\bminimum\b|\bneeds?\s+(?:only\s+|just\s+)?$")
AT_MOST = pattern(
    r"\b(?:at\s+most|no\s+(?:more|longer|fewer|less|later)\s+than|not\s+more\s+than)\b", words="more most than"
)
# What is said of a figure.
ABOVE = pattern(
    r"\b(?:above|over|exceed(?:s|ed|ing)?|beyond|more\s+than|broke|breached)\s+(?:it|that|(?:the|that|this|its)\s+(?:\w+\s+){0,2}(?:limit|maximum|minimum|ceiling|cap|threshold))\b"
    r"|\b(?:in\s+excess\s+of|above|over|beyond|more\s+than)\s+what\s+(?:is|was|were|the\s+\w+)\s*(?:allowed|permitted|allows?|permits?)\b"
    r"|\bmore\s+than\s+(?:(?:it|he|she|they|the\s+\w+)\s+(?:had\s+)?)?(?:promised|pledged|planned|expected|forecast|predicted|hoped|agreed|budgeted|needed|required)\b|\bmore\s+than\s+(?:it|they|the\s+\w+)\s+(?:can|could|may|is\s+\w+ed\s+to|was\s+\w+ed\s+to)\b|\b(?:twice|double|(?:two|three|four|five|ten)\s+times)\s+(?:the|that|its)\s+(?:\w+\s+){0,2}(?:limit|maximum)\b"
)
BELOW = pattern(
    r"\b(?:less|fewer)\s+than\s+(?:(?:it|he|she|they|the\s+\w+)\s+(?:had\s+)?)?(?:promised|pledged|planned|expected|forecast|predicted|hoped|agreed|budgeted|needed|required)\b|\b(?:below|under|less\s+than|within|short\s+of|inside)\s+(?:it|that|(?:the|that|this|its)\s+(?:\w+\s+){0,2}(?:limit|maximum|minimum|ceiling|cap|threshold))\b(?!\s+of)"
)
# "At 42 feet the building complied with the height limit".
KEEPS_IT = pattern(
    r"\b(?:compl(?:y|ies|ied)\s+with|(?:met|meets|kept\s+to|keeps\s+to|respects|respected))\s+(?:the|that|this|its)\s+(?:\w+\s+){0,2}(?:limit|maximum|minimum|ceiling|cap|threshold)\b",
    words="limit maximum minimum ceiling cap threshold",
)
SHORT = pattern(r"\b(?:not\s+(?:quite\s+)?(?:full|enough|sold\s+out)|half\s+empty|to\s+spare)\b|,\s+[\w-]+\s+short\b")
BREAKS = pattern(
    r"\b(?:break(?:s|ing)?\s+(?:the|its|their|his|her)|broke\s+(?:the|its|their|his|her)(?!\s+(?:own\s+)?rules?\s+(?:on|about)\b)|breach\w*|violat\w+|in\s+spite\s+of\s+the|despite\s+the|against\s+the\s+(?:rules?|law)|in\s+breach|too\s+(?:many|much|heavy|long|fast|high|large|big|wide|young|old)"
    r"|illegal\w*|unlawful\w*|overloaded|overcrowded|more\s+than\s+(?:(?:is|was|it\s+was)\s+)?(?:allowed|permitted|licen[cs]ed))\b"
)
KEEPS = pattern(
    r"\b(?:(?:met|meets|kept\s+to|keeps\s+to|respects|respected)\s+(?:the|that|this|its)\s+(?:\w+\s+){0,2}(?:limit|maximum|minimum|ceiling|cap|threshold)|as\s+the\s+(?:rules?|law|licen[cs]e)\s+(?:allows?|permits?|demands?|requires?)|within\s+the\s+(?:rules?|law|limits?)|compl(?:y|ies|ied|ying)\s+with|in\s+line\s+with|passed\s+(?:the|its|his|her|all|every)\b|(?:a\s+)?full\s+house|(?<!\d\s)(?<!than\s)(?:is|was)\s+(?:allowed|permitted|legal)|sold\s+out|packed|filled\s+to\s+capacity|found\s+(?:room|space|a\s+place)\s+for|fitted\s+in|legal(?:ly)?|just\s+enough)\b"
)
IS_COVERED = pattern(
    r"\b(?:falls?\s+under|fell\s+under|is\s+covered|are\s+covered|qualif(?:y|ies|ied)|eligible|must\s+(?!not)|has\s+to|have\s+to|needs?\s+(?:one|a)|applied|(?:first|only|last)\s+(?:ones?\s+)?to\s+(?:apply|do\s+so)|subject\s+to|free|may\s+(?:use|enter|cross|pass)|received|got\s+(?:it|one|the)|was\s+(?:given|paid|let\s+in|admitted|accepted)|were\s+(?:given|paid|let\s+in|admitted|accepted)|went\s+ahead|on\s+the\s+ballot|passed\s+(?:the|its|through)|made\s+it)\b"
)
IS_EXEMPT = pattern(
    r"\b(?:exempt(?:ed)?|does\s+not\s+apply|not\s+covered|not\s+eligible|escapes?|does\s+not\s+(?:qualify|need)|need\s+not|turned\s+away|failed\s+to\s+(?:get|qualify|pass|enter)|rejected|refused|disqualified|sent\s+away|too\s+(?:small|few|little|young|short|light))\b"
)
NOT_SO = pattern(
    r"\b(?:not|no|never|without|if|unless|would|could|should|other|another|until|before|after|later|again)\b"
)
# Any of those whom a rule lets in.
ANY_OF_THEM = pattern(
    r"\bthe\s+(?:youngest|oldest|smallest|largest|shortest|longest|lightest|heaviest|cheapest|dearest)(?:\s+(?:of\s+(?:them|the|this|these)\b[^.;:]{0,60}?)?(?:is|was|weighs|measures|costs|has|at|,),?)?\s+$"
)
# "24 mph over the limit": so much, and no figure of its own.
APART = late(r"\s*(?:over|above|below|under|more|less|fewer|too)\b")
NEXT, FAR, TEN = 4, 1800, 10
# Where the clause right behind a figure ends: the comma that sets it off opens it.
CLAUSE = late(r"(?<=\w),\s|[.;]")
# A figure of somewhere else, or of another time.
ANOTHER = pattern(
    r"\b(?:next|other|another|neighbou?r\w*|rivals?|elsewhere|former|instead|wants?|propos\w+|(?:19|20)\d\d)\b"
)
RANGES = ("range", "band", "bracket", "corridor", "guidance", "forecast", "estimate", "limits")
WITHIN = pattern(
    rf"\b(?:within|inside|(?:in|near)\s+the\s+middle\s+of|in\s+line\s+with|at\s+the\s+(?:upper|lower|top|bottom|high|low)\s+end\s+of)\s+(?:that|the|this|its|their|those|his|her)\s+(?:\w+\s+){{0,2}}(?:{'|'.join(RANGES)})s?\b(?!\s+of\b)",
    words=" ".join(RANGES),
)
BEYOND = pattern(
    rf"\b(?:(?P<above>above|over|beyond|past)|below|under)\s+(?:that|the|this|its|their|those|his|her)\s+(?:\w+\s+){{0,2}}(?:{'|'.join(RANGES)})s?\b(?!\s+of\b)",
    words=" ".join(RANGES),
)


class Ruled(NamedTuple):
    """A figure with the limit that is held against it, and whether it is said to be the smaller of the two."""

    limit: Fact
    told: Fact
    below: bool


def ruled(story: Story) -> Iterator[Ruled]:
    """The figures that the sentence behind a rule puts in its class or out of it."""
    sentences = story.sentences()
    for i, (span, facts) in enumerate(sentences):
        limits = [fact for fact in facts if _is_limit(story, fact) and not story.before(fact, 2).endswith("(")]
        sense = _sense(story.words(span)) if len(limits) == 1 and facts[0].block != "headline" else None
        if sense is None:
            continue
        upper = _is_upper(story, limits[0])
        yield from _in_its_sentence(story, limits[0], facts, sense, upper)
        for following, others in sentences[i + 1 :]:
            if following.start - span.end > FAR:
                break
            far = following.start - span.end > NEXT
            for told in _values(limits[0], others):
                after = story.after(told)
                over = (
                    ABOVE.search(after)
                    or BELOW.search(after)
                    or KEEPS_IT.search(story.text, told.span.end, following.end)
                )
                if (
                    far
                    and not over
                    and (sense != "allowed" or not head(told) or ANOTHER.search(story.words(following)))
                ):
                    continue
                if far and not limits[0].amount.low / TEN < told.amount.low < limits[0].amount.low * TEN:
                    continue  # nine drivers over another limit
                inside = _inside(story, sense, told, upper)
                if inside is not None:
                    yield Ruled(limits[0], told, upper == inside)
    yield from _in_range(story)


def _in_its_sentence(story: Story, limit: Fact, facts: list[Fact], sense: Sense, upper: bool) -> Iterator[Ruled]:
    """ "May hold no more than 300, and the crowd of 340 was within the limit": only by what is said of the limit itself."""
    for told in _values(limit, [fact for fact in facts if fact.span.start > limit.span.end]):
        after = CLAUSE.split(story.after(told))[0]
        if ABOVE.search(after) or BELOW.search(after):
            inside = _inside(story, sense, told, upper)
            if inside is not None:
                yield Ruled(limit, told, upper == inside)


def _in_range(story: Story) -> Iterator[Ruled]:
    """ "Forecasts ran from 40 to 45 million. It made 47 million, within the range": the end that it is beyond, or nearer to."""
    if not story.mentions(*RANGES):
        return
    for (_, facts), (following, others) in pairwise(story.sentences()):
        if not (WITHIN.search(story.words(following)) or BEYOND.search(story.words(following))):
            continue
        ranges = [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount) and _is_range(fact)]
        values = _values(ranges[0], others) if len(ranges) == 1 else []
        if len(values) == 1:
            low, high = ranges[0].amount.low, ranges[0].amount.high
            beyond = BEYOND.search(story.words(following))
            if beyond:  # "well above the estimate"
                above = beyond["above"] is not None
                end = written(high if above else low, unit=ranges[0].amount.unit)
                yield Ruled(ranges[0]._replace(value=end), values[0], not above)
                continue
            below = values[0].amount.low * 2 > low + high
            end = written(high if below else low, unit=ranges[0].amount.unit)
            yield Ruled(ranges[0]._replace(value=end), values[0], below)


def _is_range(fact: Fact) -> bool:
    return fact.amount.low < fact.amount.high and not fact.amount.is_bound


def _is_limit(story: Story, fact: Fact) -> bool:
    if fact.kind not in KINDS or fact.other or not isinstance(fact.value, Amount):
        return False
    return fact.amount.is_bound or (plain(fact) and NAMED.search(story.before(fact, 90)) is not None)


def _is_upper(story: Story, limit: Fact) -> bool:
    if limit.amount.is_bound:  # "nothing longer than 18 metres"
        return limit.amount.bound in ("<", "<=") or NOTHING.search(story.before(limit, 30)) is not None
    return AT_LEAST.search(story.before(limit, 90)) is None


def _sense(words: str) -> Sense | None:
    if PLANNED.search(words):
        return "planned"
    if FORBIDDEN.search(words):
        return "forbidden"
    if AT_MOST.search(words):
        return "allowed"
    if COVERED.search(words):
        return "covered"
    return "allowed" if ALLOWED.search(words) else None


def _values(limit: Fact, facts: list[Fact]) -> list[Fact]:
    """What may be held against the limit: plain figures in its unit, of its noun or of none."""
    return [
        fact
        for fact in facts
        if fact.kind in KINDS and plain(fact) and not fact.part and not fact.other and _alike(limit, fact)
    ]


def _alike(limit: Fact, fact: Fact) -> bool:
    if limit.kind in ("count", "number") or fact.kind == "count":
        if fact.kind == "age":
            return limit.kind == "number"
        counts = {limit.kind, fact.kind} <= {"count", "number"}
        return counts and (not head(fact) or one_noun(head(fact), head(limit)))
    if fact.kind == "number":  # "of up to 10 horsepower. His, with 15"
        return limit.kind == "quantity"
    base, other = (each.amount.unit.name.partition(" per ")[0] for each in (limit, fact))
    first, second = limit.amount.unit, fact.amount.unit
    fits = bool(first.dimension) and first.fits(second) and first.offset == second.offset
    return limit.kind == fact.kind and (base == other or fits)


def _inside(story: Story, sense: Sense, told: Fact, upper: bool) -> bool | None:
    """Do its words put the figure in the class of what is allowed, forbidden or covered, or out of it? None where they don't say."""
    words = story.words(told.sentence)
    if sense != "forbidden" and ANY_OF_THEM.search(story.before(told, 50)):
        return True
    if SHORT.search(words):
        return upper
    after = CLAUSE.split(story.after(told, 40))[0]
    said = words if not (ABOVE.search(after) or BELOW.search(after)) else after
    if APART.match(story.after(told, 30)) or NOT_SO.search(said):
        return None
    above, below = ABOVE.search(said), BELOW.search(said)
    if above or below:
        return None if above and below else bool(below) == upper
    if sense == "planned":
        return None
    yes, no = {"covered": (IS_COVERED, IS_EXEMPT), "forbidden": (BREAKS, KEEPS), "allowed": (KEEPS, BREAKS)}[sense]
    put_in, put_out = bool(yes.search(words)), bool(no.search(words))
    if sense == "allowed" and not put_out:
        put_in |= bool(IS_COVERED.search(words))
    return put_in if put_in != put_out else None
