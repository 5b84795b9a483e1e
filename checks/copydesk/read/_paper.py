"""A document of paragraphs without lines: its source is made of them, one a line, so that a place is a paragraph and a character."""

from collections.abc import Sequence

from copydesk.model import BlockKind
from copydesk.read._draft import FINAL
from copydesk.read._galley import Galley
from copydesk.read._tree import Words

# A first paragraph that is no longer, and no sentence, is a headline.
HEADLINE_AT_MOST = 140
# Properties of a document in which newsrooms keep the day of publication.
DATES = ("published", "publication date", "publish date", "date published", "pubdate", "date")
UNITS = {"text": "paragraph", "footnotes": "footnote", "endnotes": "endnote"}

Paragraph = tuple[BlockKind, Words]


class Paper:
    """The lines of each field, and the galley that they are set on."""

    def __init__(self) -> None:
        self.galley = Galley()
        self.lines: dict[str, list[str]] = {name: [] for name in UNITS}
        self.at = dict.fromkeys(UNITS, 0)

    def line(self, text: str, field: str = "text") -> Words:
        """One more line of the source."""
        text = text.replace("\n", " ").replace("\r", " ")
        at = self.at[field]
        self.lines[field].append(text)
        self.at[field] += len(text) + 1
        return Words(text, at)

    def set(self, paragraphs: Sequence[Paragraph]) -> None:
        """The blocks of the body; the first is the headline, if it looks like one and no style says which is."""
        spoken = [(kind, words) for kind, words in paragraphs if words.text.strip()]
        if not any(kind == "headline" for kind, _ in spoken) and headed(spoken):
            spoken[0] = ("headline", spoken[0][1])
        for kind, words in spoken:
            self.galley.add(kind, [words])

    def sources(self) -> dict[str, str]:
        return {name: "\n".join(lines) for name, lines in self.lines.items() if lines}


def headed(spoken: Sequence[Paragraph]) -> bool:
    """Is the first paragraph a headline, though no style says so?"""
    if len(spoken) < 2 or spoken[0][0] != "paragraph":
        return False
    first = spoken[0][1].text.strip()
    return len(first) <= HEADLINE_AT_MOST and not first.endswith((*FINAL, ",", ";", "-", "–", "—"))
