"""Words that tell whether two figures are of one thing. Data only."""

# Words that say nothing of what a passage is about.
EMPTY = frozenset(
    "the and for with from that this its his her their they was were are been has have had not who will would said says say after before"
    " more than over about into out off when while during between against two three four five six seven eight nine ten first second third"
    " one but all also both each per some most other another".split()
)

# How nouns end that may be people ("marcher"), and that surely are ("schoolchild").
AGENTS = ("er", "or", "ist", "ian", "ee")
# Nouns that a writer takes in turn for one thing.
SYNONYMS = tuple(
    frozenset(words.split())
    for words in (
        "job post position role", "aircraft plane jet airliner", "house home property dwelling", "car vehicle", "firm company business",
        "shop store outlet branch", "ship vessel boat ferry", "case infection", "item object piece", "letter message", "bird fowl chicken",
        "tree sapling", "picture painting work", "seat place", "tonne ton", "bus coach", "flat apartment", "school college", "shell round",
        "bicycle bike cycle", "motorcycle motorbike", "lorry truck", "church parish", "earthquake quake tremor", "book title volume", "film movie",
        "rocket missile", "gun firearm weapon", "tent shelter", "grave headstone gravestone tombstone", "flight departure", "fault defect flaw",
    )
)  # fmt: skip
PEOPLE_ENDINGS = (
    "child",
    "children",
    "man",
    "men",
    "woman",
    "worker",
    "player",
    "holder",
    "guard",
    "runner",
    "finalist",
    "soldier",
    "troop",
)
# Nouns for any of a sort, that stand for it when it is named again ("the penguins … all 132 birds").
GENERIC = frozenset(
    "animal bird creature beast fish insect plant vehicle victim item object piece thing unit artefact artifact".split()
)
# Words for one measure.
MEASURES = (
    frozenset("profit earn income earning net".split()),
    frozenset("price cost sold worth".split()),
    frozenset("unemployment jobles".split()),
    frozenset("revenue sale turnover".split()),
)
