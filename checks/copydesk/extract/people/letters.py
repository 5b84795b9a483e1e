"""Which letter a word or a figure has on the line of its sentence; the letters are told in `line`."""

from copydesk.extract.people.units import Unit
from copydesk.late import late
from copydesk.lexicon import people as lexicon
from copydesk.lexicon import persons, roles
from copydesk.lexicon.numbers import MULTIPLIERS, SMALL
from copydesk.model import Fact
from copydesk.tokens import Page

ROLE_OF: dict[str, tuple[str, str]] = {
    word: (letter, role)
    for role, classes in roles.ROLE_WORDS.items()
    for letter, words in classes.items()
    for word in words.split()
}
LETTER_OF: dict[str, str] = {
    **dict.fromkeys(lexicon.VERBS, "v"),
    **dict.fromkeys(lexicon.PREPOSITIONS, "i"),
    **dict.fromkeys(lexicon.ADVERBS, "a"),
    **dict.fromkeys(lexicon.BE, "b"),
    **dict.fromkeys(lexicon.HAVE, "h"),
    **dict.fromkeys(lexicon.RELATIVES, "r"),
    **dict.fromkeys(lexicon.OTHERS, "o"),
    **dict.fromkeys(lexicon.DEFINITE, "D"),
    **dict.fromkeys(lexicon.POSSESSIVE, "H"),
    **dict.fromkeys(lexicon.SINGULAR_PRONOUNS, "y"),
    **dict.fromkeys(lexicon.PLURAL_PRONOUNS, "t"),
    **dict.fromkeys(lexicon.NOBODY, "0"),
    **dict.fromkeys(persons.PLURALS, "P"),
    **dict.fromkeys(persons.PERSONS, "p"),
    **dict.fromkeys(persons.GROUPS, "2"),
    **{word: letter for word, (letter, _) in ROLE_OF.items()},
    **dict.fromkeys(("a", "an"), "A"),
    **dict.fromkeys(("age", "ages", "aged"), "g"),
    **dict.fromkeys(("and", "or", "&", "plus", "along-with"), "&"),
    **dict.fromkeys(("including", "included", "includes", "include"), "m"),
    **dict.fromkeys((",", "(", ")", "[", "]", "–", "—"), ","),
    **dict.fromkeys((";", ":", "!", "?"), ";"),
    **dict.fromkeys(lexicon.OPENINGS | lexicon.DESCRIBING, "w"),
    **dict.fromkeys(("i", "we", "us", "you", "it", "me"), "x"),
    **dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), "T"),
    "|": ";", "of": "f", "no": "0", "but": "i", "by": "i", ".": ".", "/": "&",
}  # fmt: skip
FIGURES = ("count", "number")
TIMES = ("date", "time", "duration", "set")
# What stands before a bare figure that is an age.
BEHIND_AGE, SOMEBODY, ANYBODY, UNKNOWN = late(r"g,?&?$"), late(r"[Cp]\.?,$"), late(r"[Cpw]\.?,$"), late(r"w,$")


def letter(word: str, capital: bool, begins: bool) -> str:
    """The letter of a word in lower case: whether it has a capital, and whether it begins the sentence."""
    known = LETTER_OF.get(word)
    if known and not (capital and not begins and known in "wvGN"):
        return known
    if word.endswith(("'s", "’s")):
        return "H"
    if capital:
        return "C"
    if word.endswith("ly"):
        return "a"
    if word.endswith("ed"):
        return "v" if len(word) > 4 else "w"
    return "p" if word.endswith(persons.ENDINGS) else "P" if word.endswith(persons.PLURAL_ENDINGS) else "w"


def _is_age(units: list[Unit], fact: Fact, following: str) -> bool:
    """Ages that stand as bare figures: "Mary Jones, 41, was", "ages 54, 33 and 26"."""
    spelled = fact.text.lower() in SMALL
    if fact.kind not in FIGURES or not (fact.text.isdigit() or spelled) or fact.amount.high > 110 or not units:
        return False
    if units[-1].word in ("age", "ages", "aged"):
        return True
    before = "".join(unit.letter for unit in units[-3:])
    if BEHIND_AGE.search(before):
        return "&" in before[-2:] or following in ",&"
    if spelled:
        return False
    aged = any(unit.letter == "g" for unit in units)  # "Ana Ruiz, 30; Ivo Matos, 31 all died"
    named = (ANYBODY if aged else SOMEBODY).search(before) and following in ",.;hbVad"
    return bool(named or (UNKNOWN.search(before) and following in ",.;"))


def letter_at(page: Page, i: int, last: int, shouted: bool) -> str:
    """The letter of token i on its own; a full stop behind the last one."""
    return letter(page.lower[i], not shouted and page.words[i][0].isupper(), False) if i <= last else "."


def letter_of_fact(page: Page, fact: Fact, units: list[Unit], end: int, last: int, shouted: bool) -> str:
    """n for a figure that counts people, or whose noun is left out ("seven were killed"): then what follows is no noun."""
    if fact.kind in TIMES:
        return "T"
    if fact.kind == "age":
        return "q" if fact.text.lower().endswith("old") else "g"
    if fact.kind not in FIGURES or fact.amount.low != int(fact.amount.low) or fact.text.lower() in MULTIPLIERS:
        return "#"
    following = letter_at(page, end + 1, last, shouted)
    if _is_age(units, fact, following):
        return "g"
    if fact.of and is_person(fact.of[-1]):
        return "n"
    behind = page.lower[min(last, end + 1)]
    if behind in lexicon.ELLIPTIC:
        return "n"  # "two dead and six fighting …", "14 suffered burns"
    bare = not fact.of and following in ",.;" and units and units[-1].word in ("is", "was")
    if bare and lexicon.TOLL.isdisjoint(unit.word for unit in units):
        return "#"  # "who is about 40, was hurt"
    # A verb taken for the noun: "four shot outside club", "one suspect shot to death".
    if len(fact.of) > 1 and fact.of[-1] in ROLE_OF and is_person(fact.of[-2]):
        return "n"
    misread = bool(fact.of) and end <= last and fact.of[-1][:4] in (page.lower[end][:4], behind[:4])
    misread = misread or (behind == "of" and fact.of == (page.lower[min(last, end + 2)],))  # "one of five people"
    return "n" if (misread or not fact.of) and following not in "wCH#" else "#"


PERSONLIKE = (
    persons.PERSONS
    | persons.PEOPLES
    | frozenset(roles.COUNTED_ROLES)
    | frozenset(persons.IRREGULAR.values())
    | {"other", "victim", "life", "people"}
)


def is_person(noun: str) -> bool:
    """Does a noun, in the singular, stand for people, or for what befalls them (a death)?"""
    return noun in PERSONLIKE or noun.endswith(persons.ENDINGS)
