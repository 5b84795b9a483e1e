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
    frozenset("profit earn income earning net bottom".split()),
    frozenset("price cost sold worth".split()),
    frozenset("unemployment jobles".split()),
    frozenset("revenue sale turnover taking".split()),
)
# The sorts of a thing: what a writer parts it into ("312 homes: 140 flats, 96 terraced houses …").
_DWELLINGS = (
    "home house flat apartment bungalow cottage villa maisonette studio terrace townhouse duplex condominium condo penthouse unit plot lot semi"
    " houseboat mansion cabin chalet hut shack residence"
)
_LIVESTOCK = "cow calf bull ox heifer steer cattle sheep ewe lamb ram goat kid pig sow piglet hog horse mare foal donkey mule camel llama alpaca buffalo yak reindeer"
_FOWL = "chicken hen duck goose turkey pigeon swan gull heron eagle owl hawk falcon crow raven magpie parrot sparrow finch tern puffin gannet guillemot penguin stork crane vulture plover curlew"
_SEA = "whale dolphin porpoise seal otter turtle shark"
_WILD = "deer elk moose fox wolf bear lion tiger leopard cheetah lynx elephant rhino rhinoceros hippo giraffe zebra antelope monkey gorilla chimpanzee baboon badger hedgehog squirrel rabbit hare rat bat boar kangaroo koala snake lizard"
_PETS = "dog puppy cat kitten hamster"
_ROAD = "car van lorry truck bus coach minibus taxi motorcycle motorbike scooter moped tanker trailer pickup tractor ambulance limousine tram bicycle bike"
_BOATS = "warship boat ship ferry trawler yacht tanker freighter barge tug canoe kayak dinghy dhow schooner launch cruiser destroyer frigate submarine sailboat catamaran rowboat raft"
_AIR = "plane jet airliner helicopter glider bomber fighter drone airship balloon turboprop"
_TREES = "oak elm ash birch beech maple pine fir spruce larch cedar willow poplar lime alder rowan chestnut hawthorn palm acacia eucalyptus cypress yew sycamore plane olive apple pear plum cherry almond lemon orange mango"
_WORKS = "painting drawing sketch print engraving etching watercolour sculpture statue statuette photograph mural tapestry mosaic icon portrait landscape"
_FINDS = (
    "coin pot bead brooch ring sword knife axe blade arrowhead spearhead amphora bowl jug jar vase tile brick bone tooth tool button buckle nail pin"
    " comb lamp necklace bracelet helmet figurine tablet seal weight needle"
)
_PAPERS = "letter diary manuscript photograph map postcard book ledger pamphlet notebook poster journal volume novel magazine newspaper deed drawing"
_MUSIC = "violin viola cello bass flute oboe clarinet bassoon horn trumpet trombone tuba harp piano guitar drum fiddle accordion saxophone banjo"
_BUILDINGS = "house home school church mosque temple hospital clinic shop factory warehouse barn mill hotel office station library museum farmhouse bridge bakery chapel hall"
_SCHOOLS = "primary secondary nursery kindergarten academy college grammar"
_ARMS = "rifle pistol handgun revolver shotgun grenade carbine musket machine-gun knife dagger sword pistol"
_CLOTHES = "shirt coat jacket dress shoe boot hat cap glove scarf sock skirt jumper suit blanket"
_CROPS = "wheat barley oat maize corn rice soya soybean potato beet rye sunflower rape cotton"
_JOBS = "job post position role place vacancy redundancy saving"
_MEDALS = "gold silver bronze"
_CALLS = "burglary robbery theft assault fire rescue complaint accident crash alarm"
SORTS = (
    ("home house dwelling property residence unit apartment flat", _DWELLINGS),
    ("animal carcass creature beast", _LIVESTOCK, _FOWL, _SEA, _WILD, _PETS),
    ("livestock head herd", _LIVESTOCK),
    ("bird fowl", _FOWL),
    ("mammal", _SEA, _WILD),
    ("pet", _PETS, "rabbit parrot"),
    ("vehicle", _ROAD),
    ("vessel boat ship craft", _BOATS),
    ("aircraft", _AIR),
    ("tree sapling seedling", _TREES),
    ("work artwork picture image exhibit", _WORKS),
    ("object artefact artifact find item piece relic exhibit treasure", _FINDS, _WORKS, _PAPERS, _ARMS, _CLOTHES),
    ("document paper record item", _PAPERS),
    ("instrument", _MUSIC),
    ("building structure site premise", _BUILDINGS),
    ("school", _SCHOOLS),
    ("weapon arm gun firearm", _ARMS),
    ("garment item", _CLOTHES),
    ("job post position role", _JOBS),
    ("medal", _MEDALS),
    ("incident call offence crime", _CALLS),
    ("crop", _CROPS),
)
