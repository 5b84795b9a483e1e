"""Words that tell what befalls people: killed, injured, missing, … Data only.

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
        "G": "killing murdering strangling drowning beheading assassinating slaying massacring executing slaughtering",
        "E": "kill kills murder murders executes slays assassinates lynches beheads massacres",
        "J": "dead deceased",
        "d": "died dies die dying perished perish succumbed drowned",
        "N": "death deaths murder assassination assassinations slaying slayings killings massacre body bodies corpse corpses remains execution",
    },
    "injured": {
        "V": "injured wounded hurt burned burnt bitten maimed grazed mauled gored scalded concussed paralysed paralyzed blinded disfigured",
        "G": "injuring wounding hurting maiming mauling scalding",
        "E": "injure injures wound wounds hurts maul mauls",
    },
    "hospitalised": {
        "V": "hospitalized hospitalised",
        "G": "hospitalizing hospitalising",
        "E": "hospitalize hospitalizes hospitalise hospitalises",
    },
    "shot": {
        "V": "shot gunned riddled",
        "G": "shooting",
        "E": "shoot shoots",
        "N": "shootings",
    },
    "stabbed": {"V": "stabbed knifed slashed", "G": "stabbing knifing", "E": "stab stabs", "N": "stabbings"},
    "missing": {"J": "missing unaccounted", "d": "disappeared vanished", "N": "disappearance"},
    "arrested": {
        "V": "arrested detained apprehended",
        "G": "arresting detaining apprehending",
        "E": "arrest arrests detain detains",
        "N": "arrest detention",
    },
    "charged": {"V": "charged indicted", "G": "charging indicting", "E": "indict indicts"},
    "convicted": {"V": "convicted", "G": "convicting", "E": "convict convicts"},
    "jailed": {
        "V": "jailed imprisoned sentenced",
        "G": "jailing imprisoning sentencing",
        "E": "jail jails imprison imprisons",
    },
    "displaced": {"V": "displaced uprooted", "G": "displacing uprooting", "E": "displace displaces"},
    "homeless": {"J": "homeless"},
    "evacuated": {"V": "evacuated", "G": "evacuating", "E": "evacuate evacuates", "N": "evacuation"},
    "rescued": {
        "V": "rescued plucked saved",
        "G": "rescuing plucking saving",
        "E": "rescue rescues save saves",
        "N": "rescue",
    },
    "infected": {
        "V": "infected sickened",
        "G": "infecting sickening",
        "E": "infect infects sicken sickens",
        "d": "fell-ill tested-positive",
    },
    "kidnapped": {
        "V": "kidnapped abducted",
        "G": "kidnapping abducting",
        "E": "kidnap kidnaps abduct abducts",
        "N": "kidnapping abduction kidnappings",
    },
    "freed": {"V": "freed liberated released", "G": "freeing liberating releasing", "E": "frees"},
    "laid off": {"V": "laid-off", "G": "laying-off", "E": "lay-off", "J": "redundant"},
    "trapped": {"V": "trapped stranded", "G": "trapping stranding", "E": "trap"},
}
# Verbs with people behind them, none of which is a name when a headline gives it a capital: "Crash Kills 13".
TRANSITIVE = frozenset(
    word
    for classes in ROLE_WORDS.values()
    for letter in "VGE"
    for word in classes.get(letter, "").split()
    if word.endswith(("s", "ed", "ing"))
) | {"leaves"}
# Two words that are one role word, where they stand side by side.
PAIRS: dict[tuple[str, str], str] = {
    ("laid", "off"): "laid-off",
    ("made", "redundant"): "laid-off",
    ("laying", "off"): "laying-off",
    ("lay", "off"): "lay-off",
    ("lays", "off"): "lay-off",
    ("passed", "away"): "died",
    ("went", "missing"): "disappeared",
    ("gone", "missing"): "disappeared",
    ("go", "missing"): "disappeared",
    ("fell", "ill"): "fell-ill",
    ("fallen", "ill"): "fell-ill",
    ("became", "ill"): "fell-ill",
    ("taken", "ill"): "sickened",
    ("fell", "sick"): "fell-ill",
    ("tested", "positive"): "tested-positive",
    ("pulled", "alive"): "rescued",
    ("taken", "hostage"): "kidnapped",
    ("held", "hostage"): "kidnapped",
    ("rounded", "up"): "arrested",
    ("shot", "dead"): "killed",
    ("burned", "alive"): "killed",
    ("burnt", "alive"): "killed",
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
    ("fatally", "struck"): "killed",
    ("fatally", "hit"): "killed",
    ("fatally", "striking"): "killing",
    ("fatally", "hitting"): "killing",
    ("fatally", "wounding"): "killing",
    ("fatally", "injuring"): "killing",
    ("fatally", "stabbing"): "killing",
    ("mortally", "wounded"): "killed",
    ("mortally", "wounding"): "killing",
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
    "shot stabbed beaten burned burnt crushed hacked bludgeoned strangled trampled stoned starved froze frozen choked bled mauled gored kicked clubbed battered knifed scalded bitten dragged tortured whipped flogged punched shooting stabbing beating".split()
)
# "Beat a man to death", "stabbing two people to death".
TO_DEATH_ACTIVE = TO_DEATH | frozenset("beat beats stab stabs mauls".split())

# "Sentenced a man to death", "scared them to death".
NOT_TO_DEATH = frozenset(
    "sentenced sentencing condemned condemning scared scaring frightened frightening bored boring worried worrying doomed dooming linked linking related tied".split()
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
    "corpse": "killed",
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
# "Public bodies", "heavenly bodies": no corpses.
LIVING_BODIES = frozenset(
    "public governing regulatory professional sporting sports international advisory supervisory legislative elected official"
    " representative trade student religious heavenly celestial planetary water foreign rocky icy small".split()
)
TOLL_NOUNS: dict[str, str] = {"dead": "killed", "death": "killed", "deaths": "killed", "fatalities": "killed"} | {
    "injured": "injured", "wounded": "injured", "injuries": "injured", "missing": "missing", "arrests": "arrested"
}  # fmt: skip
