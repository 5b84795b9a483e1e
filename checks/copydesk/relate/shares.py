"""Percentages that together are one whole: a run of shares of which the last is what remains."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import PERCENT, Amount, Interval
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Repair
from copydesk.relate.portions.closing import closed, is_untold, one_key
from copydesk.relate.portions.overfull import OF_SEVERAL, overfull
from copydesk.relate.turns.turn_words import FALL, RISE
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended, computed, last_place

# What says that with this share the whole is complete.
REST_BEFORE = pattern(
    r"\b(?:(?:the|its|their)\s+(?:remaining|other|rest|remainder|balance|final|last)(?:\s+(?:at|of|is|was|being|accounts?\s+for|accounted\s+for|,))?"
    r"|the\s+(?:rest|remainder|others?)\s*,\s*(?:about|some|or)?"
    r"|(?:all|everyone|everything|everybody)\s+(?:the\s+)?(?:others?|else|rest)\b[^.;%]{0,60}?(?:for|up|at|with|on|to|is|had|were|was)"
    r"|\bwhat(?:ever)?\s+(?:is|was|remains?|remained)(?:\s+left)?\s*,"
    r"|\b(?:that|which)\s+leaves(?:\s+(?:just|only|about|some))?"
    r"|\b(?:and|with)\s+(?:the\s+)?others|(?:the\s+rest|others|the\s+others)\b[^.;%]{0,40}?(?:for|up|at|with|on))\s*$",
    words="balance else final last other remainder remaining rest leaves what",
)
# Answers of which everybody gives one: the last of three in a sentence is taken for the last.
CHOSE = pattern(r"\b(?:chose|picked|voted\s+for|preferred|opted\s+for)\b")
REST_AFTER = pattern(
    r"^\s*(?:(?:is|was|goes|went|are|were)\s+)?(?:spent\s+)?(?:(?:on|to|for|from|by)\s+)?(?:everything|everybody|everyone|anything)\s+else\b|^\s*(?:of\s+\w+\s+)?(?:said\s+they\s+)?(?:(?:were|are|was|is|remained?)\s+)?(?:undecided|unsure|not\s+sure|ha(?:d|ve|s)\s+no\s+(?:view|opinion|preference)|ha(?:d|ve|s)\s+(?:(?:yet|still)\s+to\s+|not\s+(?:yet\s+)?)(?:decided?|ma[dk]e|chosen?)|no\s+opinion\b|none\s+of\s+(?:them|these|the)\b|(?:did\s+not|didn't|don't|do\s+not|would\s+not|could\s+not|couldn't|wouldn't|refused\s+to|declined\s+to)\s+(?:know|care|mind|answer|say|vote|respond|take\s+part)|neutral\b|indifferent\b|abstained\b|did\s+neither|never\b|said\s+neither|gave\s+no\s+(?:answer|reply)|expressed\s+no\s+opinion)"
)
# Not a share of this whole: a change, a margin, a turnout, an earlier figure, a part of a part.
OTHER_BEFORE = pattern(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?<!takes\s)(?<!take\s)(?<!took\s)(?<!taking\s)up|down|grew|grown|increas\w*|decreas\w*|declin\w*|dropp?\w*|jump\w*|slipp\w*|gain\w*|lost|higher|lower|cut|margin|error|turnout|from|than|least|needs?|inflation|interest|rate|compared\s+with\s+(?:just\s+)?(?:the\s+)?last|years?\s+ago)\s+(?:about\s+|only\s+|just\s+|of\s+|to\s+)?$"
)
# "Was given by just 16 percent": of other answers, unless the whole needs them.
DONE_BY = pattern(r"\bby\s+(?:about\s+|only\s+|just\s+)?$", words="by")
CHANGED_BY = pattern(rf"\b(?:{RISE}|{FALL}|chang\w+|mov\w+)\b[^.;:]*\bby\s+(?:about\s+|only\s+|just\s+)?$", words="by")
OTHER_AFTER = pattern(
    r"^\s*(?:points?\b|(?:higher|lower|more|less|fewer|up|down|increase|decrease|rise|fall|drop|decline|growth|margin|threshold|ago|last\s+(?:year|time|month)|in\s+(?:19|20)\d\d|on\s+the\s+previous)\b)"
)
SEVERAL_ANSWERS = pattern(
    r"\bmore\s+than\s+one\b|\bas\s+many\b|\bmultiple\b|\bseveral\s+answers\b|\boverlap|\bboth\b|\bsome\s+gave\b|\bseveral\b|\bcould\s+(?:name|choose|pick|give|tick)\b"
)
EARLIER = pattern(
    r"\b(?:last\s+year|in\s+(?:early\s+|late\s+)?(?:19|20)\d\d|before\s+the|previous|at\s+the\s+height|years?\s+ago|a\s+year\s+earlier|last\s+time)\b"
)
WHOLE = Decimal(100)
# Two sorts or sides that leave no third.
SORTS = tuple(
    (pattern(rf"\b{one}\b"), pattern(rf"\b{other}\b"))
    for one, other in (
        ("(?:men|males?)", "(?:women|females?)"),
        ("boys", "girls"),
        ("adults", "children"),
        ("urban|towns?|cities", "rural|countryside"),
        ("public", "private"),
        ("at\\s+home", "abroad"),
        ("domestic", "foreign"),
    )
)
SIDES = tuple(
    (pattern(rf"\b(?:{one})\b"), pattern(rf"\b(?:{other})\b"))
    for one, other in (
        ("yes", "no"),
        ("voted\\s+to", "against|not\\s+to"),
        ("for|in\\s+favou?r", "against|opposed"),
        ("passed", "failed"),
        ("remain", "leave"),
        ("agreed?", "disagreed?"),
        ("support\\w*|backed", "oppos\\w+"),
    )
)
VOTE = pattern(
    r"\bvoted\s+to\s+[a-z]+\b[^.;]{0,30}\band\b[^.;]{0,30}\bto\b|\bof\s+the\s+votes?\b[^.;]{0,60}\b(?:to|against|and|while|with)\b"
)
REFERENDUM = pattern(
    r"\b(?:referendum|vot(?:ed|ers|es|ing)\s+(?:yes|no|for|against|to)|of\s+the\s+vote\s+to|venture|shares?\s+in|runoff|run-off)\b"
)
# Of candidates there may be a third.
FOR_SOMEBODY = late(r"\bto\s+[\d.]+(?:\s*%|\s+per\s?cent)?\s+for\s+[A-Z]", words="to ")
# "56 percent were for it, while the figure was 55 percent on the coast".
ANOTHERS = pattern(r"\b(?:while|but|and)\s+the\s+(?:figure|share|number|rate)\b")
RUNOFF = pattern(r"\brun-?off\b", words="run")
OF_EACH = pattern(
    r"\b(?:of|among|for)\s+(?:all\s+|the\s+)?(?:men|women|boys|girls|adults|children|males|females)\b|\b(?:said|think|believe|support\w*|earn|smok\w+)\b"
)
SPLIT = pattern(
    r"\b(?:split|divided?|shared\s+out|mak(?:es?|ing)\s+up|made\s+up|account(?:s|ed|ing)?\s+for|broken?\s+down|carve|ownership|pays?|paid|owns?|holds?|held|stakes?|shares?|votes?|cast|leaves|brought\s+in|brings\s+in|com(?:e|es|ing)\s+from|came\s+from|suppl(?:y|ies|ied)|generated|contribut\w+|provid\w+|yields?|yielded|earns?|earned|raises?|raised|produc\w+|goes|went\s+(?:to|on|for)|spent|takes?|took|gets?|got|consists?|between\s+them"
    r"|came\s+(?:first|second|third|next)|(?:second|third|fourth|next|last)\s+(?:with|on|at)|followed|most\s+common|remaining|of\s+(?:(?:the|its|all|their)\s+(?:[\w-]+\s+)?)?(?:cost|costs|sales|revenue|income|budget|total|market|money|vote|crop|output|power|energy|trade|exports|profits?|shares|population|workforce))\b"
    r"|\b(?:is|are|was|has|have|had)\s+[\w.-]+\s*(?:%|per\s*cent)\s+(?:[a-z]+,|of\b)|(?:%|per\s*cent)\s+(?:of\s+(?:the|its|all|their)\s+\w+\s+)?(?:is|are|was|were)\b"
)
# Groups that one and the same person may be in.
OVERLAPS = pattern(
    r"\b(?:women|men|girls|boys|females?|males?|aged|over\s+\d\d|under\s+\d\d|born|foreign\w*|migrants?|immigrants?|minorit\w+|hispanics?|latinos?|part-time\w*|full-time\w*|parents?|pensioners|smok\w+|disab\w+|people|residents|inhabitants|those|who|whose|said|say|think|thought|believe\w*|support\w*|favou?r\w*|approv\w+|respondents|listed|named|cited|mentioned)\b"
)
# "41 per cent in the north, in the south 38 per cent".
ELSEWHERE = pattern(r"(?:,|\band)\s+(?:in|on|at|among)\s+[\w\s-]{1,30}$")
OF_WHAT = pattern(r"\s*of\s+(?:(?:the|its|their|all|that)\s+)*(?:[\w-]+[’']s?\s+)?([a-z]+)")
OF_ANOTHER = pattern(r"\bper\s*cent\b|\bpercent")
# Shares this far apart are told of two things.
APART, FAR_APART = 420, 5
JOINED = pattern(r"[^.;:]{1,90}?(?:,|\band\b|\bwhile\b|\bto\b|\bagainst\b|\bcompared\b|\bwith\b)[^.;:]{0,50}")
IN_A_ROW = pattern(r"[^.;:()]{0,70}?(?:,|;|\band\b)[^.;:()]{0,40}")
THE_OTHER, NEXT = late(r"\W?The\s+(?:other|remaining)\s+"), 4
# So far from 100 it isn't one whole with a wrong digit, but something else.
LOWEST, HIGHEST = Decimal(80), Decimal(125)
FEWEST, MOST = 3, 9


def relate(story: Story) -> Iterator[Relation]:
    """Runs of shares in one or two paragraphs, up to the one that is said to be the rest."""
    shares = [fact for fact in story.kinds("percent") if _is_share(story, fact)]
    sure = [fact for fact in shares if not DONE_BY.search(story.before(fact, 30))]
    runs = _whole_ones(story, sure) or (_whole_ones(story, shares) if len(sure) < len(shares) else [])
    told = {fact.span for run in runs for fact in run}
    runs += [run for run in overfull(story) if told.isdisjoint(fact.span for fact in run)]
    for run in runs:
        whole = computed(Interval(WHOLE, WHOLE), unit=PERCENT)
        parts: Parts = {"parts": run, "total": _total(run), "expected": whole}
        yield Relation("shares", parts, run[-1].sentence, _repairs(run))


def _whole_ones(story: Story, shares: list[Fact]) -> list[tuple[Fact, ...]]:
    """The runs among these shares, each share in one."""
    bare = [
        fact for fact in story.kinds("number") if fact.amount.low == fact.amount.high
    ]  # "81 per cent against, 19 in favour"
    shares = [fact for fact in shares if not _paired(fact, [*shares, *bare])]
    done: set[int] = set()
    found: list[tuple[Fact, ...]] = []
    for run in (
        *closed(story, shares),
        *_up_to_rest(story, shares),
        *_two_sides(story),
        *_result(story),
        *_composed(story, shares),
    ):
        if not any(id(fact) in done for fact in run):
            done.update(map(id, run))
            found.append(run)
    return found


def _up_to_rest(story: Story, shares: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The run up to each share that is said to be the rest: one that makes the whole, else the longest that is near it."""
    for i, rest in enumerate(shares):
        if not _is_rest(story, rest) and not _last_choice(story, rest, shares):
            continue
        runs = list(_runs(story, shares[: i + 1]))
        fitting = [run for run in runs if _total(run).core.meets(Interval(WHOLE, WHOLE))]
        likely = [
            run for run in runs if LOWEST <= _total(run).low <= HIGHEST and (_told_at_once(story, run) or one_key(run))
        ]
        likely = [run for run in likely if not is_untold(story, run)]
        if fitting or likely:
            yield fitting[0] if fitting else max(likely, key=len)


def _told_at_once(story: Story, run: tuple[Fact, ...]) -> bool:
    """In one sentence; or two shares, the second opening the next one: "It is 70 per cent glass. The other 30 per cent is sand"."""
    first, last = run[0], run[-1]
    opens = THE_OTHER.fullmatch(story.text, last.sentence.start, last.span.start) is not None
    next_to = len(run) == 2 and opens and 0 <= last.sentence.start - first.sentence.end < NEXT
    return len({fact.sentence for fact in run}) == 1 or next_to


# What is decided by two sides of one vote.
POLLED = pattern(
    r"\b(?:w[io]ns?|won|beats?|defeat(?:s|ed)|back(?:s|ed)|approv\w+|reject\w+|carried|pass(?:es|ed)|voted|votes?\s+(?:was|is|were)|result\s+was|split)\b[^.;:\d]{0,60}$"
)
MORE_OFTEN, TO = pattern(r"\b(?:more|less|likel\w+|often|from|turn\w*|rose|fell)\b"), late(r"\s+to\s+")
BETTER_OFF = pattern(r"\b(?:off|better|worse|richer|poorer|happier|safer|healthier|busier)\s+than\b[^,;.]*")
BY_TO = pattern(r"\bby\s+$")
# "52.5 per cent of those who passed were girls, against 53.2 per cent of those who sat": of two wholes.
SET_AGAINST = pattern(
    r"\b(?:against|compared\s+(?:with|to)|versus|up\s+from|down\s+from)\s+(?:about\s+|just\s+|only\s+)?$"
)


def _two_sides(story: Story) -> Iterator[tuple[Fact, ...]]:
    """Two answers or sorts that leave no third: "54 percent voted yes and 46 percent no", "men make up 72 percent and women 28". Where there
    may be undecided ones, only more than the whole is too much."""
    for a, b in story.pairs("percent"):
        if not (_is_share(story, a) and _is_share(story, b)) or not JOINED.fullmatch(story.between(a, b)):
            continue
        if sum(fact.kind == "percent" for fact in story.kinds("percent") if fact.sentence == a.sentence) != 2:
            continue
        if BY_TO.search(story.before(a)) and story.between(a, b) == " to ":
            continue  # "girls were likelier than boys, by 54% to 44%"
        if SET_AGAINST.search(story.before(b)):
            continue
        words, total = story.words(a.sentence), a.amount.low + b.amount.low
        sorts = any(one.search(words) and other.search(words) for one, other in SORTS)
        sides = (
            VOTE.search(words)
            or RUNOFF.search(words)
            or any(one.search(words) and other.search(words) for one, other in SIDES)
        )
        near = LOWEST <= total <= HIGHEST and not ANOTHERS.search(story.between(a, b))
        if (sorts and near and not OF_EACH.search(words)) or (
            sides and near and (total > WHOLE or REFERENDUM.search(words) and not FOR_SOMEBODY.search(words))
        ):
            yield a, b


def _result(story: Story) -> Iterator[tuple[Fact, ...]]:
    """The two sides of a vote: "won by 61 percent to 49 percent"."""
    for a, b in story.pairs("percent"):
        told = TO.fullmatch(story.between(a, b)) and POLLED.search(story.before(a, 90))
        if told and not MORE_OFTEN.search(told[0]) and a.amount.low + b.amount.low > WHOLE + 1:
            yield a, b


def _composed(story: Story, shares: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Three or more shares that each sentence tells as a part of one thing: together no more than the whole."""
    run: list[Fact] = []
    for share in (*shares, None):
        if share is not None and (not run or _goes_on(story, run[-1], share)):
            run.append(share)
            continue
        total = sum((fact.amount.low for fact in run), Decimal(0))
        if len(run) >= FEWEST and WHOLE - 1 < total <= HIGHEST and _of_one_whole(story, run):
            yield tuple(run)
        run = [share] if share is not None else []


def _goes_on(story: Story, last: Fact, share: Fact) -> bool:
    """Is a share told in the same breath as the last, or one or two sentences on, with no other percentage in between?"""
    between = story.between(last, share)
    if "%" in between or "per" in between and OF_ANOTHER.search(between):
        return False
    same = share.sentence == last.sentence
    if same and ELSEWHERE.search(between):
        return False
    return bool(IN_A_ROW.fullmatch(between)) if same else between.count("\n\n") < 2 and len(between) < APART


def _of_one_whole(story: Story, run: list[Fact]) -> bool:
    """Do all of their sentences tell of parts, none of groups that overlap, and all of the same thing?"""
    sentences = _sentences(story, run)
    words = " ".join(sentences)
    if (
        SEVERAL_ANSWERS.search(words)
        or OVERLAPS.search(words)
        or any(OF_SEVERAL.match(story.after(fact)) for fact in run)
    ):
        return False
    if any(_is_earlier(story, fact) for fact in run[1:]):
        return False
    wholes = {found[1].lower() for fact in run if (found := OF_WHAT.match(story.after(fact)))} - {"total", "it"}
    return len(wholes) < 2 and all(map(SPLIT.search, sentences))


def _sentences(story: Story, run: list[Fact]) -> list[str]:
    return [story.words(sentence) for sentence in dict.fromkeys(fact.sentence for fact in run)]


def _paired(fact: Fact, shares: list[Fact]) -> bool:
    """Do it and another share of its sentence make a whole by themselves ("20 percent and 80 percent")?"""
    return any(
        fact.amount.low + other.amount.low == WHOLE
        for other in shares
        if other is not fact and other.sentence == fact.sentence
    )


def _repairs(run: tuple[Fact, ...]) -> tuple[Repair, ...]:
    """Each share as it would have to be if the others are right."""
    excess = sum((fact.amount.low for fact in run), Decimal(0)) - WHOLE
    return tuple(amended(fact, fact.amount.low - excess) for fact in run if fact.amount.low > excess)


def _is_rest(story: Story, fact: Fact) -> bool:
    return bool(REST_BEFORE.search(story.before(fact, 90)) or REST_AFTER.match(story.after(fact)))


def _last_choice(story: Story, fact: Fact, shares: list[Fact]) -> bool:
    """Is it the last of three or more in a sentence on what people chose, behind *and*? Together they are too many, then."""
    same = [other for other in shares if other.sentence == fact.sentence]
    if len(same) < FEWEST or same[-1] is not fact or not CHOSE.search(story.words(fact.sentence)):
        return False
    return bool(re.search(r"\band\s+$", story.before(fact))) and sum(other.amount.low for other in same) > WHOLE


def _is_share(story: Story, fact: Fact) -> bool:
    if (
        fact.amount.low != fact.amount.high
        or (fact.amount.is_bound and not fact.text.lower().startswith("just "))
        or fact.amount.unit != PERCENT
        or not 0 < fact.amount.low < WHOLE
        or fact.block == "headline"
    ):
        return False
    before = story.before(fact, 30)
    return not (OTHER_BEFORE.search(before) or CHANGED_BY.search(before)) and not OTHER_AFTER.match(
        story.after(fact, 30)
    )


def _runs(story: Story, shares: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The runs of shares that end with the last one, within its paragraph and the one or two before."""
    last = shares[-1]
    fewest = 2 if REST_BEFORE.search(story.before(last, 90)) else FEWEST
    for first in range(len(shares) - fewest, max(-1, len(shares) - MOST - 1), -1):
        run = shares[first:]
        between = story.text[run[0].sentence.start : last.sentence.end]
        if SEVERAL_ANSWERS.search(between) or between.count("\n\n") > FAR_APART:
            return
        if between.count("\n\n") > 1 and not all(map(SPLIT.search, _sentences(story, run))):
            return
        told = [fact for fact in run if fact.sentence == last.sentence or not _is_earlier(story, fact)]
        if len(told) >= fewest and told[0] is run[0]:
            yield tuple(told)


def _is_earlier(story: Story, fact: Fact) -> bool:
    """Is a share of another time? Not that of those who are "worse off than a year ago"."""
    return EARLIER.search(BETTER_OFF.sub("", " ".join(story.clause(fact)[1:]))) is not None


def _total(run: tuple[Fact, ...]) -> Amount:
    """Their sum, as far off as the rounding of each allows."""
    low = sum((fact.amount.low for fact in run), Decimal(0))
    by = sum(((2 if fact.amount.bound == "~" else last_place(fact.amount) / 2) for fact in run), Decimal(0))
    if all(fact.amount.bound == "=" for fact in run):
        by = min(by, max(Decimal(1), last_place(run[0].amount) * 2))
    core = Interval(low - by, low + by)
    return Amount(low, low, "=", core, core, PERCENT)


RELATION = RelationKind(
    about="Percentages of one whole, the last of them what remains; total is their sum, expected 100%.",
    parts={"parts": "figure", "total": "figure", "expected": "figure"},
    relate=relate,
)
