"""A later version against an earlier one: a toll that fell, a figure changed in a sentence that stayed as it was, and not a word of it."""

from collections.abc import Iterator

from copydesk.amounts import Amount, equal
from copydesk.extract import read_facts
from copydesk.late import pattern
from copydesk.model import Document, Fact, Relation, Span
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import Source, content, derived, head, is_summary, of_people
from copydesk.ties import bare, each_way

KINDS = ("count", "money", "quantity", "percent")
# A word that the figure is another one now.
TOLD = pattern(
    r"\b(?:correct(?:s|ed|ing|ion|ions)?|clarif\w+|revis\w+|amend\w*|updat\w+|(?:earlier|previous)\s+(?:\w+\s+){0,2}?(?:version|story|report|figure|count|toll|statement|estimate|number)s?"
    r"|(?:previously|earlier|initially|originally|first|at\s+first)\s+(?:said|reported|put|given|told|thought|believed|announced|estimated|stated)|initial\w*|at\s+first|down\s+from|up\s+from|lowered|misstated|double-counted|in\s+error|mistaken\w*|wrongly)\b"
)
# What goes on changes by the hour, and readers know it.
RUNNING = pattern(
    r"\b(?:so\s+far|by\s+(?:noon|midday|evening|midnight|\w+day|late|early)|as\s+of|at\s+\d|gmt|shares?|index|futures|traded|trading|points?|odds|polls?|leads?|leading|ahead|minute|score\w*|degrees|wind|percent\s+at)\b|\b\d{1,2}(?::|\.)\d\d\b"
)
# So much of its words a sentence shares with the earlier one to be the same one, and so many at least.
ALIKE, FEWEST = 0.75, 6
# Where a toll is told: the headline and the first sentences.
OPENING = 6


def relate(story: Story) -> Iterator[Relation]:
    """One relation a figure that changed, or a toll that fell; and one for the toll, and each sentence, that stayed as it was."""
    against = story.document.counterpart
    if against is None or is_summary(len(story.text.split()), len(against.text.split())):
        return
    earlier = Story(against, read_facts(against))
    told = {fact.span for fact in _told(story)}
    toll = _toll(story, earlier)
    for here, there in (*([toll] if toll else ()), *_same_sentences(story, earlier)):
        if here.span not in told:
            told.add(here.span)
            parts: Parts = {"here": here, "there": there}
            yield Relation("revision", parts, here.sentence, each_way(here, there))


def _told(story: Story) -> Iterator[Fact]:
    """Figures beside a word that they were changed: in their sentence, or in a note at the head or foot of the story."""
    general = any(TOLD.search(words) for words in _edges(story.document))
    for sentence, facts in story.sentences():
        if general or TOLD.search(story.words(sentence)):
            yield from facts


def _edges(document: Document) -> tuple[str, str]:
    """The first and the last paragraph: where an editor's note stands."""
    blocks = [document.text[block.start : block.end] for block in document.blocks if block.kind != "headline"]
    return (blocks[0], blocks[-1]) if blocks else ("", "")


def _toll(story: Story, earlier: Story) -> tuple[Fact, Fact] | None:
    """The killed of the later version, where they are fewer than in the earlier one and nothing adds up to that."""
    before, now = _killed(earlier), _killed(story)
    if not before or not now:
        return None
    there, here = (max(facts, key=lambda fact: fact.amount.low) for facts in (before, now))
    if here.amount.is_bound and there.amount.is_bound:  # "at least 13" and now "at least nine"
        here, there = (fact._replace(value=bare(fact)) for fact in (here, there))
    if equal(here.amount, there.amount) != "fail":
        return here, there
    if here.amount.low > there.amount.low:
        return None
    source = Source(story.facts, story.text)
    return None if source.has(there) or derived(there, now) else (here, there)


def _killed(story: Story) -> list[Fact]:
    """The people killed as the opening has them, of the story's own event."""
    opening = [sentence for sentence, _ in story.sentences()][:OPENING]
    return [
        fact
        for fact in story.kinds("count")
        if fact.role == "killed" and not fact.part and not fact.other and fact.amount.low > 1 and fact.sentence in opening
        and (not fact.of or of_people(head(fact)) or head(fact) == "body")
    ]  # fmt: skip


def _same_sentences(story: Story, earlier: Story) -> Iterator[tuple[Fact, Fact]]:
    """The figures of a sentence and, one by one, those of the sentence that it was."""
    were = [(content(earlier.words(sentence)), sentence, _figures(facts)) for sentence, facts in earlier.sentences()]
    for sentence, facts in story.sentences():
        figures, words = _figures(facts), story.words(sentence)
        if not figures or RUNNING.search(words):
            continue
        about = content(words)
        alike = [(_overlap(about, other), at) for at, (other, _, _) in enumerate(were)]
        share, at = max(alike, default=(0.0, -1))
        if (
            share < ALIKE
            or len(about) < FEWEST
            or _outline(story, sentence, figures) != _outline(earlier, *were[at][1:])
        ):
            continue
        for here, there in zip(figures, were[at][2], strict=False):
            if here.kind == there.kind and here.amount.unit == there.amount.unit and not _risen(here, there):
                yield here, there


def _figures(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount)]


def _outline(story: Story, sentence: Span, figures: list[Fact]) -> str:
    """The words of a sentence with @ for its figures, in small letters and without what a desk changes in passing."""
    words, _ = story.outline(sentence, figures)
    return " ".join(
        word
        for word in words.lower().replace(",", " ").split()
        if word not in ("the", "a", "an", "that", "about", "some")
    )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / (len(a | b) or 1)


def _risen(here: Fact, there: Fact) -> bool:
    """A toll that rose is news, not a slip."""
    return bool(here.role) and here.amount.low > there.amount.low


RELATION = RelationKind(
    about="A figure of a later version, and what the earlier version that it is checked against had in its place.",
    parts={"here": "figure", "there": "figure"},
    relate=relate,
)
