"""Words around people and what befalls them: small words by sort, phrases without a role word, times of other events. Data only."""

from copydesk.lexicon.roles import ROLE_WORDS, TOLL_NOUNS

NEGATIONS = frozenset(
    "not never neither nearly almost possibly potentially possible n't wasn't weren't wasn’t weren’t isn't aren't isn’t aren’t hasn't haven't hasn’t haven’t".split()
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
    "in at on with from near by for during inside outside into after before against between behind to under over along beside around through upon"
    " without as within when while where because since until off among".split()
)
RANKS = {
    word: rank for rank, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
RANKED = frozenset(("", *"person victim man woman boy girl child teenager teen patient".split()))
OTHERS = frozenset(("other", "others", "another", "more", "additional", "further", *RANKS))
DEFINITE = frozenset("the this these those".split())
POSSESSIVE = frozenset("his her their its my our your".split())
SINGULAR_PRONOUNS = frozenset("he she him himself herself self".split())
PLURAL_PRONOUNS = frozenset("they them themselves".split())
# Words that open sentences with a capital and name nobody.
OPENINGS = frozenset(
    "toll according earlier instead every if there here what how why meanwhile however officials police".split()
)
NOBODY = frozenset("nobody none noone".split())
# In -ed, and no verbs before people.
DESCRIBING = frozenset(
    "alleged suspected armed unarmed masked retired unidentified uniformed handcuffed married related wanted".split()
)
# They name whom by "of".
KILLERS = frozenset("killer killers murderer murderers assassin assassins".split())
BODIES = frozenset("body bodies corpse corpses remains".split())
FOUND = frozenset("found recovered discovered pulled identified buried".split())
# Finite verbs and the like, at which the search for a subject stops. Words in -ed are taken for such too.
VERBS = frozenset(
    "said says say told tells saw sees came went fled took made gave found heard began ran drove fired opened broke blew hit hits"
    " put set sent threw thought knew became held fell got led left met fought struck tried caught"
    " added confirmed described identified including".split()
)

# Nouns of events with victims, as a pattern has them.
EVENTS = "attack|shooting|incident|accident|crash|bombing|case|murder|killing|explosion|blast|fire|collision|quake|strike|raid|violence|death|stabbing|massacre|ambush|derailment"
# A clause with one of these tells of a time or a war, not of the article's own event.
ELSEWHEN = (
    r"\b(?:(?:last|this|each|every|per|a|past|previous|recent|same|that) (?:year|decade|century|season)\b"
    r"|(?:last|past|this|previous) (?:month|summer|spring|fall|autumn|winter)\b"
    r"|(?:years?|months?|decades?) (?:ago|earlier|before)\b|weeks? earlier\b|weeks? before(?! \w+ (?:and|was|were)\b)|(?:in|over|during|for) (?:recent|the (?:past|last)|\w+) (?:years|decades|months)\b"
    r"|earlier,|(?:deadliest|worst) [^.]{0,60}?\bsince|annually|nationwide|each year|so far (?:this|in)|in the first \w+ (?:days|weeks|months) of|year[- ]to[- ]date|in history|(?:years|decades) of\b|anniversary"
    r"|(?:an?|the|in|another|similar) (?:earlier|previous|separate|unrelated|prior) (?:\w+ )?"
    rf"(?:{EVENTS}|robbery)s?\b|another (?:(?!in\b|at\b|during\b|of\b|on\b|by\b|after\b)[\w-]+ ){{0,2}}(?:{EVENTS})s?\b"
    r"|there (?:have|had) been [\w,]+ (?:\w+ )?(?:homicides|killings|murders)\b)"
)
LONG_EVENTS = (
    r"\b(?:(?:in|during|over|of|since) (?:the |this |that |its |their |an? )?(?:[\w'’-]+ ){0,2}?"
    r"(?:war|conflict|insurgency|genocide|epidemic|pandemic|struggle)\b"
    r"|(?:war|wars|conflict|insurgency|epidemic|pandemic)\b[^.]{0,40}?\b(?:has|have|had)\b)"
)
# Each match of the two has one of these.
TIMES_PAST = frozenset(
    "year years decade decades century season month months week weeks summer spring fall autumn winter annually nationwide far date history"
    " anniversary another homicides killings murders days earlier previous separate unrelated prior deadliest worst war wars conflict insurgency genocide epidemic pandemic struggle".split()
)

# Behind a noun of death these make it none: death threats, the murder plot.
NOT_DONE = frozenset(
    "threat threats attempt attempts plot plots squad squads rate rates penalty sentence row bed certificate trial case weapon scene".split()
)
# Phrases that tell of harm without a role word.
HOSPITAL = frozenset("hospital hospitals hospitalised hospitalized clinic center centre intensive".split())
TAKEN = frozenset(
    "taken rushed airlifted transported flown sent admitted brought transferred driven carried led pulled lifted held".split()
)
# Right behind these without "were": "23 flown to hospital", but "23 held medicine for hospitals".
WHERETO = frozenset(
    "to in into at by from off out away under over through alive unhurt unconscious safely safe with overnight".split()
)
# With people behind them: "took nine people to hospital".
SENT = frozenset(
    "send sent sends sending put puts putting landed took take takes taking rushed airlifted flew brought pulled led lifted".split()
)
SAFETY = frozenset("safety alive".split())
CUSTODY = frozenset(("custody", "questioning"))
FLED = frozenset("fled flee fleeing flees".split())
FORCED = frozenset("forced forces forcing driven drove driving drives".split())
HOMES = frozenset("home homes villages houses country homeland fighting".split())
FROM = frozenset("from out".split())
JOBS = frozenset("job jobs".split())
TOLL = frozenset("toll number total".split())
SHOCK = frozenset(("shock",))
TREATED = frozenset(("treated", "treating"))
NEEDED = frozenset("needed need needs needing required requiring".split())
AT_HAND = frozenset(("scene", "site", "there"))
NAMED_AS = frozenset("identified named described known".split())
CAPTIVITY = frozenset(
    "hostage hostages captive captives prisoner prisoners detainee detainees inmates custody kidnappers captors captivity jail prison".split()
)
# What is told before it happens: "the firm will lay off 1,200".
PLANNED = frozenset(("laid off",))
FIGHTING = frozenset("fighting battling".split())
CONTRACTED = frozenset("contracted caught contracting".split())
DISEASES = frozenset(
    "virus disease coronavirus covid malaria cholera measles ebola flu influenza infection illness hiv tuberculosis dengue typhoid mpox listeria legionella salmonella hepatitis meningitis polio".split()
)
SUFFERED = frozenset("suffered sustained received suffering sustaining receiving suffers sustains".split())
# What people do or suffer, straight behind a figure whose noun is left out.
ELLIPTIC = TAKEN | SUFFERED | FIGHTING | TREATED
HARM = frozenset(
    "frostbite hypothermia exhaustion heatstroke dehydration poisoning injuries injury wounds wound burns trauma fractures inhalation concussion bruises cuts".split()
)
INJURIES = frozenset("injury injuries".split())
COMA = frozenset(("coma",))
SURVIVE = frozenset(("survive",))
REVIVED = frozenset(("revived", "resuscitated"))
CONDITIONS = frozenset("critical stable serious fair guarded good grave".split())
LOST_LIFE = frozenset("life lives".split())
LOST = frozenset("lost lose losing loses".split())
TAKES_LIVES = frozenset("claimed claims claiming took takes taking cost costs costing".split())
NO_HARM = {
    "injuries": "injured",
    "injury": "injured",
    "deaths": "killed",
    "fatalities": "killed",
    "arrests": "arrested",
} | {"casualties": "killed+injured"}
SEVERITY = frozenset("minor serious severe critical threatening life slight lesser light grave superficial".split())
PREVENTED = frozenset("prevented avoided averted prevent avoid avert preventable avoidable".split())
GRAVELY = frozenset("critically seriously badly gravely severely slightly".split())
NOT_NAMES = frozenset("it nothing everything attack bomb vehicle car plan crime all some many several".split())
UNREAL = frozenset("to would could might may will can attempted threatened threatening".split())
# "What moved him to kill three", "used to kill": it was done.
BROUGHT_TO = frozenset("moved led drove caused triggered prompted provoked enabled managed used".split())
TURNED = frozenset("turned turning turns".split())
WEAPONS = frozenset("gun weapon rifle handgun pistol shotgun".split())
STRUCK = frozenset("struck hit striking hitting strikes hits".split())
BODY_PARTS = frozenset(
    "head face neck chest torso abdomen stomach back shoulder arm hand wrist elbow leg thigh knee foot ankle hip buttocks groin".split()
)
BROKEN = frozenset("broken fractured".split())
# "Broke his wrist", "lost a leg".
BROKE = frozenset("broke breaks".split())
OVERCOME = frozenset(("overcome",))
SMOKE = frozenset("smoke fumes gas".split())
SUPPORT = frozenset(("support",))
ONES_OWN = frozenset("a an his her their both one".split())
BONES = BODY_PARTS | frozenset(
    "bone bones arms hands wrists elbows legs thighs knees feet ankles hips rib ribs collarbone jaw nose skull spine pelvis vertebra vertebrae".split()
)
MISSILES = frozenset("bullet bullets gunfire shrapnel shot shots pellet pellets buckshot gunshot gunshots".split())
# The last word of names that are no people's.
NOT_PEOPLE = frozenset(
    "street road avenue ave boulevard drive lane court square park place highway bridge river lake county city township village"
    " hospital center centre clinic school university college church department office company news weather sports times tribune"
    " bar grill pub club lounge inn hotel motel restaurant cafe mall market plaza apartments airport station stadium theater theatre jail beach"
    " post herald gazette radio television fox abc cbs nbc".split()
)
PHRASE_WORDS = (
    (TAKES_LIVES | SUFFERED | INJURIES | TAKEN | SENT | CONDITIONS | STRUCK | TURNED | LOST)
    | (
        COMA
        | SURVIVE
        | REVIVED
        | BROKE
        | OVERCOME
        | SUPPORT
        | NEEDED
        | FLED
        | FORCED
        | FIGHTING
        | CONTRACTED
        | TREATED
        | HOSPITAL
    )
    | TOLL
)
# Words of which a sentence needs one before it is worth a look.
TRIGGERS = (
    frozenset(word for classes in ROLE_WORDS.values() for words in classes.values() for word in words.split())
    | frozenset(TOLL_NOUNS)
    | STRUCK
    | HARM
    | BROKEN
    | FLED
    | COMA
    | SURVIVE
    | REVIVED
    | BROKE
    | OVERCOME
    | SUPPORT
    | LOST
    | KILLERS
    | TREATED
    | FORCED
    | FIGHTING
    | CONTRACTED
    | SAFETY
    | CUSTODY
    | JOBS
    | frozenset(
        "fatally intensive toll casualties casualty fatality fatalities hospital treatment condition lives life arrests infections layoffs refugees".split()
    )
    | frozenset(
        "laid laying lay lays passed deaths evacuees killings homicides fell tested ill gone went pulled rounded burned burnt".split()
    )
)
# These need one of their companions near them.
COMPANIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(STRUCK, BODY_PARTS | MISSILES | {"fire", "fired"}),
    **dict.fromkeys(FLED | FORCED, HOMES),
    **dict.fromkeys(FIGHTING, LOST_LIFE),
    **dict.fromkeys(CONTRACTED, DISEASES),
    **dict.fromkeys(JOBS, LOST),
    **dict.fromkeys(("released", "releasing"), CAPTIVITY),
    **dict.fromkeys(("fell", "ill", "fallen"), frozenset(("ill", "sick"))),
    **dict.fromkeys(("gone", "went", "go"), frozenset(("missing",))),
    **dict.fromkeys(SAFETY, TAKEN | SENT),
    **dict.fromkeys(SURVIVE | REVIVED, NEGATIONS),
    **dict.fromkeys(KILLERS, frozenset(("of",))),
    **dict.fromkeys(BROKEN | BROKE, BONES),
    **dict.fromkeys(LOST, BONES | LOST_LIFE | JOBS),
    **dict.fromkeys(OVERCOME, SMOKE),
    **dict.fromkeys(SUPPORT, frozenset(("life",))),
    "tested": frozenset(("positive",)),
    "pulled": SAFETY,
    **dict.fromkeys(("burned", "burnt"), frozenset(("alive", "death", *GRAVELY))),
    "rounded": frozenset(("up",)),
    **dict.fromkeys(("lay", "lays", "laying"), frozenset(("off",))),
    "treatment": NEEDED,
    "remains": frozenset(("of",)),
    "passed": frozenset(("away",)),
    "condition": CONDITIONS,
    "lives": TAKES_LIVES | LOST | FIGHTING,
    "life": frozenset(("claimed", "claims", "claiming")),
}
