"""What `of` names: words to the phrases and roles that facts carry."""

from functools import cache

from copydesk.model import Term

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life", "police": "police",
    "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse", "leaves": "leaf", "shelves": "shelf", "knives": "knife",
}  # fmt: skip


@cache
def roles() -> dict[str, str]:
    """Role words of people → role: died, dead, death → killed."""
    from copydesk.lexicon.roles import COUNTED_ROLES, ROLE_WORDS

    found = {word: role for role, classes in ROLE_WORDS.items() for words in classes.values() for word in words.split()}
    return {**found, **COUNTED_ROLES, **{role: role for role in ROLE_WORDS}}


def term(words: tuple[str, ...]) -> Term:
    """The term that any of these words (in lower case) stands for, singular or plural alike."""
    phrases: set[tuple[str, ...]] = set()
    for word in words:
        *before, head = word.split() or [""]
        phrases.update((*before, form) for form in forms(head))
    known = roles()
    return Term(
        frozenset(phrases), frozenset(known[form] for word in words for form in (word, *forms(word)) if form in known)
    )


def forms(word: str) -> set[str]:
    """A noun as written, and what its singular may be."""
    found = {word, IRREGULAR.get(word, word)}
    if word.endswith("ies") and len(word) > 4:
        found.add(word[:-3] + "y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found.add(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found.add(word[:-1])
    if word.endswith("men") and len(word) > 3:
        found.add(word[:-3] + "man")
    return found
