"""Nouns that are counted: their plurals, and the words at which a noun phrase ends. There is no tagger; lists and
endings decide."""

from functools import lru_cache

IRREGULAR_PLURALS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "policemen": "policeman", "firemen": "fireman", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf", "halves": "half",
    "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "shelves": "shelf", "crises": "crisis",
    "analyses": "analysis", "bases": "base",
    "criteria": "criterion", "phenomena": "phenomenon", "data": "data", "media": "media", "cattle": "cattle",
    "sheep": "sheep", "fish": "fish",
    "deer": "deer", "aircraft": "aircraft", "spacecraft": "spacecraft", "helicopters": "helicopter",
    "troops": "troop", "police": "police",
    "personnel": "personnel", "staff": "staff", "crew": "crew", "series": "series", "species": "species",
    "buses": "bus", "gases": "gas", "viruses": "virus",
    "passersby": "passerby", "businessmen": "businessman", "fishermen": "fisherman", "gunmen": "gunman", "congressmen": "congressman",
    "servicemen": "serviceman",
    "grandchildren": "grandchild", "schoolchildren": "schoolchild", "folk": "folk", "livestock": "livestock",
    "poultry": "poultry", "headquarters": "headquarters",
    "vertebrae": "vertebra", "bacteria": "bacterium", "larvae": "larva", "alumni": "alumnus", "fungi": "fungus",
    "nuclei": "nucleus", "cacti": "cactus",
    "shoes": "shoe", "movies": "movie", "cookies": "cookie", "zombies": "zombie", "calories": "calorie",
    "selfies": "selfie", "ties": "tie", "pies": "pie",
    "lies": "lie", "dies": "die", "axes": "axe", "horses": "horse", "houses": "house", "nurses": "nurse",
    "purses": "purse", "cases": "case", "phases": "phase",
    "diseases": "disease", "purchases": "purchase", "leases": "lease", "causes": "cause", "courses": "course",
    "clauses": "clause", "responses": "response",
    "offenses": "offense", "licenses": "license", "expenses": "expense", "increases": "increase",
    "decreases": "decrease", "releases": "release",
    "universes": "universe", "senses": "sense", "noses": "nose", "roses": "rose", "hoses": "hose", "vases": "vase",
    "databases": "database",
    "warehouses": "warehouse", "greenhouses": "greenhouse", "doses": "dose", "exercises": "exercise",
    "franchises": "franchise", "premises": "premise",
    "surprises": "surprise", "promises": "promise", "enterprises": "enterprise", "nooses": "noose", "mooses": "moose",
    "pauses": "pause", "blouses": "blouse",
    "spouses": "spouse", "cruises": "cruise", "bruises": "bruise", "axis": "axis", "metropolises": "metropolis",
    "marines": "marine",
    "caches": "cache", "headaches": "headache", "avalanches": "avalanche", "niches": "niche", "aches": "ache",
    "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "volcanoes": "volcano", "tornadoes": "tornado", "torpedoes": "torpedo", "cargoes": "cargo",
    "vetoes": "veto", "echoes": "echo",
    "americans": "american", "lenses": "lens", "olds": "person", "cannon": "cannon", "offspring": "offspring", "bison": "bison", "salmon": "salmon", "trout": "trout", "shrimp": "shrimp", "quizzes": "quiz", "buses'": "bus", "fahrenheit": "fahrenheit", "touchdowns": "touchdown",
}  # fmt: skip
# End in s and are no plurals.
NOT_PLURALS = frozenset(
    "this is was has his its us as always perhaps thus does goes yes less plus minus versus vs across unless news"
    " politics economics physics mathematics"
    " athletics christmas gas bus boss class glass grass mass pass press loss cross dress process access success"
    " business congress progress address stress"
    " express witness illness fitness virus bonus campus census status focus consensus corpus chorus circus basis"
    " crisis analysis emphasis thesis"
    " bias canvas atlas texas kansas arkansas illinois paris thomas james charles davis williams jones harris lewis"
    " phillips los las angeles vegas"
    " says besides sometimes towards afterwards upwards downwards overseas abroad ours hers theirs yours whereas"
    " previous various famous serious"
    " religious dangerous numerous enormous gorgeous anonymous precious curious nervous obvious ambitious indigenous"
    " continuous simultaneous suspicious"
    " infectious hazardous conscious unconscious poisonous notorious luxurious mysterious u.s cos sas dos".split()
)
# A noun phrase ends before these.
STOPS = frozenset(
    "a an the this that these those my your his her its our their and or but nor so yet if than as because while"
    " when where who whom whose which what how why"
    " of in on at to for from by with without within into onto upon over under above below between among amid"
    " against about around across after before behind"
    " beside besides beyond during except inside near off out outside past per since through throughout till until"
    " toward towards via versus vs up down"
    " is are was were be been being am has have had having do does did will would can could may might must shall should"
    " he she it they we you i him them us me not no yet also too only even just still already again ever never then"
    " there here now once soon later ago away ahead aboard adrift"
    " said says say told according including such like each every all any some both either neither another much many"
    " few fewer more less most"
    " yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april"
    " june july august september"
    " october november december however meanwhile though although despite due because unless whether apiece"
    " respectively".split()
)
# Passed over between a number and its noun, and kept out of what is counted.
PASSED = frozenset("other more fewer additional further extra such separate own very".split())
# Forms of verbs that stand right behind a number without a noun: "seven died", "12 killed".
VERBS = frozenset(
    "killed injured wounded dead died hurt missing arrested hospitalized hospitalised dying escaped survived remain"
    " remained became voted said"
    " were was are is have had has came went got made took left lost won began started finished ran led drew failed"
    " passed stayed sat stood fell"
    " rose grew climbed dropped jumped gained declined slipped rejected accepted agreed refused called saw found"
    " knew heard felt says say told"
    " adopted approved abstained signed attended joined received described believe believed think thought reported"
    " needed required used fired"
    " dismissed convicted sentenced charged released detained rescued evacuated displaced homeless confirmed"
    " infected recovered unaccounted"
    " carried contained included lacked suffered offered supported opposed backed favoured favored enjoyed reached visited crossed"
    " demanded lived worked walked served escaped exceeded".split()
)
# Behind a number without a plural these are verbs: "with three held by independents".
PARTICIPLES = frozenset(
    "held given taken seen known built born shot hit cut put set run sold bought brought caught kept paid sent spent"
    " struck stolen driven drawn shown thrown written chosen worn torn sunk sold beaten broken frozen spoken woken"
    " done gone come become cast begun meant met read ridden understood taught sought fought crossed let split bet".split()
)
# These look like a noun without a plural, and say what so many do: "four belong to it", "30,000 go to Spain".
PRESENT = frozenset(
    "go belong come get give take make live work speak stay stand sit lie lead follow hold bring find lose pay carry serve own earn suffer die survive"
    " support oppose favour favor back believe feel know see hear like love hate hope expect plan fear agree disagree depend rely drink smoke drive walk"
    " travel commute attend study teach learn sell buy produce include exceed contain cover form show mean seem appear happen occur claim receive miss"
    " spend save want need use vote leave face run fall rise grow watch read eat sleep keep cost".split()
)
# Some participles are nouns, too: "one shot", "one set".
NOUNS_TOO = frozenset("shot hit cut set run put read".split())
# Behind "one man" these go on with the story.
PAST = frozenset(
    "spoke wrote drove flew gave fled threw rode sang swam wore broke chose hid stole flung crept grew lay rang sprang"
    " tore woke won wept slept stuck swung goes tells says".split()
)
# Plurals that stand before another noun as if they were adjectives: "five sports events".
ATTRIBUTIVE = frozenset(
    "sports arms sales goods human systems operations jobs women men children veterans girls boys drugs savings customs news".split()
)
# Behind a noun these are verbs: "a third of the population lives here".
VERBS_TOO = frozenset(
    "lives leaves dies needs uses costs plans wants hopes makes works remains comes goes takes gets gives shows".split()
)
# "A crew of six", "a crowd of 9,800": so many people. "A mother of four": so many children.
GROUPS = frozenset(
    "family party group crew crowd team panel jury squad congregation audience staff workforce army force gang household platoon brigade delegation choir class".split()
)
PARENTS = frozenset(
    "mother father parent mum mom dad stepmother stepfather grandmother grandfather grandparent granddad widow widower".split()
)
# Comparatives and superlatives, without their ending.
ADJECTIVES = {
    form: word
    for word, forms in {
        "large": "larger largest", "small": "smaller smallest", "old": "older oldest", "young": "younger youngest",
        "big": "bigger biggest",
        "early": "earlier earliest", "late": "later latest", "great": "greater greatest", "high": "higher highest",
        "low": "lower lowest", "long": "longer longest",
        "short": "shorter shortest", "strong": "stronger strongest", "weak": "weaker weakest",
        "rich": "richer richest", "poor": "poorer poorest",
        "fast": "faster fastest", "slow": "slower slowest", "new": "newer newest", "good": "better best",
        "bad": "worse worst", "wide": "wider widest",
        "deep": "deeper deepest", "heavy": "heavier heaviest", "light": "lighter lightest", "hard": "harder hardest",
        "real": "realer realest", "close": "closer closest",
        "cheap": "cheaper cheapest", "dark": "darker darkest", "hot": "hotter hottest", "cold": "colder coldest",
        "busy": "busier busiest", "few": "fewer fewest",
    }.items()
    for form in forms.split()
}  # fmt: skip
PRONOUN_ONE_BEFORE = frozenset("no any every some each this which another such".split())


@lru_cache(maxsize=8192)
def singular(word: str) -> str | None:
    """The singular of a plural noun in lower case; None for a word that is no plural."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith(("men", "people")) and len(word) > 5 and word not in _MEN:
        return word[:-2] + "an" if word.endswith("men") else word[:-6] + "person"
    if (
        len(word) < 4
        and word not in _SHORT
        or not word.endswith("s")
        or word in NOT_PLURALS
        or word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
    ):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-1] if word in _IE else word[:-3] + "y"
    if word.endswith("oes"):
        return word[:-1] if word in _OE else word[:-2]
    if word.endswith("uses") and word[:-2] in _US:
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


# Spokesmen and salespeople are plurals, these are not.
_MEN = frozenset("people stamen specimen regimen abdomen acumen bitumen cyclamen yemen women".split())
_US = frozenset(
    "campus virus bonus census status focus chorus circus genius surplus walrus cactus octopus sinus syllabus discus"
    " bus minibus omnibus apparatus prospectus coronavirus rhinovirus lotus fetus foetus uterus thesaurus crocus hiatus"
    " caucus nexus plus minus radius stimulus terminus abacus platypus hippopotamus".split()
)
_IE = frozenset(
    "movies cookies zombies calories selfies rookies prairies birdies hoodies sorties goalies brownies junkies newbies"
    " smoothies veggies groupies hippies yuppies indies aussies foodies roadies genies pixies collies magpies bookies"
    " caddies laddies townies lingeries reveries eyries".split()
)
_OE = frozenset("shoes horseshoes toes foes canoes hoes oboes woes roes throes floes tiptoes".split())
_SHORT = frozenset("mps pcs tvs dvds cds ads cars bus".split())


def lemma(word: str) -> str:
    """The singular of a noun, or the word itself."""
    return singular(word) or word
