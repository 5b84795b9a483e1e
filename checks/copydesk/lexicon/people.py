"""Words for people and for what befalls them. Data only; `extract.people` reads them.

Word classes of role words (one letter each, as `extract.people.line` writes them):

V  participle or past tense of a verb that is done to people: killed, injured (the V of "were killed" and of "killed three")
G  its -ing form: killing                       E  its base and third person: kills
J  adjective: dead, missing                     d  verb without an object: died
N  noun whose "of" names the people: the death of a woman
"""

# role: class: words
ROLE_WORDS: dict[str, dict[str, str]] = {
    "killed": {
        "V": "killed slain murdered assassinated massacred executed slaughtered beheaded lynched electrocuted strangled",
        "G": "killing murdering assassinating slaying massacring executing slaughtering",
        "E": "kill kills murder murders",
        "J": "dead deceased",
        "d": "died dies die dying perished perish succumbed drowned",
        "N": "death deaths murder assassination slaying slayings killings massacre body bodies remains execution",
    },
    "injured": {
        "V": "injured wounded hurt maimed hospitalized hospitalised grazed",
        "G": "injuring wounding hurting maiming hospitalizing hospitalising",
        "E": "injure injures wound wounds hurts hospitalize hospitalizes",
    },
    "shot": {
        "V": "shot stabbed gunned riddled",
        "G": "shooting stabbing",
        "E": "shoot shoots stab stabs",
        "N": "shootings stabbings",
    },
    "missing": {"J": "missing unaccounted", "d": "disappeared vanished", "N": "disappearance"},
    "arrested": {
        "V": "arrested detained apprehended jailed imprisoned",
        "G": "arresting detaining apprehending jailing",
        "E": "arrest detain",
        "N": "arrest detention",
    },
    "displaced": {"V": "displaced uprooted", "G": "displacing uprooting", "E": "displace"},
    "homeless": {"J": "homeless"},
    "evacuated": {"V": "evacuated", "G": "evacuating", "E": "evacuate", "N": "evacuation"},
    "rescued": {"V": "rescued", "G": "rescuing", "E": "rescue rescues", "N": "rescue"},
    "infected": {"V": "infected sickened", "G": "infecting sickening", "E": "infect infects sicken sickens"},
    "kidnapped": {
        "V": "kidnapped abducted",
        "G": "kidnapping abducting",
        "E": "kidnap abduct",
        "N": "kidnapping abduction kidnappings",
    },
    "laid off": {"V": "laid-off", "G": "laying-off", "E": "lay-off"},
    "trapped": {"V": "trapped stranded", "G": "trapping stranding", "E": "trap"},
}
# Two words that are one role word, where they stand side by side.
PAIRS: dict[tuple[str, str], str] = {
    ("laid", "off"): "laid-off",
    ("laying", "off"): "laying-off",
    ("lay", "off"): "lay-off",
    ("passed", "away"): "died",
    ("shot", "dead"): "killed",
    ("gunned", "down"): "killed",
    ("shoots", "dead"): "kills",
    ("shooting", "dead"): "killing",
    ("fatally", "shot"): "killed",
    ("fatally", "shoots"): "kills",
    ("fatally", "shoot"): "kill",
    ("fatally", "wounded"): "killed",
    ("fatally", "injured"): "killed",
    ("fatally", "stabbed"): "killed",
    ("fatally", "shooting"): "killing",
    ("mortally", "wounded"): "killed",
    ("fatal", "shooting"): "killing",
    ("fatal", "stabbing"): "killing",
    ("deadly", "shooting"): "killing",
    ("fatal", "shootings"): "killing",
    ("shooting", "death"): "death",
    ("shooting", "deaths"): "deaths",
    ("stabbing", "death"): "death",
    ("no", "one"): "nobody",
    ("each", "other"): "it",
    ("along", "with"): "along-with",
    ("together", "with"): "along-with",
}
# "… to death" makes these fatal.
TO_DEATH = frozenset(
    "shot stabbed beaten burned burnt crushed hacked bludgeoned strangled trampled shooting stabbing beating".split()
)

# What is counted says the role by itself: "12 deaths", "three bodies".
COUNTED_ROLES: dict[str, str] = {
    "death": "killed",
    "fatality": "killed",
    "killing": "killed",
    "murder": "killed",
    "homicide": "killed",
    "dead": "killed",
    "body": "killed",
    "injury": "injured",
    "injured": "injured",
    "wounded": "injured",
    "casualty": "killed+injured",
    "arrest": "arrested",
    "infection": "infected",
    "layoff": "laid off",
    "evacuee": "evacuated",
    "refugee": "displaced",
    "detainee": "arrested",
}
TOLL_NOUNS: dict[str, str] = {"dead": "killed", "death": "killed", "deaths": "killed", "fatalities": "killed"} | {
    "injured": "injured", "wounded": "injured", "injuries": "injured", "missing": "missing", "arrests": "arrested"
}  # fmt: skip

NEGATIONS = frozenset(
    "not never nearly almost possibly potentially possible n't wasn't weren't wasn’t weren’t isn't aren't isn’t aren’t hasn't haven't hasn’t haven’t".split()
)
MODALS = frozenset("will could would might should can may".split())
BE = frozenset("remain remained wasn't weren't wasn’t weren’t isn't aren't isn’t aren’t".split()) | frozenset(
    "was were is are been be being got gets get getting lay lying".split()
)
HAVE = frozenset("hasn't haven't hasn’t haven’t".split()) | frozenset(
    "has have had having will would could may might must can should shall did does do to".split()
)
ADVERBS = frozenset(
    "also later then now reportedly still just all both each since already soon once not never only apparently allegedly instantly"
    " immediately critically seriously severely gravely badly slightly lightly accidentally confirmed believed feared presumed so far subsequently"
    " eventually brutally mysteriously savagely found left pronounced declared reported".split()
)
RELATIVES = frozenset("who which that whom".split())
PREPOSITIONS = frozenset(
    "in at on with from near by for during inside outside into after before against between behind to under over along beside around through"
    " without as within when while where because since until off among".split()
)
OTHERS = frozenset("other others another more additional further second third fourth fifth".split())
DEFINITE = frozenset("the this these those".split())
POSSESSIVE = frozenset("his her their its my our your".split())
SINGULAR_PRONOUNS = frozenset("he she him himself herself self".split())
PLURAL_PRONOUNS = frozenset("they them themselves".split())
# Words that open sentences with a capital and name nobody.
OPENINGS = frozenset(
    "according earlier instead every if there here what how why meanwhile however officials police".split()
)
NOBODY = frozenset("nobody none noone".split())
# Finite verbs and the like, at which the search for a subject stops. Words in -ed are taken for such too.
VERBS = frozenset(
    "said says say told tells saw sees came went fled took made gave found heard began ran drove fired opened broke blew hit hits"
    " put set sent threw thought knew became held fell got led left met fought struck tried caught"
    " added confirmed described identified including".split()
)

# A clause with one of these tells of a time or a war, not of the article's own event.
ELSEWHEN = (
    r"\b(?:(?:last|this|each|every|per|a|past|previous|recent|same|that) (?:year|decade|century|season)\b"
    r"|(?:last|past|this|previous) (?:month|summer|spring|fall|autumn|winter)\b"
    r"|(?:years?|months?|decades?|weeks?) (?:ago|earlier|before)\b|(?:in|over|during|for) (?:recent|the (?:past|last)|\w+) (?:years|decades|months)\b"
    r"|earlier,|(?:deadliest|worst) [^.]{0,60}?\bsince|annually|nationwide|each year|so far this|year[- ]to[- ]date|in history|(?:years|decades) of\b|anniversary"
    r"|(?:an?|the|in|another|similar) (?:earlier|previous|separate|unrelated|prior) (?:\w+ )?"
    r"(?:attack|shooting|incident|accident|crash|bombing|case|murder|killing|explosion|blast)s?\b)"
)
LONG_EVENTS = (
    r"\b(?:(?:in|during|over|of|since) (?:the |this |that |its |their |an? )?(?:[\w'’-]+ ){0,2}?"
    r"(?:war|conflict|insurgency|genocide|epidemic|pandemic|struggle)\b"
    r"|(?:war|wars|conflict|insurgency|epidemic|pandemic)\b[^.]{0,40}?\b(?:has|have|had)\b)"
)
# Each match of the two has one of these.
TIMES_PAST = frozenset(
    "year years decade decades century season month months week weeks summer spring fall autumn winter annually nationwide far date history"
    " anniversary earlier previous separate unrelated prior deadliest worst war wars conflict insurgency genocide epidemic pandemic struggle".split()
)

# Behind a noun of death these make it none: death threats, the murder plot.
NOT_DONE = frozenset(
    "threat threats attempt attempts plot plots squad squads rate rates penalty sentence row bed certificate trial case weapon scene".split()
)
# Phrases that tell of harm without a role word.
HOSPITAL = frozenset("hospital hospitals hospitalised hospitalized clinic center centre".split())
TAKEN = frozenset("taken rushed airlifted transported flown sent admitted brought transferred driven carried".split())
SENT = frozenset("sent sends sending put puts putting landed hospitalizing".split())
SUFFERED = frozenset("suffered sustained received suffering sustaining receiving suffers sustains".split())
HARM = frozenset("injuries injury wounds wound burns trauma".split())
CONDITIONS = frozenset("critical stable serious fair guarded good grave".split())
LOST_LIFE = frozenset("life lives".split())
TAKES_LIVES = frozenset("claimed claims claiming took takes taking cost costs costing".split())
NO_HARM = {
    "injuries": "injured",
    "injury": "injured",
    "deaths": "killed",
    "fatalities": "killed",
    "arrests": "arrested",
} | {"casualties": "killed+injured"}
GRAVELY = frozenset("critically seriously badly gravely severely slightly".split())
NOT_NAMES = frozenset("it nothing everything attack bomb vehicle car plan crime all some many several".split())
UNREAL = frozenset("to would could might may will can attempted threatened threatening".split())
TURNED = frozenset("turned turning turns".split())
WEAPONS = frozenset("gun weapon rifle handgun pistol shotgun".split())
STRUCK = frozenset("struck hit striking hitting strikes hits".split())
BODY_PARTS = frozenset(
    "head face neck chest torso abdomen stomach back shoulder arm hand wrist elbow leg thigh knee foot ankle hip buttocks groin".split()
)
MISSILES = frozenset("bullet bullets gunfire shrapnel shot shots".split())
# The last word of names that are no people's.
NOT_PEOPLE = frozenset(
    "street road avenue ave boulevard drive lane court square park place highway bridge river lake county city township village"
    " hospital center centre clinic school university college church department office company news weather sports times tribune"
    " post herald gazette radio television fox abc cbs nbc".split()
)
PHRASE_WORDS = TAKES_LIVES | SUFFERED | TAKEN | SENT | CONDITIONS | STRUCK | TURNED | {"lost", "toll", "number"}
# Words of which a sentence needs one before it is worth a look.
TRIGGERS = (
    frozenset(word for classes in ROLE_WORDS.values() for words in classes.values() for word in words.split())
    | frozenset(TOLL_NOUNS)
    | TO_DEATH
    | STRUCK
    | HARM
    | frozenset(
        "fatally toll casualties casualty fatality fatalities hospital condition lives arrests infections layoffs refugees".split()
    )
    | frozenset("laid laying passed deaths evacuees killings homicides".split())
)
# These need one of their companions near them.
COMPANIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(STRUCK, BODY_PARTS | MISSILES),
    "remains": frozenset(("of",)),
    "passed": frozenset(("away",)),
    "condition": CONDITIONS,
    "lives": TAKES_LIVES | {"lost", "lose", "loses", "losing"},
}
