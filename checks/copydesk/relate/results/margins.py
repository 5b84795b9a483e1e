"""Margins told anywhere of the two figures they part, whatever the verbs: "cleared the Senate 27-19 … “Eight votes is no mandate”"; "took them to
268 for seven … all out for 231 … A margin of 37 runs".

The words say only that a figure is a margin, and of what; the pair is the one it ties with. Where it ties with none, it is held against the only
result of the story that one wrong key would put right.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import combinations, pairwise, product

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.relate.results.rivals import VOTES, Pair, near_miss, newcomer, sides
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import one_key, single, slip, swapped

# What a figure is that has this noun: what a ballot, a match or an innings ends with. A margin may leave its noun out.
VOTE, PLAY, RUN, SHARE = ("vote", "ballot", "seat"), ("point", "goal"), ("run",), ("share",)
RESULT = r"(?:margin|majority|victory|win|triumph|defeat|loss|success)"
BEHIND = pattern(rf"\W?(?:[a-z]+)?\W?\s*(?:\w+\s+)?{RESULT}\b(?!\s+of\s+(?:just\s+|only\s+)?\d)")
BEFORE = pattern(
    rf"\b(?:{RESULT}|gap|difference)\s+(?:of|by|was|is)\s+(?:just\s+|only\s+|a\s+mere\s+)?$"
    r"|(?<!trailing\s)(?<!trailed\s)(?<!led\s)(?<!leading\s)(?<!ahead\s)(?<!behind\s)(?<!down\s)\bby\s+(?:just\s+|only\s+|a\s+mere\s+)?$"
)
RESULTS = pattern(rf"\b(?:{RESULT}|gap|difference)\b")
# "All out for 289, 23 runs short".
SHORT = pattern(
    r"\s*(?:runs?\s+)?short\b(?!\s+of\s+(?:a|his|her|the\s+(?:century|hundred|fifty|record))\b)", words="short"
)
LEAD = pattern(r"\W?(?:points?)?\W?\s*(?:\w+\s+)?(?:lead|gap|advantage)\b", words="lead gap advantage")
# "Her majority, 4,120 at the last election, was cut to 353".
FURTHER = pattern(
    r"\b(?:majority|margin|lead|gap)\b[^.;]{0,60}\b(?:to|at|of|is|was)\s+(?:just\s+|only\s+)?$|\bmajority:?\s+$",
    words="majority margin lead gap",
)
# "Eight votes isn't a mandate": votes that are told by themselves.
IS_ONE = pattern(r"\s+(?:votes?\s+)?(?:is|isn[’']t|was|wasn[’']t)\b")
# Another contest, or what was no result.
ANOTHER = pattern(
    r"\b(?:previous|earlier|last|(?:first|second|third|next|other|opening|another)\s+(?:match|game|test|leg|meeting|round|vote|half|set)|in\s+(?:19|20)\d\d|then|ago|(?<!than\s)expected|(?<!than\s)predicted|(?<!than\s)forecast|needed|required|two-thirds|three-fifths|absolute|simple|overall|record|average|either|both|amendment|(?:an?|another)\s+(?:motion|bill))\b|\b(?:in|at|on|over|against)\s+(?!\w+day\b)(?-i:[A-Z])"
)
# "The two-goal margin", "it was a two-goal defeat"
KNOWN = pattern(
    r"\b(?:the|this|that)\s+$|\b(?:it|this|that)\s+was\s+an?\s+$|\ban?\s+(?:margin|win|victory)\s+of\s+$|^\W*an?\s+$"
)
IN_PLACE = late(r"\b(?:in|at)\s+(?!\w+day\b)[A-Z]\w+[^.;]*$")
WON = pattern(
    r"\b(?:w[io]n|wins|winning|winners?|beat\w*|defeat\w*|lost|los(?:e|ing|s)|victory|triumph\w*|downed|edged?|see\s+off|saw\s+off|overcame|thrash\w*|rout\w*|result|final)\b"
)
HAD, CLAUSE = pattern(r"\bhad\b", words="had"), late(r"[,;:—–]")
SAID = pattern(r"\b(?:said|called|thought|admitted|insisted)\b")
BALLOT = pattern(
    r"\b(?:senate|house|assembly|parliament|council\w*|committee|board|lawmakers|motion|bill|ballot|vot(?:e|ed|es|ing)|members|deputies|mps|referendum|recall)\b",
    words="senate house assembly parliament council committee board lawmakers motion bill ballot vot members deputies mps referendum recall",
)
FOR_IT = pattern(r"\s+(?:\w+\s+){0,2}(?:for|in\s+favou?r|to|against|yes|ayes?)\b[^.;\d]{0,40}")
# Innings: what a side came to, wickets down or all out.
WICKETS = r"(?:one|two|three|four|five|six|seven|eight|nine|\d)"
INNINGS = pattern(
    rf"(?:\s+for\s+|/|-){WICKETS}\b(?!\s+(?:overs?|balls?|runs?|minutes|weeks|months))|\s+all\s+out\b|\s+in\s+reply\b"
)
OUT_FOR = pattern(
    r"\b(?:all\s+out|bowled\s+out|dismissed|skittled|bundled\s+out|rolled\s+over|shot\s+out|folded|subsided|collapsed|crumbled|tumbled|slumped)\s+(?:\w+\s+){0,2}?(?:for|on|at|to)\s+(?:just\s+|only\s+)?$"
)
MADE = pattern(r"\b(?:made|scored|posted|totalled|declared\s+(?:at|on))\s+(?:just\s+|only\s+)?$")
FIGURE = late(r"\b\d{2,4}\b")
# The least innings, how many results and innings a story may tell, and from where on a margin is no margin of a match.
FEWEST, MOST, FEW, BESIDE, LARGE = 20, 9, 6, 80, 100


def margin_of(story: Story, by: Fact) -> Pair | None:
    """The two figures that a margin parts: any it ties with, or the ones that it would tie with but for a key, as no others do."""
    what = _what(story, by)
    if not what:
        return None
    pairs = [pair for pair in story.once(_results).get(what, []) if by not in pair]
    apart = {VOTE: _counts, SHARE: _shares}.get(what)
    counts = [pair for pair in story.once(apart) if by not in pair] if apart else []
    fitting = [pair for pair in (*pairs, *counts) if _gap(pair) == by.amount.low]
    if fitting:
        return fitting[0]
    if _tied_beside(story, by):
        return None
    other = ANOTHER.search(story.words(by.sentence)) is not None
    if what == PLAY:
        return pairs[0] if pairs and not other and _is_result(story, by, pairs[0]) and _is_near(by, pairs[0]) else None
    sure = what == SHARE or by.amount.low >= LARGE
    turned = _alone(pair for pair in (*pairs, *counts) if sure and _one_key(by, pair, swapped))
    if turned or other:
        return None if turned and _is_elsewhere(story, by, turned) else turned
    near = [pair for pair in pairs if _one_key(by, pair) or (what != RUN and near_miss(by, pair))]
    if near:
        return _alone(near) if len(_told(pairs)) <= MOST else None
    return _alone(pair for pair in counts if sure and _one_key(by, pair))


def _tied_beside(story: Story, by: Fact) -> bool:
    """Does its own sentence tell two figures so far apart, be they read as such or not: "164-5 beat Marston 121 by 43 runs"?"""
    told = {int(digits) for digits in FIGURE.findall(story.words(by.sentence))}
    return any(low + by.amount.low in told for low in told if low >= FEWEST)


def _is_elsewhere(story: Story, by: Fact, pair: Pair) -> bool:
    """ "His wife held her own seat in Quarry Hill by 388 votes": is the margin put into a place, in a sentence of its own?"""
    return by.sentence != pair[0].sentence and IN_PLACE.search(story.before(by, 40)) is not None


def _alone(pairs: Iterable[Pair]) -> Pair | None:
    """The pair, if it is told once or again, and no other one."""
    told = _told(pairs)
    return next(iter(told.values())) if len(told) == 1 else None


def _told(pairs: Iterable[Pair]) -> dict[tuple[Decimal, ...], Pair]:
    return {tuple(sorted(fact.amount.low for fact in pair)): pair for pair in reversed([*pairs])}


def _is_near(by: Fact, pair: Pair) -> bool:
    return _one_key(by, pair) or near_miss(by, pair)


def _is_result(story: Story, by: Fact, pair: Pair) -> bool:
    """Does the story open with this score as the result, and is the margin that of a match told before?"""
    won = WON.search(story.words(pair[0].sentence)) and pair[0].sentence.end <= by.sentence.start
    before = story.before(by, 90)
    if not won or HAD.search(CLAUSE.split(story.after(by))[0]):
        return False
    if len(_told(story.once(_results)[PLAY])) == 1:  # no other match is told of
        return True
    return bool(KNOWN.search(before) and (SAID.search(before) or not newcomer(story, by, pair[0])))


def _what(story: Story, by: Fact) -> tuple[str, ...]:
    """What a margin is counted in; empty where the figure isn't said to be a margin."""
    noun = next((nouns for nouns in (VOTE, PLAY, RUN) if head(by) in nouns), ())
    if by.kind == "percent" or (head(by) == "point" and by.amount.low % 1):
        noun = SHARE if BALLOT.search(story.text) else ()
    if not noun and (head(by) or by.kind not in ("count", "number")):
        return ()
    after = story.after(by)
    behind = by.text[by.text.find("-") :] + after if "-" in by.text else after
    said = BEHIND.match(behind) or BEFORE.search(story.before(by)) or (noun == SHARE and LEAD.match(behind))
    said = said or noun == RUN and SHORT.match(after)
    words = story.words(by.sentence)
    if said and not noun and not any(each.search(words) for each in (RESULTS, VOTES, BALLOT, WON)):  # "raised by 400"
        return ()
    said = said or (by.amount.low >= LARGE and FURTHER.search(story.before(by, 120)))
    if said or noun == VOTE and IS_ONE.match(after):
        return noun or (VOTE if by.amount.low >= LARGE or story.once(_results)[VOTE] else PLAY)
    return ()


def _results(story: Story) -> dict[tuple[str, ...], list[Pair]]:
    """The results that a story tells, by what they are counted in."""
    found: dict[tuple[str, ...], list[Pair]] = {VOTE: [], PLAY: [], RUN: _innings(story)}
    for a, b in sides(story):
        votes = VOTES.search(story.words(a.sentence)) or BALLOT.search(story.words(a.sentence))
        if votes or a.kind == "score":
            found[VOTE if votes else PLAY].append((a, b))
    for a, b in pairwise(story.kinds("number", "count")):
        if a.sentence == b.sentence and head(a) in ("", *VOTE) and head(b) in ("", *VOTE) and single(a) and single(b):
            if (
                b.span.start - a.span.end < BESIDE
                and FOR_IT.fullmatch(story.between(a, b))
                and BALLOT.search(story.words(a.sentence))
            ):
                found[VOTE].append((a, b))
    return found


def _counts(story: Story) -> list[Pair]:
    """Each two figures of what ballots may be counted in, wherever they are told: "Maddern got 8,214 votes … Rosewarne, who polled 7,396"."""
    told = [fact for fact in story.kinds("number", "count") if head(fact) in ("", *VOTE) and _is_large(fact)]
    return list(combinations(told, 2)) if len(told) <= MOST else []


def _shares(story: Story) -> list[Pair]:
    """Each two percentages that are told to the tenth."""
    told = [fact for fact in story.kinds("percent") if single(fact) and fact.amount.low % 1 and fact.amount.low > FEW]
    return list(combinations(told, 2)) if len(told) <= MOST else []


def _is_large(fact: Fact) -> bool:
    """A figure told as it is, "some 12,846" too, and no year."""
    amount = fact.amount
    exact = amount.bound == "=" or (amount.bound == "~" and amount.low.adjusted() > 2 and bool(amount.low % 100))
    return exact and amount.low == amount.high >= LARGE and not (fact.text.isdigit() and 1900 < amount.low < 2100)


def _innings(story: Story) -> list[Pair]:
    """What one side came to, and what the other was out for."""
    figures = [fact for fact in story.kinds("number", "count", "score") if fact.amount.low >= FEWEST and single(fact)]
    out = [fact for fact in figures if OUT_FOR.search(story.before(fact))]
    made = [
        fact for fact in figures if fact in out or INNINGS.match(story.after(fact)) or MADE.search(story.before(fact))
    ]
    pairs = product(out, made) if out else combinations(made, 2)
    return [(a, b) for a, b in pairs if a.amount.low != b.amount.low] if len(made) <= FEW else []


def _gap(pair: Pair) -> object:
    return abs(pair[0].amount.low - pair[1].amount.low)


def _one_key(by: Fact, pair: Pair, wrong: Callable[[Decimal, Decimal], bool] = slip) -> bool:
    """Would one of the three tie with the others, but for one wrong key?"""
    low, high = sorted(fact.amount.low for fact in pair)
    return one_key(high, (low, by.amount.low), wrong)
