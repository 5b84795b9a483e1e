"""From some facts to the keys that find exactly these and no others."""

from collections.abc import Iterator, Sequence
from itertools import islice

from copydesk.lexicon.nouns import lemma
from copydesk.model import Fact
from copydesk.propose._case import Case, Keys, kind_of
from copydesk.propose._words import WORD, landmarks
from copydesk.rulebook.things import forms, roles

# So many words are tried beside the facts, and so many pairs of them.
WORDS, PAIRS = 10, 12
SPEAKER_AT_MOST = 3
# What is meant and not said ("a crew of six").
PLURALS = {"person": "people"}


def single_out(case: Case, facts: Sequence[Fact]) -> Keys | None:
    """The plainest keys that stand for exactly these facts of the article; None if there are none. They never name the figure itself:
    a rule that looks for 388 would not find the slip."""
    wanted = tuple(facts)
    return next((keys for keys in _ways(case, wanted) if case.find(keys) == wanted), None)


def thing(fact: Fact) -> str:
    """What is counted, in the article's own words, or the role of people: what `of` names. Empty where that was not understood."""
    if fact.role:
        return " or ".join(fact.role.split("+"))
    if not fact.of:
        return ""
    text = fact.document.text
    behind = WORD.findall(text[fact.span.end : fact.sentence.end])[: len(fact.of) + 2]
    *before, head = fact.of
    own = next((word.lower() for word in behind if head in {lemma(word.lower()), *forms(word.lower())}), "")
    return " ".join((*before, own or PLURALS.get(head, head)))


def things(fact: Fact) -> Iterator[str]:
    """The same, with fewer and fewer words before the noun: "rail bridges", "bridges"."""
    whole = thing(fact)
    yield whole
    if not fact.role:
        words = whole.split()
        yield from (" ".join(words[i:]) for i in range(1, len(words)))


def _ways(case: Case, facts: tuple[Fact, ...]) -> Iterator[Keys]:
    first = facts[0]
    kind = kind_of(first)
    named = [of for of in things(first) if of and _can_be_named(of, first)]
    bases: list[dict[str, str | tuple[str, ...]]] = [{"a": kind, "of": of} for of in named]
    yield from bases
    if len(facts) > 1:
        bases.append({"a": kind})
        yield from ({**base, "near": near} for base in bases for near in _shared(case, facts))
        return
    words = landmarks(case, first)[:WORDS]
    bases.append({"a": kind})
    if first.block == "headline":
        yield from ({**base, "in": "headline"} for base in bases)
    for base in bases:
        yield from ({**base, "near": word} for word in words)
    for base in bases:
        yield from ({**base, "near": word, "in": place} for word in words[:4] for place in _places(first))
        yield from (
            {**base, "near": word, "not near": other}
            for word in words[:4]
            for other in _others(case, first, base, word)
        )
    yield from (
        {**base, "near": word, "take": end} for base in bases for word in words[:4] for end in ("first", "last")
    )
    yield from ({**base, "said by": speaker} for base in bases for speaker in _speakers(first))
    yield from ({**base, "in": place} for base in bases for place in _places(first) if place != "body")


def _can_be_named(of: str, fact: Fact) -> bool:
    """`of` takes a word that stands for people in a role ("dead") as that role: no name for anything else."""
    return bool(fact.role) or of.rpartition(" ")[2] not in roles()


def _shared(case: Case, facts: tuple[Fact, ...]) -> Iterator[str | tuple[str, ...]]:
    """Words that stand with each of several facts, then one word for each of them."""
    each = [landmarks(case, fact) for fact in facts]
    low = [{word.lower() for word in words} for words in each]
    yield from (word for word in each[0] if all(word.lower() in words for words in low))
    if len(facts) <= 3:
        for choice in islice(zip(*(words[:PAIRS] for words in each), strict=False), PAIRS):
            yield tuple(dict.fromkeys(choice))


def _places(fact: Fact) -> tuple[str, ...]:
    if fact.block == "headline":
        return ("headline",)
    if fact.quoted:
        return ("quote",)
    return ("lede", "body") if fact.block == "lede" else ("body",) if fact.block == "paragraph" else ()


def _others(case: Case, fact: Fact, base: Keys, word: str) -> Iterator[str]:
    """Words beside the facts that these keys find too many."""
    found = case.find({**base, "near": word})
    if fact not in found or len(found) > 3:
        return
    mine = {each.lower() for each in landmarks(case, fact)}
    rivals = [other for other in found if other is not fact]
    yield from (each for each in landmarks(case, rivals[0])[:6] if each.lower() not in mine)


def _speakers(fact: Fact) -> tuple[str, ...]:
    """The last words of who says it: "officials", "Bogomaz"."""
    if not fact.speaker or fact.speaker.lower() in ("he", "she", "they", "it"):
        return ()
    words = fact.speaker.split()
    return (words[-1], " ".join(words[-SPEAKER_AT_MOST:]))
