"""Whose age it is, for `of`: whoever stands right before it ("Ana Roe, 52,", "the pilot is 52", "a boy aged 12"), or right behind
("the 52-year-old pilot", "Aged 52, the pilot")."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.late import late
from copydesk.lexicon.nouns import lemma
from copydesk.model import Fact, Term

# Beside numbers, what stands between somebody and the age.
LINKS = frozenset(
    "is was are were be been now then just only also both already dead found who had has turned turns turning died dies "
    "age ages aged at the of or and".split()
)
WORD, APART = late(r"[^\W_]+(?:['’-][^\W_]+)*"), late(r"[^\w\s'’-]")
FRONTED = late(r"\s*,\s+(?:(?:the|an?|his|her|their)\s+)?")
# A name or noun phrase has so many words at most.
LONGEST = 4


def is_whose(age: Fact, term: Term, text: str, counts: Iterable[Fact]) -> bool:
    """Is it the age of what the term names: a name, a noun, or the role of those who are counted where the age is told?"""
    start, end = age.sentence
    found = list(WORD.finditer(text, start, age.span.start))
    while found and (found[-1].group().lower() in LINKS or found[-1].group().isdecimal()):
        found.pop()
    last = found[-1].end() if found else start
    fronted = None if found else FRONTED.match(text, age.span.end)
    behind = APART.split(text[fronted.end() if fronted else age.span.end : end])[0].split()[:LONGEST]
    held = [each for each in counts if each.span.start <= age.span.start < each.span.end]
    if fronted or (behind and "-" in age.text):
        phrases = {_phrase(behind[:n]) for n in range(1, len(behind) + 1)}
    else:
        held += [each for each in counts if each.span.end == last]
        phrases = set(_ending(APART.split(text[start:last])[-1].split()))
    phrases.update(each.of for each in held)
    return any(each.role in term.roles for each in held) or not term.phrases.isdisjoint(phrases)


def _ending(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What words end with: of "the pilot Ines Walcott" the whole name, "walcott" and "ines"; and the pilot whose name it is."""
    for end in range(len(words), 0, -1):
        yield from (_phrase(words[start:end]) for start in range(max(0, end - LONGEST), end))
        if words[end - 1].islower():
            return


def _phrase(words: Sequence[str]) -> tuple[str, ...]:
    *before, head = (word.lower() for word in words)
    return (*before, lemma(head))
