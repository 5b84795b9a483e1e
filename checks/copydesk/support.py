"""Is a figure or date of one text borne out by another: stated there, derivable, or nowhere to be found?

Headlines and summaries give a figure as it stands in the story, rounded, or worked out from it: copying, rounding, paraphrase,
sum, difference and share are the operations that NumHG (Huang et al. 2024) found in headlines.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from itertools import combinations, pairwise

from copydesk.amounts import Amount, Interval, equal
from copydesk.late import late, pattern
from copydesk.lexicon.persons import PERSON_OF
from copydesk.lexicon.things import AGENTS, EMPTY, MEASURES, PEOPLE_ENDINGS, SORTS, SYNONYMS
from copydesk.model import Fact, Span
from copydesk.moments import DAY_OR_FINER, Moment, NotComparable, same
from copydesk.story import Story
from copydesk.ties import rounded, single

# Kinds whose figure may come back as the other ("two" of "two people").
KIN = {"count": "counted", "number": "counted", "score": "counted"}
SUMMED = frozenset({"count", "number", "money", "percent", "quantity", "duration"})
# Between a part and its whole.
PART_OF = late(r"(?:[^.;:!?]{0,40}?\s)?(?:of|out of|from among)\s(?:the\s|its\s|their\s|all\s|some\s)*(?:\w+\s)?")
# So many figures are looked at in pairs for a sum or difference; a longer text has one by chance for any number.
PAIRED_AT_MOST = 40
# From here on a figure may be given rounded to its last written digit.
ROUNDED_FROM = 20
# Figures that are told together stand within so many characters.
TOGETHER = 300
# A bound bears out figures up to this many times its own.
BOUNDED_AT_MOST = Decimal("1.5")
# Words. A longer text, or one that is not well shorter than its source, is no summary: it may say what the source doesn't.
SUMMARY_AT_MOST = 160
SHORT = 40
# So much of its source a text may be, and a short one, whose source may be short too.
SHARE, SHARE_IF_SHORT = 0.5, 0.75
DAY_NAME = late(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
ARTICLES = frozenset({"the", "a", "an"})
WORD = late(r"[^\W\d_]{3,}")
ENDING = late(r"(?:'s|’s|ing|ers?|ies|es|ed|s|e)$")


def is_summary(words: int, of_source: int) -> bool:
    """Is a text of so many words, beside its source, a headline, summary or post, and not a later version?"""
    share = SHARE_IF_SHORT if words <= SHORT else SHARE
    return words <= min(SUMMARY_AT_MOST, of_source * share)


class Source:
    """The figures and dates of a text, ready to be asked for one."""

    def __init__(self, facts: Iterable[Fact], text: str) -> None:
        self.text, self.words = text, text.lower()
        self.figures: list[Fact] = []
        self.moments: list[Moment] = []
        self.values: set[Decimal] = set()
        self._content: dict[Span, frozenset[str]] = {}
        for fact in facts:
            if isinstance(fact.value, Amount):
                self.figures.append(fact)
                self.values.update((fact.value.low, fact.value.high))
            elif isinstance(fact.value, Moment):
                self.moments.append(fact.value)

    def alike(self, claim: Fact) -> list[Fact]:
        """The figures of the text that could be the claim's: of one sort, in one unit or dimension."""
        return [fact for fact in self.figures if comparable(claim, fact)]

    def stating(self, claim: Fact) -> list[Fact]:
        """The figures of the text that say what the claim says."""
        return [fact for fact in self.alike(claim) if matches(claim.amount, fact.amount)]

    def repeating(self, claim: Fact) -> list[Fact]:
        """Those that say it again, so that vague figures and far bounds are left out."""
        return [fact for fact in self.alike(claim) if fact is not claim and repeats(claim.amount, fact.amount)]

    def has(self, claim: Fact) -> bool:
        """Does the claim's number stand in the text, whatever it is a number of?"""
        return claim.amount.low in self.values or claim.amount.high in self.values

    def content(self, sentence: Span) -> frozenset[str]:
        """The words of a sentence that say what it is about."""
        if sentence not in self._content:
            self._content[sentence] = content(self.text[sentence.start : sentence.end])
        return self._content[sentence]

    def years_apart(self) -> set[int]:
        """How many years lie between any two years that the text names."""
        years = sorted({moment.start.year for moment in self.moments if moment.year_known})
        return {later - earlier for earlier, later in combinations(years, 2)}

    def days_apart(self) -> set[int]:
        """How many days lie between any two days that the text names, without their ends or with one of them."""
        days = sorted(
            {moment.start.toordinal() for moment in self.moments if moment.day_known and moment.grain in DAY_OR_FINER}
        )
        return {later - earlier + more for earlier, later in combinations(days, 2) for more in (0, 1)}


def comparable(a: Fact, b: Fact) -> bool:
    """Are two figures of one sort, so that one can stand for the other?"""
    if KIN.get(a.kind, a.kind) != KIN.get(b.kind, b.kind):
        return False
    first, second = a.amount.unit, b.amount.unit
    if a.kind == "money":
        return _currency(first.name) == _currency(second.name)
    return first.fits(second)


def _currency(name: str) -> str:
    """Of a rate its currency: "on £100,000 a week" bears out "his £100,000 contract"."""
    name = name.partition(" per ")[0]
    return "dollar" if name == "united states dollar" else name


def matches(claim: Amount, stated: Amount) -> bool:
    """Does the claim say what was stated, perhaps rounded, hedged, or as a bound?"""
    claim, stated = _on_one_footing(claim, stated)
    if equal(claim, stated) != "fail":
        return True
    return _may_round(claim, stated)


def _may_round(claim: Amount, stated: Amount) -> bool:
    """May it be the other, rounded to its last digit? Nobody rounds a few, unless there was half of one."""
    few = claim.low < ROUNDED_FROM and not stated.low % 1
    return not few and rounded(claim).meets(Interval(stated.low, stated.high))


def contradicts(claim: Amount, stated: Amount) -> bool:
    """Can't both be true? Of figures in units that don't compare ("$5", "$5 a copy"), the numbers."""
    return equal(*_on_one_footing(claim, stated)) == "fail"


def repeats(claim: Amount, stated: Amount) -> bool:
    """Does the claim say again what was stated? "At least 14" bears out 14 and 15, not 198,000; "about 150" bears out 140, not 120."""
    claim, stated = _on_one_footing(claim, stated)
    if claim.low in (stated.low, stated.high) and (claim.low == claim.high or claim.high == stated.high):
        return True
    if not claim.low or not stated.low or equal(claim, stated) == "fail":
        return _may_round(claim, stated)
    if claim.low == claim.high and stated.low != stated.high and stated.high > stated.low * 2:
        return False
    if stated.is_bound and not claim.is_bound and not rounded(claim).meets(rounded(stated)):
        return False
    if claim.is_bound or stated.is_bound:
        return max(claim.low, stated.low) <= BOUNDED_AT_MOST * min(claim.low, stated.low)
    if "~" not in (claim.bound, stated.bound) and claim.low == claim.high and stated.low == stated.high:
        return rounded(claim).meets(rounded(stated))
    return equal(claim, stated) == "pass" or rounded(claim).meets(Interval(stated.low, stated.high))


def _on_one_footing(a: Amount, b: Amount) -> tuple[Amount, Amount]:
    if a.unit == b.unit:
        return a, b
    if a.unit.fits(b.unit) and a.unit.dimension:
        return a, b.to(a.unit)
    return _bare(a), _bare(b)


def _bare(amount: Amount) -> Amount:
    return Amount(amount.low, amount.high, amount.bound, amount.core, amount.wide)


def derived(claim: Fact, alike: list[Fact]) -> bool:
    """Is it the sum or the difference of two figures of its sort, or the sum of a run of three?

    Those aboard less the dead are no dead: people told by what befell them add up with their like.
    """
    if claim.kind not in SUMMED:
        return False
    kin = [fact for fact in alike if akin(claim, fact)]
    if not claim.role:
        return _adds_up(claim, kin)
    return any(_adds_up(claim, [fact for fact in kin if bool(fact.role) == told]) for told in (True, False))


def _adds_up(claim: Fact, alike: list[Fact]) -> bool:
    if len(alike) < 2:
        return False
    target = rounded(claim.amount)
    if claim.amount.is_bound:  # "more than 100" is said of 103 or 140, not of 900
        least = claim.amount.bound in (">", ">=")
        ends = (
            (claim.amount.low, claim.amount.low * BOUNDED_AT_MOST)
            if least
            else (claim.amount.low / BOUNDED_AT_MOST, claim.amount.low)
        )
        target = Interval(*ends)
    plain = [_on_one_footing(claim.amount, fact.amount)[1].low for fact in alike[:PAIRED_AT_MOST]]
    sums = [a + b for a, b in combinations(plain, 2)]
    sums += [abs(a - b) for a, b in combinations(plain, 2)]
    sums += [a + b + c for a, b, c in zip(plain, plain[1:], plain[2:], strict=False)]
    return any(target.low <= total <= target.high for total in sums)


def summed(claim: Fact, alike: list[Fact]) -> bool:
    """Is it the sum or the difference of figures of one thing, told in one sentence or the next? Of any two figures it may be by chance."""
    kindred = [
        fact for fact in alike if fact is not claim and single(fact) and not fact.other and of_one_sort(claim, fact)
    ]
    runs = [*pairwise(kindred), *zip(kindred, kindred[1:], kindred[2:], strict=False)]
    if not head(claim) or head(claim) in PERSON_OF:  # "5 held" of three adults and two boys
        told = [fact for fact in alike if fact is not claim and single(fact) and not fact.part and _of_anybody(fact)]
        runs += [(a, b) for a, b in pairwise(told) if a.sentence == b.sentence]
    return any(derived(claim, list(run)) for run in runs if run[-1].span.start - run[0].span.end < TOGETHER)


def akin(claim: Fact, fact: Fact) -> bool:
    """May a figure be of what the claim is of, as far as nouns and roles tell?"""
    if claim.role and fact.role:
        return bool({*claim.role.split("+")} & {*fact.role.split("+")})
    here, there = head(claim), head(fact)
    return not here or not there or one_noun(here, there) or is_sort(here, there) or is_sort(there, here)


def shared(claim: Fact, source: Source) -> bool:
    """Is a percentage what two figures make that the text ties as part and whole ("90 of the 360 pupils")?"""
    if claim.kind != "percent" or claim.amount.is_bound:
        return False
    counted = [
        fact
        for fact in source.figures
        if fact.kind in ("count", "number", "money") and single(fact) and fact.amount.low > 0
    ]
    target = rounded(claim.amount)
    for part, whole in pairwise(counted):
        tied = PART_OF.fullmatch(source.text, part.span.end, whole.span.start)
        if tied and part.amount.unit.name == whole.amount.unit.name and part.amount.low < whole.amount.low:
            share = part.amount.low / whole.amount.low * 100
            if target.low <= share <= target.high:
                return True
    return False


def _of_anybody(fact: Fact) -> bool:
    """Of people, or of what its noun does not say; nights and cars add up to no people."""
    return not fact.of or of_people(head(fact)) or bool(fact.role)


def is_bare(fact: Fact) -> bool:
    """A number that leaves its noun or unit to the figure before it ("$5.5 million on roads and 3.6 million on schools")."""
    return fact.kind == "number" or (fact.kind == "count" and not fact.of and not fact.role)


def of_one_sort(a: Fact, b: Fact) -> bool:
    """Do two figures count one sort of thing: one noun, or people both? Figures of money and measures do."""
    if "score" in (a.kind, b.kind):
        return a.kind == b.kind
    if a.kind not in ("count", "number") or b.kind not in ("count", "number"):
        return True
    first, second = head(a), head(b)
    return first == second or (first in PERSON_OF and second in PERSON_OF)


def one_noun(first: str, second: str) -> bool:
    """One noun, two for one thing ("jobs", "posts"), or two for people."""
    if first == second or any(second in words for words in _synonyms().get(first, ())):
        return bool(first)
    if of_people(first) and of_people(second):
        return True
    anybody, agent = (first, second) if first in ("people", "person") else (second, first)
    return anybody in ("people", "person") and len(agent) > 5 and agent.endswith(AGENTS)


@cache
def _synonyms() -> dict[str, list[frozenset[str]]]:
    """Each noun with the sets of nouns that it is in."""
    found: dict[str, list[frozenset[str]]] = {}
    for words in SYNONYMS:
        for word in words:
            found.setdefault(word, []).append(words)
    return found


def is_sort(noun: str, whole: str) -> bool:
    """Is it a sort of what the other noun names: bungalows of homes, goats of animals?"""
    return noun in _sorts(whole)


@cache
def _sorts(whole: str) -> frozenset[str]:
    return frozenset(
        sort for generics, *sorts in SORTS if whole in generics.split() for each in sorts for sort in each.split()
    )


def of_people(noun: str) -> bool:
    """Is a noun one for people? "Schoolchild" and "lifeguard" are, whatever stands before."""
    return noun in PERSON_OF or noun.endswith(PEOPLE_ENDINGS)


def head(fact: Fact) -> str:
    """The noun that a figure counts, crew for crew members; *person* for those who are only told by what befell them."""
    of = fact.of
    if of:
        return of[-1] if of[-1] != "member" or of[-2:] != ("crew", "member") else "crew"
    return "person" if fact.role else ""


# What tells the earlier of two figures of one measure.
PAST = pattern(
    r"\b(?:a\s+year\s+(?:ago|earlier|before)|last\s+year|years?\s+(?:ago|earlier|before)|in\s+(?:late\s+|early\s+)?(?:19|20)\d\d|quarter\s+of\s+(?:19|20)\d\d"
    r"|end\s+of\s+(?:19|20)\d\d|had\s+(?:\w+\s+)?(?:cost|been|earned|made|stood|reached|had)|when\s+the\s+first|previous(?:ly)?|peak)\b"
)


def is_earlier(story: Story, fact: Fact) -> bool:
    """Does its clause put a figure into the past of the story?"""
    return bool(PAST.search(story.before(fact, 90) + " " + story.after(fact, 50)))


def one_measure(story: Story, a: Fact, b: Fact) -> bool:
    """Are two figures of one measure: one noun counted, a word for one measure, or two words in common?"""
    if a.kind == b.kind == "count":
        return bool(head(a)) and head(a) == head(b)
    first, second = content(story.words(a.sentence)), content(story.words(b.sentence))
    return any(first & words and second & words for words in MEASURES) or len(first & second) > 1


def plain(fact: Fact) -> bool:
    """One figure above nothing, without a bound; a fact of a range or a vague number is none."""
    return (
        isinstance(fact.value, Amount)
        and fact.value.low == fact.value.high
        and fact.value.low > 0
        and not fact.value.is_bound
    )


def moment_stated(claim: Fact, source: Source) -> bool:
    """Does the text name the claim's date or time? Of one that can't be placed on the calendar the words must stand there."""
    if isinstance(claim.value, Moment) and any(_fits(claim.value, moment) for moment in source.moments):
        return True
    if claim.timex and claim.timex.endswith("_REF"):
        return True
    words = claim.text.lower().strip(".,")
    found = DAY_NAME.search(words)
    return (found.group() if found and claim.value is None else words) in source.words


def _fits(claim: Moment, stated: Moment) -> bool:
    """Are the two the same, as far as their words go, or is what was stated within the claim ("in 2019" of a day in 2019)?"""
    if claim.timex == stated.timex:
        return True
    try:
        if claim.grain == stated.grain and same(claim, stated) == "pass":
            return True
    except NotComparable:
        return False
    if claim.year_known != stated.year_known or claim.day_known != stated.day_known:
        return False
    return claim.start <= stated.start and stated.end <= claim.end


def two_voices(here: str | None, there: str | None) -> bool:
    """Are two speakers different ones, as far as their names tell?"""
    if not here or not there:
        return False
    first, second = ({word for word in name.lower().split() if word not in ARTICLES} for name in (here, there))
    return bool(first and second) and not first & second


def content(words: str) -> frozenset[str]:
    """The words that say what a passage is about, without their endings."""
    return frozenset([_stem(word) for word in WORD.findall(words.lower()) if word not in EMPTY])


@lru_cache(4096)
def _stem(word: str) -> str:
    return ENDING.sub("", word)


def about(fact: Fact, reach: int = 6) -> frozenset[str]:
    """The content words within so many words of a figure, in its sentence."""
    text = fact.document.text
    before = WORD.findall(text[fact.sentence.start : fact.span.start])[-reach:]
    after = WORD.findall(text[fact.span.end : fact.sentence.end])[:reach]
    return content(" ".join(before + after))


def next_word(fact: Fact) -> str:
    """What stands behind a figure: the first content word of its sentence from there on, without its ending."""
    text = fact.document.text
    for found in WORD.finditer(text, fact.span.end, max(fact.span.end, fact.sentence.end)):
        word = found.group().lower()
        if word not in EMPTY:
            return _stem(word)
    return ""
