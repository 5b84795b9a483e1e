"""So many people or things under one word: twins, a trio, a quartet, both candidates. They count as a figure does, where it is said again or
listed who they are."""

from copydesk.amounts import written
from copydesk.late import pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Span
from copydesk.story import Story
from copydesk.tokens import sentences

SIZES = {
    "twins": 2, "duo": 2, "both": 2, "triplets": 3, "trio": 3, "threesome": 3, "quadruplets": 4, "quartet": 4, "foursome": 4,
    "quintuplets": 5, "quintet": 5, "five-piece": 5, "four-piece": 4, "three-piece": 3, "six-piece": 6, "sextet": 6,
}  # fmt: skip
GROUP = pattern(
    r"\b(?P<group>twins|duo|both|triplets|trio|threesome|quadruplets|quartet|foursome|quintuplets|quintet|(?:three|four|five|six)-piece|sextet)\b(?!\s*[’'-])"
    r"(?:\s+of\s+(?:the\s+|his\s+|her\s+|their\s+)?(?P<of>[a-z]+)|(?<=both)\s+(?P<both>[a-z]+))?",
    words="twins duo both triplets trio threesome quadruplets quart quintuplets quintet piece foursome sextet",
)
# Of something else than those told of; "both in Rome and in Milan".
KNOWN = frozenset("in of at for on by to the a an his her their its and sides parties men women of".split())
BABIES = ("baby",)


def groups(story: Story) -> list[Fact]:
    """Each such word as a count, in text order, in the sentence that it stands in."""
    found: list[Fact] = []
    for block in story.document.blocks:
        if block.kind == "headline":
            continue
        for each in GROUP.finditer(story.text, block.start, block.end):
            word, noun = each["group"].lower(), each["of"] or each["both"] or ""
            if word == "both" and (noun in KNOWN or not singular(noun) or singular(noun) == noun):
                continue
            inside = (span for span in sentences(story.text, block.start, block.end) if each.start() < span.end)
            of = (singular(noun) or noun,) if noun else BABIES if word.endswith("lets") or word == "twins" else ()
            value = written(SIZES[word])
            span = Span(*each.span("group"))
            found.append(Fact("count", span, story.document, value, of=of, block=block.kind, sentence=next(inside)))
    return found
