"""Words around ages: units, who is of an age, what tells that a number is one. Data only."""

from copydesk.amounts import Bound

UNITS = {
    "year": "Y",
    "years": "Y",
    "yr": "Y",
    "yrs": "Y",
    "month": "M",
    "months": "M",
    "week": "W",
    "weeks": "W",
    "day": "D",
    "days": "D",
    "yo": "Y",
    "y.o.": "Y",
    "y": "Y",
}
YEARS_OLD = frozenset({"yo", "y.o."})
NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
OLDEST, HOURS = 125, 12
SET_OFF = ([",", "he"], [",", "she"])
# "She turned 40", "who was 10.", "he will be 35 by then".
TURNED = frozenset("was is be turned turns turning 's".split())
PERSONS = frozenset("he she who i will would just he'll she'll he'd she'd who'd i'll he’ll she’ll he’d she’d".split())
PERSON_IS = frozenset("he's she's i'm who's he’s she’s i’m who’s".split())
AFTER_AGE = frozenset(". , ; : ! ? and when by at on in but years last this next today yesterday )".split())
BOUNDS: dict[str, Bound] = {"under": "<", "below": "<", "over": ">", "above": ">"}
COMPARED = frozenset({"older", "younger"})
LEADING = frozenset(
    {*TURNED, *PERSON_IS, "both", ":", "of", "aged", "age", "ages", "between", "from", "just", "only", "at"}
)
CLOSING = frozenset(". , ; ) and".split())
ENDING = frozenset(". ; )".split())
# "Jazz drummer dies at 84"; at five would be a time of day.
DIED, LAST_HOUR = frozenset("die dies died dead".split()), 12
COUNTS = frozenset("number toll count tally total".split())
ANYBODY = frozenset(
    "people men women children child adult boy girl pupil adults residents patients boys girls kids pupils workers drivers them those anyone everyone"
    " anybody everybody someone person persons citizens voters teenagers youths customers passengers".split()
)
LISTING = frozenset({",", "and", "or", "&"})
LEVELS = frozenset("is was are were of at to from be by than oldest youngest".split())
AGES = frozenset(
    {("life", "expectancy"), *((sort, "age") for sort in "average median mean retirement pension".split())}
)
EXTREME = frozenset({"oldest", "youngest"})
SUBJECT_NEAR = 12
IS_AT = EXTREME | {"is", "was", "at"}
# Told of people alone where an age stands behind: "the accused, 27,".
SIBLINGS = frozenset({"twins", "triplets", "accused", "deceased"})
AGED = frozenset({"aged", "age", "ages"})
BRACKETS = frozenset("group bracket range band category cohort".split())
PEOPLE = {
    word: singular
    for singular, words in {"boy": "boy boys", "girl": "girl girls", "man": "man men", "woman": "woman women", "child": "child children",
                            "son": "son sons", "daughter": "daughter daughters", "student": "student students", "infant": "infant"}.items()
    for word in words.split()
}  # fmt: skip
# With a capital, and nobody's name.
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
    " monday tuesday wednesday thursday friday saturday sunday section chapter page room row".split()
)
