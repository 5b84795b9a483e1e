"""Does the sentence look back or ahead at a time? The verb it stands by decides "Friday" (last or coming) and "in
March" (which year)."""

from copydesk.lexicon.calendar import MONTHS
from copydesk.tokens import Page
from copydesk.typed import Literal

Tense = Literal["past", "future", ""]

FUTURE = frozenset(
    "will shall 'll would should must can upcoming going hopes hope intends aims expects expect plans plan soon"
    " won't may might tentatively predict predicts forecast forecasts anticipate anticipates".split()
)
# The present of a timetable.
TIMETABLE = frozenset(
    "opens open begins begin starts start resumes resume arrives returns expires reopens reopen falls ends closes"
    " departs airs meets meet go goes lifts launches lapses reconvenes".split()
)
# Participles that look ahead after "is", "are" or "has" ("is scheduled for Nov. 15"), the second lot also alone ("due
# Nov. 15").
AHEAD = frozenset({"scheduled", "expected", "planned", "slated", "due", "set", "payable", "effective"})
LOOKING_ALONE = frozenset({"due", "payable", "effective"})
BEFORE_AHEAD = frozenset({"is", "are", "be", "tentatively", "now", "currently", "also", "not", "has", "have"})
# What looks ahead with *to*, whatever its own tense; and what does so unless it is itself in the past ("had been due
# to").
PLANNING = frozenset(
    "ready agreed vowed wants want likely hoping planning planned preparing promised threatened pledged"
    " intended".split()
)
ARRANGED = frozenset({"is", "are", "set", "due", "scheduled", "supposed", "expected", "slated"})
WAS = frozenset({"was", "were", "had", "been"})
PAST = frozenset(
    "was were had did said told went came took made began fell rose held gave got became left met found saw ran sent"
    " won lost led kept brought"
    " thought felt shot hit cut struck died killed wrote spoke grew sold bought paid put broke chose drew flew knew"
    " threw built spent stood heard"
    " fought caught sought taught has have been hid slept swam drove rode ate sank sang drank forgot beat dealt dug"
    " fed fled froze hung laid leapt lent"
    " meant overcame overtook rang shook shone shrank slid sprang stole stuck strode swore swept swung tore"
    " understood withdrew withstood wore wept woke"
    " lay awoke arose chose clung crept forbade forgave foresaw knelt leant misled outdid overthrew overran partook"
    " quit rebuilt resold retook shed sped"
    " spat strove swelled underwent undertook upheld blew bent bred bore bid drove gone done seen taken given".split()
)
# Of verbs that are the same in the past, these before them tell it: "will cut", "to put".
MODALS = frozenset("will shall would should must can could may might to 'll won't".split())
SAME_IN_PAST = frozenset("cut put hit quit shed let set become come run".split())
# What goes on something at a time that is set: "go on sale Monday".
ON_SALE = frozenset("sale trial strike show display".split())
# All words that tell a tense, but for participles in -ed and those with 'll.
TELLING = FUTURE | TIMETABLE | AHEAD | PAST | {"plans", "effect", "to", "there", "runs"}
NOW = frozenset({"is", "are", "be", "being"})
# "March through June", "this year through August" may well be over.
PAST_THROUGH = frozenset({*MONTHS, "year"})
# A time behind these opens a clause of its own: "They met on Friday, and on Monday they will vote".
LINKS = frozenset({"and", "but"})
BEFORE_PARTICIPLE = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "still", "newly", "any", "some", "of", "previously", "recently"}
)
CLAUSE_ENDS = frozenset({";", ":", "(", ")", "—", "–", '"', "“", "”", "which", "who", "but"})
# "Parliament sat until Friday": what lasted until then is over, what was put off is not.
LASTED = frozenset(
    "sat stayed worked ran lasted remained lived waited talked debated slept fought served raged burned".split()
)
# What a month is said of that is still to come.
DELIVERED = (["delivery"], ["futures"], ["settlement"])
# "Until close of business on Monday".
UNTIL_REACH = 6
# How many tokens on either side are looked at.
WINDOW = 20


def tense(page: Page, first: int, last: int) -> Tense:
    """The tense of the verb nearest before the time of tokens `first` to `last` in its sentence, or else after it; ""
    for none."""
    lower = page.lower
    sentence = page.sentence_at(page.starts[first])
    begin = page.index_at(sentence.start)
    if begin >= first - 1 and page.index_at(sentence.end - 1) <= last + 1:
        return "future"  # a line that says nothing but when is a schedule
    if lower[last + 1 : last + 2] in DELIVERED:
        return "future"  # "wheat for May delivery"
    until = "until" in page.vocabulary and "until" in lower[max(begin + 1, first - UNTIL_REACH) : first]
    if until and not LASTED.isdisjoint(lower[max(begin, first - 2 * UNTIL_REACH) : first]):
        return "past"
    if _opens_ahead(lower, begin, first):
        return "future"
    if lower[first - 1] == "(" and first - 1 > begin:
        first -= 1
    if (
        lower[first - 2] in LINKS
        and lower[first - 1] in ("on", "in")
        and (found := _tense_after(page, last, sentence.end))
    ):
        return found
    for i in range(first - 1, max(-1, begin - 1, first - 1 - WINDOW), -1):
        if lower[i] in CLAUSE_ENDS:
            break
        if found := _tense_at(page, i):
            return found
    if found := _tense_after(page, last, sentence.end):
        return found
    opens = lower[first - 1] == "from" and first - 1 == begin  # "From Monday, fares go up"
    # "It stands until close of business on Monday"
    return "future" if opens or until or lower[first - 1] == "by" and first > begin else ""


def _tense_after(page: Page, last: int, end: int) -> Tense:
    """The tense of the first verb after a time."""
    for i in range(last + 1, min(len(page.lower), last + 1 + WINDOW)):
        if page.starts[i] >= end or page.lower[i] in CLAUSE_ENDS and i > last + 2:
            break
        if found := _tense_at(page, i):
            return found
    return ""


def _opens_ahead(lower: list[str], begin: int, first: int) -> bool:
    """ "(He has) until Tuesday", "loans through January", "as early as Monday"."""
    if lower[first - 1] in ("until", "till"):
        return first - 1 > begin
    if lower[first - 1] == "through":
        return (
            first - 1 > begin
            and "from" not in lower[max(begin, first - 5) : first]
            and lower[first - 2] not in PAST_THROUGH
        )
    return first >= 2 and lower[first - 1] == "as" and lower[first - 2] in ("soon", "early")


def _tense_at(page: Page, i: int) -> Tense:
    lower = page.lower
    word, before = lower[i], lower[i - 1] if i else ""
    if word not in TELLING and before != "after" and not word.endswith(("ed", "'ll", "’ll")):
        return ""
    if word == "may" and page.words[i] != word:
        return ""  # the month
    if word == "plans" and lower[i + 1 : i + 2] != ["to"]:
        return ""  # "vacation plans"
    if word == "effect" and before in ("take", "takes"):
        return "future"
    if word == "go" and lower[i + 1 : i + 2] == ["on"] and not ON_SALE.isdisjoint(lower[i + 2 : i + 3]):
        return "future"
    if word in ("meet", "go") and (before == "to" or word == "go" and lower[i + 1 : i + 2] not in (["to"], ["into"])):
        return ""  # "to meet demand", "decided to go", "let them go": the verb before says when
    if word == "runs":
        return "future" if lower[i + 1 : i + 2] in (["from"], ["until"], ["through"]) else ""
    if word in SAME_IN_PAST and before in MODALS:
        return ""
    if word in TIMETABLE and before in BEFORE_PARTICIPLE:
        return ""  # "they reached the falls"
    if word in FUTURE or word in TIMETABLE or word.endswith(("'ll", "’ll")):
        return "future"
    if word in AHEAD:
        if before == "been" and word != "expected" and lower[i + 1 : i + 2] == ["for"]:
            return "future"  # "a hearing has been set for the 14th"
        if before in BEFORE_AHEAD or word in LOOKING_ALONE and before not in WAS:
            return "future"
        if word in ("planned", "scheduled") and lower[i + 1 : i + 2] in (["a"], ["an"], ["another"]):
            return "future"
        return "" if word == "set" else "past"
    if word == "to":
        ahead = before in PLANNING or before in ARRANGED and (i < 2 or lower[i - 2] not in WAS)
        return "future" if ahead else ""
    if word == "there" and lower[i + 1 : i + 2] in (["is"], ["are"]):
        return "future"  # "On Sunday there are two games"
    if word in PAST or before == "after" and word.endswith("ing"):  # "should rise after falling in May"
        return "" if before in NOW else "past"
    if len(word) < 5 or not word.endswith("ed") or not page.words[i][0].islower():
        return ""
    # "A still unspecified date" and "is charged" tell no tense.
    return "" if before in BEFORE_PARTICIPLE or before in NOW else "past"
