"""An announced number and the list that follows: "four demands: …; …; … and …", "two changes. First, … Second, …"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.relate.lists.apart import told_apart
from copydesk.relate.lists.entries import (
    ENTRY,
    NAME,
    NAMES,
    TITLES,
    VERBS,
    Items,
    aged,
    alike,
    has_figures,
    listed,
    names,
    short,
    tells_who,
    things,
    titles,
)
from copydesk.relate.lists.on import further_on
from copydesk.relate.restated.groups import groups
from copydesk.relate.results.sets import how_many
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, of_people
from copydesk.ties import amended, single

FEWEST, MOST = 2, 20
# A list that is longer or shorter by more than this is a list of something else.
FURTHEST = 2
# From the announced number to the colon: its noun and what is said of it, in one clause.
COLON = late(r"[^:;.()\n\d]{2,110}:\s", words=":")
# "The shortlist of six is: ".
OF_SO_MANY = pattern(
    r"\b(?:(?:short|long)?list|panel|field|line-up|group|crew|team|set|squad|cast)\s+of\s+$",
    words="list panel field line group crew team set squad cast",
)
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
ONE_ENTRY = rf"(?:{'|'.join(NUMBERS)})(?:\s+[a-z][\w’'-]*){{1,2}}"
SO_MANY_EACH = late(rf"{ONE_ENTRY}(?:,\s+{ONE_ENTRY})*,?\s+and\s+{ONE_ENTRY}\.?\s*")
EACH_NUMBER = late(rf"(?:^|,\s+|,?\s+and\s+)({'|'.join(NUMBERS)})\b")
# Between number and colon these say that the list isn't the whole, or that it is of something else.
NOT_ALL = pattern(
    r"\b(?:including|such\s+as|among|like|for\s+example|said|says|told|asked|added|wrote|times?|percent|o'clock|minutes?|hours?|days?|weeks?|years?|months?)\b"
)
# A list that ends with "; and" is none of what somebody else said.
SAID = late(r",\s(?:[\w’'-]+\s){1,4}said(?=:)")
# "Four countries on its tour - Spain, Portugal, Morocco and Malta - before …"
# Behind a comma, so that no place is meant ("in Leeds, York and Hull"), and all with their articles or none.
AT_THE_END = late(
    r"^[^,:;()\d]*[a-z],\s+(?P<names>(?:the\s+[A-Z][\w’'-]+,\s+)+(?:the\s+[A-Z][\w’'-]+)\s+and\s+the\s+[A-Z][\w’'-]+)\s*[.]?\s*$",
    words="the",
)
# "Three things, flour, water and salt, and …": nouns that nobody describes in such a list.
THINGS = late(
    rf"\s+(?:[a-z-]+\s+)?(?:things|ingredients|languages|subjects|priorities|reasons|goals|aims|conditions|demands|colou?rs|elements|points|factors|courses|topics|questions|areas|fields|virtues|flavou?rs|categories),\s+(?P<items>{ENTRY}(?:,\s+{ENTRY})+,?\s+and\s+{ENTRY}?)(?=[.;,]|\s+[—–-])"
)
AFTER_NOUN = late(
    r"(?:\s+[a-z]+){0,2}\s+as\s+(?=[A-Z])|\s+[a-z]+(?:\s+[a-z]+)?(?:,|\s+[—–-]|\s+(?:are|were))\s+(?=(?:the\s+)?[A-Z])"
)
YEAR = r"(?:19|20)\d\d"
YEARS = rf"{YEAR}(?:,\s+{YEAR})*,?\s+and\s+(?:in\s+)?(?:{YEAR}|now|(?:again\s+)?(?:this\s+year|today|last\s+year|on\s+[A-Z][a-z]+day))"
IN_YEARS = late(
    rf"(?:(?:\s+times\s*(?:,|:|-|—|–)?|-time\s+[^.;:,\d]{{3,60}}?(?:,\s+who\s+[^.;:,\d]{{3,30}}?)?|\s+[a-z][^.;:,()\d]{{2,60}}(?:,|\s+[—–-]|:))\s+in\s+|\s+[a-z][^.;:,()\d]{{2,40}}\s\((?:in\s+)?)(?P<years>{YEARS})\b(?!,?\s+both)",
    words="19 20",
)
# There may be several of a year of anything but these.
ONE_A_YEAR = frozenset(
    "time visit trip attempt occasion expedition tour term election referendum edition ascent application crossing".split()
)
# "Five games in a row, having gone down to Arden, Colby, Deane, Eastleigh and Fenn".
IN_A_ROW = late(
    r"(?:\s+[\w-]+){0,3}?\s+(?:in\s+a\s+row|running|on\s+the\s+trot),?\s+(?:having|after|losing|beating|going|against|to|over|with)\b[^.;:A-Z]{0,40}\s(?=[A-Z])"
)
# "Four of her books, Salt, The Weir and …": so many of them are named.
OF_HER = late(r"\s+of\s+(?:her|his|its|their|the)\s+[a-z]+(?:\s+[a-z]+)?,\s+(?:(?:named|identified)\s+as\s+)?(?=[A-Z])")
OF_SOME = late(r"\s+of\s+(?:her|his|its|their|the)\s", words="of")
# "Three of the four brothers, Jan, Piet and Klaas": names of some.
OF_THE = pattern(r"\bof\s+(?:the|its|his|her|their)\s+$")
# "Three-wheelers": the number is of a word, and of no list.
IN_A_WORD = late(r"-(?!time|set|game|frame|strong|member|man|woman|person|part|point|stage)")
# "Chile, Ghana and Peru, the three countries that …"
OPENS = late(
    rf"[“\"\s]*((?:(?:the|The)\s+)?{NAME}(?:,\s+(?:the\s+)?{NAME})*,?\s+and\s+(?:the\s+)?{NAME}),\s+(?:the|all|its|his|her|their)\s+"
)
AS_TOLD = pattern(r"\s+(?:[a-z-]+\s+){0,2}?(?:that|who|which|whose|in|on|to|from|with|where|not|still|named|left|,)")
DAY_NAME = late(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "Named the two dead as Anna Berg, 44, and her nephew Nils, 19."
AS_AGED = late(r"[a-z\s’'-]{0,60}?(?:(?:\s(?:as|were|are)|,|:)\s+|\s?[—–]\s?)")
# "Three shops - a bakery, a chemist's and a florist's -", "the three firms suing the bank are Arl, Bodin and Case"
DASH = late(r"[^.;:,()—–\d]{2,60}?(?:\s?[—–]\s?|\s-{1,2}\s|\s\()", words="— – - (")
CLOSED = late(r"\s?[—–]\s?|\s-{1,2}\s|\)")
TITLE = late(r"\s+[a-z]+(?:\s+[a-z]+)?(?:,|:|\s+[—–-]|\s+(?:are|were))\s+")
# "The finalists are": they and no others.
ARE, THE_ONES = late(r"\b(?:are|were)\s$"), late(r"\W?(?:The|Its|Their|His|Her)\s(?:other\s)?$")
ENDED = late(r"\s*(?:[.,—–]|-\s|$)")
TWO_NAMES = late(rf"({NAME}\s+and\s+{NAME})(?=\s*(?:[,.;—–]|$))")


def relate(story: Story) -> Iterator[Relation]:
    found = [(fact, items) for fact in story.kinds("count", "number") if (items := _items(story, fact))]
    found += [(group, items) for group in story.once(groups) if (items := _of_group(story, group))]
    fitting = {items[0].start for fact, items in found if items[1] == fact.amount.low}
    for fact, (span, number) in found:
        if number != fact.amount.low and (span.start in fitting or _together(story, fact, number)):
            continue  # another number announces that list, or two do
        entries = Fact(
            "count", span, story.document, written(number), of=fact.of, block=fact.block, sentence=fact.sentence
        )
        parts: Parts = {"announced": fact, "items": entries, "expected": written(number)}
        yield Relation("listing", parts, fact.sentence, (amended(fact, Decimal(number)),))


def _together(story: Story, fact: Fact, number: int) -> bool:
    """ "Two in March and four in May": do two numbers of the sentence make as many?"""
    beside = {other.amount.low for other in story.kinds("count", "number") if other.sentence == fact.sentence}
    return number - fact.amount.low in beside - {1}


# Behind a word for so many: who they are, with what each does.
GROUP_OPENS = late(
    r"(?:\s+of\s+[a-z]+)?[^.;:,()—–\d]{0,30}?(?:,|\s[—–-]|:|\s\(|(?=\s+(?:consist|compris|made|is\s+made)))\s+(?:(?:is\s+)?made\s+up\s+of\s+|consist(?:s|ed|ing)\s+of\s+|compris(?:es|ed|ing)\s+)?(?=(?:the\s+)?(?:[a-z]+\s+)?[A-Z])"
)
PLAYER = rf"(?:the\s+)?(?:[a-z]+\s+){{1,2}}{NAME}"
WITH_ROLES = late(rf"((?:{PLAYER},\s+)+{PLAYER},?\s+and\s+{PLAYER})")
# A list of only some of them.
OF_SOME_ONLY = pattern(r"(?:including|such\s+as|among\s+them|like|for\s+example|notably|mainly|chiefly)\b")


def _items(story: Story, fact: Fact) -> Items | None:
    """The list that a number announces, if it may announce one."""
    if (
        not single(fact)
        or not FEWEST <= fact.amount.low <= MOST
        or (fact.part and not OF_SOME.match(story.after(fact)))
        or fact.amount.low != int(fact.amount.low)
        or OF_THE.search(story.before(fact, 12))
        or IN_A_WORD.match(story.after(fact, 12))
    ):
        return None
    items = (
        _after_colon(story, fact)
        or _set_off(story, fact)
        or _closing(story, fact)
        or _before(story, fact)
        or how_many(story, fact)
        or further_on(story, fact)
        or told_apart(story, fact)
    )
    if not items or items[1] < FEWEST or abs(items[1] - fact.amount.low) > FURTHEST:
        return None
    return None if OF_SOME_ONLY.match(story.text, items[0].start) else items


def _of_group(story: Story, group: Fact) -> Items | None:
    """ "A trio of singers - …", "both candidates for the post, …", "the quartet, made up of the violinist …": names behind it."""
    opened = GROUP_OPENS.match(story.text, group.span.end, group.sentence.end)
    if opened is None:
        return None
    found = NAMES.match(story.text, opened.end(), group.sentence.end)
    found = found or WITH_ROLES.match(story.text, opened.end(), group.sentence.end)
    if not found or not ENDED.match(story.text, found.end(), group.sentence.end) or NOT_ALL.search(opened.group()):
        return None
    return (Span(*found.span(1)), names(found[1])) if abs(names(found[1]) - group.amount.low) <= FURTHEST else None


def _after_colon(story: Story, fact: Fact) -> Items | None:
    """ "Four demands: a; b; c; and d" — semicolons, or short names between commas."""
    colon = COLON.match(story.text, fact.span.end, fact.sentence.end)
    if colon is None or not (fact.of or OF_SO_MANY.search(story.before(fact, 24))):
        return None
    start, end = colon.end(), fact.sentence.end
    if tells_who(story.text[start:end]):
        return None
    if NOT_ALL.search(SAID.sub("", colon.group()) if "; and " in story.text[start:end] else colon.group()):
        return None
    return (
        _counted_out(story, start, end)
        or listed(story, start, end)
        or short(story, start, end)
        or alike(story, start, end)
        or (None if of_people(head(fact)) else things(story, start, end))
    )


def _counted_out(story: Story, start: int, end: int) -> Items | None:
    """ "Five ships: two tankers, a ferry, a dredger and a tug": entries that each say how many they are, one of them more than one."""
    found = SO_MANY_EACH.fullmatch(story.text, start, end)
    if found is None:
        return None
    numbers = [NUMBERS[word.lower()] for word in EACH_NUMBER.findall(found[0])]
    return (Span(start, end), sum(numbers)) if max(numbers) > 1 else None


def _closing(story: Story, fact: Fact) -> Items | None:
    """ "Three rivers burst their banks in the night, the Elz, the Rems and the Fils.": names of what the sentence opens with, at its end."""
    if fact.span.start - fact.sentence.start > 1 or not fact.of or fact.role:
        return None
    end = story.text[fact.span.end : fact.sentence.end]
    found = AT_THE_END.search(end)
    if found is None or NOT_ALL.search(end):
        return None
    start = fact.span.end + found.start("names")
    return Span(start, start + len(found["names"])), names(found["names"])


def _set_off(story: Story, fact: Fact) -> Items | None:
    """ "Three cities - Leeds, York and Derby -", "has three children, Ada, Ben and Carla.": names behind the noun itself."""
    behind = story.text[fact.span.end : fact.sentence.end]
    if " and " not in behind and "," not in behind:
        return None
    years = IN_YEARS.match(story.text, fact.span.end, fact.sentence.end)
    if years:
        number = names(years["years"])
        alone = len(story.text[fact.span.end : years.start("years")].split()) <= len(fact.of) + 1
        once = head(fact) in ONE_A_YEAR or "time" in story.after(fact, 6)
        sure = number == fact.amount.low or once or (alone and number > fact.amount.low)
        return (Span(*years.span("years")), number) if sure else None
    row = IN_A_ROW.match(story.text, fact.span.end, fact.sentence.end)
    played = NAMES.match(story.text, row.end(), fact.sentence.end) if row else None
    if played:
        return Span(played.start(1), played.end(1)), names(played[1])
    title = TITLE.match(story.text, fact.span.end, fact.sentence.end)
    works = TITLES.match(story.text, title.end(), fact.sentence.end) if title else None
    if works and fact.of:
        return Span(*works.span(1)), titles(works[1])
    people = _aged(story, fact) if fact.role or of_people(head(fact)) else None
    if people:
        return people
    dash = DASH.match(story.text, fact.span.end, fact.sentence.end) if fact.of and not fact.part else None
    put_in = _put_in(story, fact, dash.end()) if dash and not NOT_ALL.search(dash.group()) else None
    if put_in:
        return put_in
    told = THINGS.match(story.text, fact.span.end, fact.sentence.end) if "," in behind else None
    if told and not VERBS.search(told["items"]) and not has_figures(story, *told.span("items")):
        return Span(*told.span("items")), names(told["items"])
    noun = OF_HER.match(story.text, fact.span.end, fact.sentence.end) if fact.part else None
    noun = noun or AFTER_NOUN.match(story.text, fact.span.end, fact.sentence.end)
    if noun is None or not (fact.of or fact.role):
        return None
    if ARE.search(noun.group()) and not THE_ONES.match(story.before(fact)):
        return None
    rest = story.text[noun.end() : fact.sentence.end]
    found = NAMES.match(story.text, noun.end(), fact.sentence.end) if "," in rest and "and" in rest else None
    if found is None and noun.group().rstrip().endswith((",", "—", "–")):
        found = TWO_NAMES.match(story.text, noun.end(), fact.sentence.end)
    if found is None or not ENDED.match(story.text, found.end(), fact.sentence.end):
        return None
    return Span(*found.span(1)), names(found[1])


def _put_in(story: Story, fact: Fact, start: int) -> Items | None:
    """What stands between dashes, or behind the one."""
    closed = CLOSED.search(story.text, start, fact.sentence.end)
    end = closed.start() if closed else fact.sentence.end
    found = NAMES.match(story.text, start, end)
    if found and ";" not in story.text[start:end]:
        return Span(*found.span(1)), names(found[1])
    return listed(story, start, end) or (short(story, start, end) if closed else None)


def _aged(story: Story, fact: Fact) -> Items | None:
    """ "The two dead as Anna Berg, 44, and her nephew Nils Holm, 19"."""
    found = AS_AGED.match(story.text, fact.span.end, fact.sentence.end) if story.kinds("age") else None
    return aged(story, found.end(), fact.sentence.end) if found else None


def _before(story: Story, fact: Fact) -> Items | None:
    """ "Chile, Ghana and Peru, the three countries that …": a sentence that opens with the list."""
    found = OPENS.fullmatch(story.text, fact.sentence.start, fact.span.start) if fact.of else None
    if found is None or not AS_TOLD.match(story.after(fact)) or DAY_NAME.search(found[1]):
        return None
    return Span(*found.span(1)), names(found[1])


RELATION = RelationKind(
    about="An announced number of things, and the list of them; expected is how many the list has.",
    parts={"announced": "figure", "items": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
