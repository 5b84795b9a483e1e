"""A place in a row, and the ones before it by name: "the fifth in a row, after falls in February, March, April and May"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.model import Fact, Relation
from copydesk.relate.rows.occurrences import rows
from copydesk.relate.rows.ranks import ranks
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended


def relate(story: Story) -> Iterator[Relation]:
    for row in rows(story):
        place = row.place
        named = Fact(
            "count", row.named, story.document, written(row.number), block=place.block, sentence=place.sentence
        )
        parts: Parts = {"number": place, "earlier": named, "expected": written(row.expected)}
        yield Relation("streak", parts, place.sentence, (amended(place, Decimal(row.expected)),))
    for place, from_it, expected in ranks(story):
        told: Parts = {"number": place, "earlier": from_it, "expected": written(expected)}
        yield Relation("streak", told, place.sentence, (amended(place, Decimal(expected)),))


RELATION = RelationKind(
    about="A place in a row and the earlier ones by name; expected is one more than these.",
    parts={"number": "figure", "earlier": "figure", "expected": "figure"},
    relate=relate,
)
