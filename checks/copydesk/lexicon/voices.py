"""Words around what people say: verbs of speech, and where the phrase that names the speaker ends."""

SPEECH = frozenset(
    "said says say saying told tells telling stated states stating reported reports reporting announced announces added adds adding"
    " confirmed confirms claimed claims estimated estimates noted notes wrote writes tweeted explained acknowledged"
    " admitted insisted argued warned testified alleged recalled revealed disclosed declared maintained asserted indicated"
    " pointed remarked commented replied responded concluded predicted quoted promised promises pledged pledges expects".split()
)
# The same in the plural: "rebels claim", but not "the claim".
PLAIN = frozenset("claim allege estimate warn argue insist believe predict expect fear reckon".split())
PLURALS = frozenset("police they people men women".split())
# What papers say rather than people: "the study found", "figures show".
SHOWS = frozenset("found finds show shows showed suggest suggests suggested".split())
DOCUMENTS = frozenset(
    "study studies survey surveys poll polls report reports research figures data statistics records documents inquiry audit census analysis"
    " investigation review researchers estimates papers results filings index".split()
)
PUTS = frozenset(("put", "puts"))
# With these a noun phrase behind the verb can be its subject: "…," said Ms Okafor.
INVERTED = frozenset(
    "said says added adds explained explains wrote writes reports notes noted stated warned insisted reported admitted claimed argued recalled commented concluded replied".split()
)
AUXILIARIES = frozenset(
    "has have had also first last later earlier then now already again still further even just once not previously publicly officially".split()
)
PASSIVE = frozenset("is are was were be been being am to".split())
# Pronouns that take their speaker from the sentence before.
PRONOUNS = frozenset("he she they".split())
# Subjects that are nobody's voice.
NOBODY = frozenset(
    "it there what this that which who i we you these those all some one his her their its my our".split()
)
CLAUSE_WORDS = frozenset(
    "but that as when while where because after before if which who whom whose although since though whereas unless until so"
    " is are was were be been will would could can may might must".split()
)
OPENERS = frozenset(
    "on in at meanwhile however but and so yet today yesterday later earlier separately still also nevertheless".split()
)
# Where a phrase behind "according to" or "said" stops.
STOPPERS = CLAUSE_WORDS | frozenset("on at during in by this it they he she there".split())
JOINS = frozenset("and or of for with in at to from on by about than".split())
# "The United States", "officers responded to the call".
FEDERAL = frozenset("united member gulf baltic nordic balkan swing federal all".split())
ANSWERING = frozenset("responded replied pointed".split())
# Words of saying that are plural nouns as well: "reports from the front", "the member states".
NOUNS = frozenset("reports states claims estimates notes".split())
DETERMINERS = frozenset("the a an one his her their its some".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split())
# Words of which a sentence needs one to attribute anything.
SAYING = SPEECH | PLAIN | SHOWS
TELLING = SPEECH | PLAIN | SHOWS | PUTS | {"according"}
