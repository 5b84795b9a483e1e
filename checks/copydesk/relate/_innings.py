"""What each side of a cricket match made, and by how much one won: "all out for 231 … post 268 for seven … the 37-run win"."""

from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.ties import single

# What an innings came to in the end; a score on the way ("at 168 for two in the 33rd over") is none.
OUT_FOR = pattern(
    r"\b(?:all\s+out|bowled\s+out|dismissed|skittled|bundled\s+out|rolled\s+over|shot\s+out|restricted\s+to|limited\s+to|held\s+to|repl(?:y|ied)\s+with)\s+(?:\w+\s+){0,2}?(?:for\s+|on\s+|at\s+)?(?:just\s+|only\s+)?$"
)
CAME_TO = pattern(
    r"\b(?:made|make|making|scored?|managed?|reach(?:ed)?|total(?:led)?|post(?:ed)?|compiled?|amass(?:ed)?|piled\s+up|racked\s+up|rattled\s+up|muster(?:ed)?|finish(?:ed)?|closed?|end(?:ed)?|declared?)\s+(?:(?:on|at|with|up)\s+)?(?:(?:an?|their|just|only)\s+)?(?:\w+\s+)?$"
)
WICKETS = r"(?:one|two|three|four|five|six|seven|eight|nine|\d)"
ALL_OUT = pattern(r"\s+all\s+out\b")
FOR_WICKETS = pattern(
    rf"(?:\s+for\s+|[-–/]){WICKETS}\b(?!\s+(?:overs?|balls?|runs?|minutes|weeks|months))|\s+all\s+out\b"
)
AND_AGAIN = pattern(r"(?:\s+for\s+\w+)?\s+and\s+\d")
FEWEST, RUNS = 20, (" runs", "-run ")


def innings(story: Story) -> list[tuple[Fact, Fact]]:
    """The two totals of a match, where it has just two."""
    if not story.mentions(*RUNS):
        return []
    figures = [fact for fact in story.kinds("number", "count", "score") if fact.amount.low >= FEWEST and single(fact)]
    ends = [fact for fact in figures if _is_total(story, fact)]
    totals = {fact.amount.low: fact for fact in ends}
    if len(totals) != 2 or any(AND_AGAIN.match(story.after(total)) for total in ends):
        return []
    first, second = totals.values()
    return [(first, second)]


def _is_total(story: Story, fact: Fact) -> bool:
    before, after = story.before(fact), story.after(fact)
    if OUT_FOR.search(before) or ALL_OUT.match(after):
        return True
    return bool(CAME_TO.search(before)) and bool(FOR_WICKETS.match(after))
