"""Stages that follow one another, by the verbs that tell of them: a thing is begun, finished and torn down; a suspect arrested, charged, convicted."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.story import Story

# Chains of verbs, each stage after the one before.
CHAINS: dict[str, tuple[str, ...]] = {
    "building": (
        "designed|planned|proposed|commissioned", "(?:construction|work|building|digging|excavation)\\b[^.;]{0,40}\\b(?:began|begun|started|got under way)|foundation stone|broke ground|construction\\b[^.;]{0,20}\\bbegan",
        "completed|finished|opened|inaugurated|unveiled", "closed|demolished|torn down|pulled down|burned down|burnt down|razed|rebuilt|restored|renovated|reopened|widened|extended",
    ),
    "ruin": ("blown up|destroyed|bombed|wrecked|gutted|burned down|burnt down", "rebuilt|restored|reopened|replaced"),
    "craft": ("launched|put into service|entered service", "switched off|decommissioned|scrapped|taken out of service|retired"),
    "case": (
        "committed|robbed|murdered|stabbed|shot dead|carried out|took place", "arrested|caught|detained|captured|taken into custody", "charged|indicted|arraigned",
        "convicted|found guilty|sentenced|jailed|pleaded guilty|acquitted", "freed|released|paroled|executed|pardoned|exonerated",
    ),
    "law": (
        "introduced|tabled|drafted|proposed|unveiled", "passed|approved|cleared", "signed|ratified|received royal assent", "came into force|took effect|comes into force|takes effect|enacted",
        "repealed|struck down|abolished|overturned|scrapped",
    ),
    "office": (
        "elected|appointed|sworn in|took office|became (?:mayor|president|prime minister|chief|governor|bishop|king|queen|director|head|chancellor)|crowned",
        "re-?elected|reappointed", "resigned|stepped down|retired|left office|ousted|abdicated|voted out|deposed|impeached", "successor\\b[^.;]{0,40}\\b(?:sworn in|took (?:over|office)|elected|named|appointed|installed)",
    ),
    "journey": ("left|departed|sailed|set sail|set off|set out|took off|lifted off|launched|blasted off", "arrived|docked|reached|landed|berthed|touched down|moored|returned|splashed down"),
    "pause": ("suspended|halted|interrupted|paused|called off|adjourned|shut down", "resumed|restarted|reconvened|reopened"),
    "deal": ("signed|agreed|concluded|struck|announced", "cancelled|canceled|terminated|expired|annulled|collapsed|ratified|completed"),
    "illness": ("diagnosed|admitted|hospitali[sz]ed|taken ill|fell ill|infected", "discharged|recovered|died|left hospital"),
    "loss": ("went missing|reported missing|gone missing|disappeared|vanished|stolen|kidnapped|abducted|seized|taken hostage|last seen|lost", "found|recovered|released|rescued|freed|returned|discovered"),
    "career": ("qualified|graduated|trained|enlisted|joined", "retired|stepped down|was pensioned"),
    "marriage": ("met|engaged", "married|wed", "separated|divorced|widowed|split up"),
    "firm": ("founded|formed|set up|established|started|launched", "went public|listed|acquired|bought|merged|sold|went bankrupt|filed for bankruptcy|collapsed|dissolved|closed|wound up|nationali[sz]ed|privati[sz]ed"),
    "study": ("enrolled|entered|began (?:his|her) studies|matriculated", "graduated|earned|received (?:his|her|a) (?:degree|doctorate)|dropped out"),
    "inquiry": (
        "(?:inquiry|enquiry|investigation|probe|review|commission)\\b[^.;]{0,24}\\b(?:opened|began|ordered|launched|set up|started)",
        "(?:published|issued|delivered|released) (?:its|the) (?:findings|report|conclusions)|reported|concluded",
    ),
    "contest": ("nominated|shortlisted|entered the race|declared (?:his|her) candidacy", "won|elected|defeated|beaten"),
    "treatment": ("applied|filed|submitted|requested|lodged", "granted|approved|rejected|denied|dismissed|refused|turned down"),
    "life": ("born", "(?!born)(?:[a-z]{2,}ed|[a-z]+ught|went|came|became|won|left|began|wrote|met|took|made|fled|led)\\b", "died|was buried|was killed"),
}  # fmt: skip
# What the verbs tell of need not be what was told before.
ANOTHER = late(
    r"\b(?:another|having|had|second|third|other|next|new|again|also|previous|former|successor to|sequel|posthumously|whose|named after|(?:after|following) (?:an?|the|his|her)|earlier|old|while|but|parents|ancestors|grandparents|father|mother)\b|;",
    re.I,
)
NEW_NAME = late(r"\b(?:and|but|while)\s+(?:[A-Z]|his\b|her\b|their\b|an?\b)|,\s+(?:[A-Z][\w'’-]+|an?)\s+(?!which|who)")
# "convicted in 2012 of a killing committed in 2011": the later stage told first.
BACK = late(
    r"\s*\b(?:of|for|over|with)\s+(?:an?|the|his|her|its|their)?\s*[^.;,]{2,50}\b(?:committed|carried out)|,?\s+(?:which|who|that)\s+(?:had|was|were)\b[^.;]{0,40}",
    re.I,
)
SAME = late(r"(?:It|He|She|They)\s+|(?:His|Her|Its|Their|The)\s+(?:successor|first|new)\b")
ELLIPSIS = late(
    r"(?:[^.;\d]{0,60}?),?\s*(?:and|then|before being|and then|and finally|,)\s+(?:later\s+|finally\s+|eventually\s+)?(?:(?:was|were|has been|is to be|is|are)\s+)?(?:re-?)?(?:[a-z]+(?:ed|[a-z]ent|wn|ld|ft|ught|on|gan|ok|et|ame)|made|given|taken|sent|split|quit|fell|rose|ran|wrote|led|hit|cut|put|built|lost|found|broke|struck|fled|flew|stood|saw|became)\b[^.;,\d]{0,50}?\s*(?:on\s+|in\s+)?$"
)
# The first clause may have its subject behind it: "Born in Aden in 1946, he came to Britain in 1961".
HE_DID = late(r",\s+(?:he|she|it|they)\s+[a-z]+\b[^.;,\d]{0,50}\s(?:on|in)\s+$")
# "divorced in 2009 after marrying in 1998"; "After being diagnosed in 2016, he retired in 2017".
AFTER_DOING = late(r"\W*(?:[^.;\d]{0,40}\b)?[Aa]fter\s+(?:first\s+)?[a-z]+ing\b[^.;,\d]{0,40}\s(?:in|on)\s+$")
AFTER_WHAT = late(r"\bafter\s+(?!(?:that|this|which)\b)[^.;,\d]{3,60}\s(?:in|on)\s+$")
# ", after the body had been found on", ", having won the election of": whatever was done.
AFTER_IT = late(
    r",?\s+(?:[a-z-]+\s+(?:days?|weeks?|months?|years?)\s+|just\s+|shortly\s+|soon\s+)?(?:after\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,6}?(?:had\s+been|was|were|had)\s+[a-z]+(?:ed|en|wn|und|ught|ld|id|nt|ft|on)|having\s+(?:been\s+)?[a-z]+(?:ed|en|wn|und|ught|ld|id|nt|ft|on))\b(?:(?!\b(?:to|that)\b)[^.;,\d]){0,40}\s(?:on|in|of)\s+"
)
BEFORE_DOING = late(r"\bbefore\s+(?:finally\s+)?[a-z]+ing\b[^.;,\d]{0,40}\s(?:in|on)\s+$")
# ", unveiled in 1936 and removed in 1991,"
PARTICIPLE = late(
    r"(?:,|\()\s+(?:first\s+)?(?:[a-z]+(?:ed|wn|en|ilt)|begun)\s+(?:[a-z]+\s+){0,2}(?:in|on)\s+$|\b(?:was|were)\s+[a-z]+ed\s+(?:in|on)\s+$"
)
AND_PARTICIPLE = late(r",?\s+(?:and|but)\s+[a-z]+(?:ed|wn|en|ilt|down|out)\s+(?:[a-z]+\s+){0,2}(?:in|on)\s+$")
# "The orchestra, founded in 1919, gave its first concert abroad in 1926"
FOUNDED = late(r",\s+(?:founded|established|formed|set up|created|born)\s+(?:in\s+[A-Z]\w+,?\s+)?in\s+$")
THEN_DID = late(
    r",\s+(?:first\s+)?(?:[a-z]+ed|gave|won|went|came|became|began|took|made|held|left|sold|built|bought)\b(?![^.;]*\b(?:one|that|which|who|whose|where|to|from|since|by|than)\b)"
    r"[^.;,\d]{0,60}\s(?:in|on)\s+"
)
# Whoever has joined or begun something goes on from there, and all that went before has gone before an end: "joined in 1998, became a partner
# in 2006 and retired in 2020".
BEGINS = late(
    r"\b(?:joined|entered|began|started|founded|enrolled|enlisted|emigrated|formed|raised|laid|launched|[Bb]orn|moved\s+to|arrived|settled|set\s+up|graduated|qualified)\b[^.;,\d]{0,50}$"
)
ENDS = late(
    r"\b(?:retired|died|resigned|stepped\s+down|left|closed|disbanded|dissolved|sold\s+it|split\s+up|split|was\s+(?:knighted|killed|closed|scrapped|dissolved|disbanded|demolished))\b[^.;,\d]{0,30}$"
)
# "A second edition followed in 1979"; not "the war that followed".
FOLLOWED = late(
    r"(?:^|[.!?”\"]\s+|\n)(?:An?|The|His|Her|Their|Its|Two|Three|Another|More)\s+(?:(?!\b(?:that|which|who|war|had)\b)[^.;,:\d]){2,50}\sfollowed\s+in\s+$",
    words="followed",
)
AHEAD_OF = late(r"\b(?:until|since|by|before|will|planned|due)\s+[^.;]{0,30}$")
RISES = late(
    r"\b(?:became|rose|was\s+(?:made|appointed|promoted|elected|named|ordained|called)|took\s+over|married|moved|bought|qualified|graduated|signed|won|came\s+to)\b[^.;,\d]{0,50}$"
)
ONE = late(r"\b(?:one|both|each|same|against|over)\b")
FUTURE = late(
    r"\b(?:will|would|to be|due|set|scheduled|expected|planned|plans?|until|by|since|from|between|for|than|compared)\b"
)
TO_COME = late(r"\b(?:will|would|to be|due|scheduled|expected|planned|plans?|not)\b")
PAST = late(r"\b(?:[a-z]+ed|was|were|went|began|left|sank|took|won|met|came|held|struck|hit)\b")
SPECIAL = late(r"[\\\[(?]")
DIGIT = late(r"\d")
REACH, FAR, NEXT = 75, 110, 4


def stages(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Two times of one thing, that of the earlier stage first."""
    for a, b in story.pairs("date"):
        if b.span.start - a.span.end > FAR or not _alike(a, b):
            continue
        between, lead = story.between(a, b), _lead(story, a)
        if _is_day(a) and _is_day(b) and AFTER_IT.fullmatch(between) and not TO_COME.search(lead + between):
            yield b, a
        if FUTURE.search(lead) or FUTURE.search(between) or ANOTHER.search(between):
            continue
        if _is_day(a) and _is_day(b) and PAST.search(lead) and ELLIPSIS.fullmatch(between):
            yield a, b
        elif (
            _goes_on(between)
            and (BEGINS.search(lead) and RISES.search(between) or ENDS.search(between))
            and PAST.search(lead)
        ):
            yield a, b
        elif FOUNDED.search(lead) and THEN_DID.fullmatch(between):
            yield a, b
        elif AFTER_WHAT.search(between):
            yield b, a
        elif BEFORE_DOING.search(between):
            yield a, b
        elif AFTER_DOING.match(lead) or PARTICIPLE.search(lead) and AND_PARTICIPLE.fullmatch(between):
            yield a, b
        elif (chain := _chain(lead, between)) and (not NEW_NAME.search(between) or lead.startswith("Born ")):
            yield a, b
        elif chain is None and BACK.match(between) and _chain(between, lead):
            yield b, a
            yield from _and_then(story, lead, a, b)
    yield from _courses(story)
    yield from _followed(story)
    yield from _next_sentence(story)


def _followed(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "She made sergeant in 1971 … An inspector's pips followed in 1979": after the last year that was told before, in whichever sentence."""
    last: Fact | None = None
    for fact in story.kinds("date") if story.mentions("followed in") else ():
        if _alike(fact, fact) and fact.moment.grain == "year":
            if (
                last is not None
                and FOLLOWED.search(story.before(fact, 80))
                and not AHEAD_OF.search(story.before(last, 60))
            ):
                yield last, fact
            last = fact


def _courses(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Joined in 1987, was made a minister in 1992 and resigned in 1996": three dates or more, told from a beginning or to an end, of which one
    alone may stand out of order."""
    for _, facts in story.sentences(3):
        dates = [fact for fact in facts if fact.kind == "date" and _alike(fact, fact)]
        gaps = [story.between(a, b) for a, b in pairwise(dates)]
        if len(gaps) < 2 or len({fact.moment.grain for fact in dates}) > 1 or not all(map(_goes_on, gaps)):
            continue
        lead = _lead(story, dates[0])
        if (BEGINS.search(lead) or ENDS.search(gaps[-1]) and PAST.search(lead)) and not FUTURE.search(lead):
            starts = [fact.moment.start for fact in dates]
            rest = [starts[:i] + starts[i + 1 :] for i in range(len(starts))]
            of_the_last = ENDS.search(gaps[-1]) or RISES.search(
                gaps[-1]
            )  # "and wrote a history of it in 2001" may go back
            goes_back = starts != sorted(starts) and rest[-1] == sorted(rest[-1])
            if any(one == sorted(one) for one in rest) and (of_the_last or not goes_back):
                yield from pairwise(dates)


def _goes_on(between: str) -> bool:
    """Does the same one do something else?"""
    told = ELLIPSIS.fullmatch(between) or HE_DID.fullmatch(between)
    return bool(told) and not (
        ONE.search(between) or ANOTHER.search(between) or FUTURE.search(between) or NEW_NAME.search(between)
    )


def _and_then(story: Story, lead: str, a: Fact, b: Fact) -> Iterator[tuple[Fact, Fact]]:
    """ "convicted in 2012 of a killing committed in 2011 and freed in 2019": from the first to the third."""
    for _, c in (pair for pair in story.pairs("date") if pair[0] is b):
        words = story.between(b, c)
        if words.startswith(" and ") and ELLIPSIS.fullmatch(words) and _chain(lead, words):
            yield a, c


def _next_sentence(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Work on the tunnel began in 2009. It was opened in 2016": each date the only one of its sentence up to there."""
    last: Fact | None = None
    for fact in story.kinds("date"):
        a, last = last, fact if last is None or last.sentence != fact.sentence else last
        if a is None or a.sentence == fact.sentence or not 0 <= fact.sentence.start - a.sentence.end <= NEXT:
            continue
        if not _alike(a, fact):
            continue
        lead, begins = _lead(story, a), story.text[fact.sentence.start : fact.span.start]
        if (
            len(begins) < REACH
            and SAME.match(begins)
            and not (ANOTHER.search(begins.replace("successor", "")) or FUTURE.search(lead + begins))
        ):
            if not ANOTHER.search(story.after(a)) and _chain(lead, begins, across=True):
                yield a, fact


def _lead(story: Story, fact: Fact) -> str:
    return story.before(fact, REACH)


def _alike(a: Fact, b: Fact) -> bool:
    """Two days, two months or two years, each named by a figure."""
    fits = isinstance(a.value, Moment) and isinstance(b.value, Moment) and a.moment.grain == b.moment.grain
    return (
        fits
        and a.moment.grain in ("day", "month", "year")
        and DIGIT.search(a.text) is not None
        and DIGIT.search(b.text) is not None
    )


def _is_day(fact: Fact) -> bool:
    return isinstance(fact.value, Moment) and fact.moment.grain == "day"


def _chain(first: str, second: str, across: bool = False) -> str | None:
    """The chain of which the first words tell an earlier stage than the second."""
    first, second = first.lower(), second.lower()
    for name, stages_of in CHAINS.items():
        if across and name in ("life", "deal"):
            continue
        later = _stage(stages_of, second)
        if later > 0 and 0 <= _stage(stages_of, first) < later:
            return name
    return None


def _stage(chain: tuple[str, ...], words: str) -> int:
    """The stage that the verb nearest to the end of these words tells of; -1 for none."""
    best, where = -1, -1
    for i, verbs in enumerate(chain):
        end = max(_end(verb, words) for verb in _alternatives(verbs))
        if end >= where and end >= 0:
            best, where = i, end
    return best


@cache
def _alternatives(verbs: str) -> tuple[str, ...]:
    """Split at the bars that stand in no brackets."""
    found = [""]
    for piece in verbs.split("|"):
        inside = found[-1].count("(") > found[-1].count(")")
        if inside:
            found[-1] += "|" + piece
        else:
            found.append(piece)
    return tuple(found[1:])


def _end(verb: str, words: str) -> int:
    """Where the last of a verb ends; -1 if it isn't there. Plain words are looked for without a pattern, which takes long to compile."""
    if SPECIAL.search(verb) is None:
        at = words.rfind(verb)
        end = at + len(verb)
        whole = at >= 0 and not words[at - 1 : at].isalpha() and not words[end : end + 1].isalpha()
        return end if whole else -1
    return max((found.end() for found in re.finditer(rf"\b(?:{verb})\b", words, re.I)), default=-1)
