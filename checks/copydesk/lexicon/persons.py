"""Nouns of people: singular, plural, and those that are a number of people by themselves. Data only."""

MALE = frozenset(
    "man boy husband father son brother nephew uncle grandfather grandson stepson stepfather boyfriend gentleman policeman gunman businessman fisherman"
    " fireman guy priest patrolman male king prince he him himself serviceman watchman".split()
)
FEMALE = frozenset(
    "woman girl wife mother daughter sister niece aunt grandmother granddaughter stepdaughter stepmother girlfriend lady policewoman female nun maid"
    " she her herself actress queen princess".split()
)
# Somebody's: never the one whose they are.
KIN = frozenset(
    "brother sister sibling twin mother father parent son daughter wife husband spouse girlfriend boyfriend cousin nephew niece uncle aunt"
    " grandmother grandfather grandson granddaughter stepson stepdaughter".split()
)
# Singular nouns of people; plurals by rule, or listed in IRREGULAR.
PERSONS = (
    MALE
    | FEMALE
    | frozenset(
        (
            "abductor aboriginal academic accomplice accountant activist actor addict admiral adolescent adult adviser advisor afghan african agent aide "
            "airman airwoman ambassador american analyst anchorman angler applicant archbishop architect arsonist artist asian assailant "
            "assassin astronaut associate asylum-seeker athlete attache attacker attendant attendee attorney auctioneer auditor author autoworker baby "
            "babysitter backpacker bailiff baker bandmate banker barber bargeman bargoer barista barmaid barman barrister bartender bather "
            "beachgoer beautician beggar bellboy biker binman bishop boatman bodyboarder bodyguard bomber bookmaker bouncer boxer breadwinner "
            "bricklayer bridesmaid brigadier briton broadcaster burglar busker butcher bystander cabbie cadet cameraman campaigner camper "
            "campesino candidate canoeist canyoner captain captive caregiver carer caretaker careworker carjacker carpenter caseworker cashier "
            "caver catechist celebrant cellmate cellist chairman chairperson chairwoman chancellor chaplain chauffeur chef child childminder chilean churchgoer "
            "citizen civilian clansman classmate cleaner clergyman cleric clerk climber clubber co-pilot co-worker coach coalminer colleague "
            "colombian colonel columnist combatant comedian commander commando commissioner commuter companion comrade concertgoer concierge "
            "conductor congressman conscript constable consul contestant contractor controller convict cook cop copilot corporal correspondent "
            "cosmonaut councillor councilman councilor councilwoman countryman countrywoman couple courier cousin cowboy coworker crabber crew "
            "crewman crewmember cricketer croupier cuban culprit curate customer cybercriminal cyclist dad dancer deacon dealer dean debtor "
            "deckhand decorator defendant defender delegate delinquent deliveryman demonstrator dentist deputy descendant deserter detainee "
            "detective developer dignitary diner diplomat director dishwasher dispatcher diver docker dockworker doctor doorman dr driver "
            "drummer duchess economist editor educator electrician electrocutioner employee engineer ensign enthusiast environmentalist envoy "
            "escort european escapee evacuee executive expatriate explorer extremist family fan farmer farmhand farmworker festivalgoer fiance fiancee "
            "fighter filmmaker financier firefighter fisher flatmate follower footballer forager foreigner foreman forester freshman friar "
            "friend frontman fugitive gambler gamekeeper gamer gangster gardener general geologist german glazier goalkeeper goatherd golfer "
            "governor graduate grandchild grandparent gravedigger grocer guard guardsman guatemalan guerrilla guest guitarist gunner gymnast "
            "hairdresser handyman harvester haulier headmaster headteacher heiress henchman herder herdsman hijacker hiker hitchhiker hitman "
            "holidaymaker homemaker homeowner horseman hostage hostess hotelier householder househusband housekeeper housemate housewife hunter "
            "huntsman imam immigrant indian individual infant infantryman informant informer inmate innkeeper inspector instructor insurgent "
            "intellectual interpreter intruder investigator investor iranian iraqi israeli italian jailer janitor jesuit jihadist jockey jogger "
            "journalist judge jurist juror juvenile kayaker kid kidnapper killer kinsman kinswoman laborer labourer landlord landowner "
            "landscaper latina latino lawmaker lawman lawyer layperson leader lecturer legislator librarian lieutenant lifeboatman lifeguard "
            "lineman linesman lodger logger longshoreman lookout looter lumberjack machinist madman magician magistrate mailman manager marcher "
            "marine marksman mayor mechanic medic member mercenary merchant merrymaker messenger mexican middleman midwife migrant militant "
            "militiaman militiawoman milkman miner minister minor missionary mobster mom monarch monk monsignor motorcyclist motorist motorman "
            "mountaineer mourner moviegoer mr mrs ms msgr mugger mum murderer musician nanny navigator neighbor neighbour neurosurgeon newborn "
            "newlywed newsman nicaraguan nightclubber nobleman nomad noncombatant notary novelist nurse nursemaid oarsman observer occupant "
            "octogenarian officer official oilman onlooker operator orphan outdoorsman outlaw overseer owner painter pakistani palestinian "
            "pallbearer panelist paraglider paralegal paramedic paratrooper parent parishioner partisan partner partygoer passenger pastor "
            "patient patron peacekeeper peasant peddler pedestrian pedlar pensioner performer person peruvian pharmacist photographer physician "
            "physicist pianist picketer picnicker pilgrim pilot pirate plainclothesman plainsman planter plasterer player playmate playwright "
            "plotter ploughboy ploughman plumber poacher poet policymaker politician pollster pope porter postman potholer preacher prefect "
            "premier preschooler presenter president principal prisoner professor projectionist prosecutor prostitute protester protestor "
            "provost psychiatrist psychologist publican publisher pupil purser quarryman quarterback rabbi racer raider railwayman rambler "
            "rancher ranger rapist rapper realtor rebel receptionist recruit recruiter rector referee refugee registrar relative renter "
            "repairman reporter rescuer researcher reservist resident retiree returnee rev reveler reveller rider rifleman rigger rioter robber "
            "roofer roommate rower runaway runner russian saboteur sailor salesman salesperson saleswoman salvadoran sawyer scaffolder scavenger "
            "scholar schoolboy schoolchild schoolgirl schoolmate schoolteacher scientist sculptor seafarer seaman seamstress secessionist "
            "secretary seminarian seminarist senator senior sentry septuagenarian sergeant servant serviceperson servicewoman settler sexton "
            "sharecropper shareholder shearer sheikh shepherd sheriff sherpa shipbuilder shipmate shoemaker shooter shopkeeper shoplifter "
            "shopper shopworker sibling signalman signatory singer skater skier skipper skydiver smallholder smuggler sniper snowboarder "
            "snowmobiler socialite sojourner soldier solicitor songwriter sophomore spaniard spectator speedboater spokesman spokesperson "
            "spokeswoman sportsman sportsperson sportswoman spouse sprinter spy squatter stablehand stallholder star statesman steelworker "
            "stevedore steward stewardess stockbroker stockman stoker stonemason storekeeper stowaway stranger striker strongman student stuntman stylist "
            "subcontractor suitor sunbather superintendent supervisor supporter supremacist surfer surgeon surveyor survivor suspect sweeper "
            "swimmer swordsman sympathiser sympathizer syrian tailor tanner tapper tattooist taxman taxpayer teacher teammate teamster "
            "technician teen teenaged teenager tenant terrorist theatregoer theologian therapist thief tiler timekeeper toddler tourist townsman "
            "townsperson trader tradesman tradesperson trafficker trainee trainer traveler traveller treasurer trekker tribesman tribesperson "
            "tribeswoman troop trooper trucker tunneler tutor typist ukrainian umpire undergraduate undertaker unionist usher vacationer vagrant "
            "valet vandal vendor veteran veterinarian vicar vice-president victim viewer vigilante villager violinist virologist visitor "
            "volunteer voter waiter waitress wanderer warden warder warlord warrior weaver weightlifter welder whistleblower widow widower "
            "witness woodcutter worker workman workmate worshiper worshipper wrestler writer yachtsman youngster youth zookeeper "
            "alderman alpinist amputee anaesthetist anesthesiologist archaeologist barkeeper bassist batsman beekeeper bicyclist biologist "
            "blogger boater bobsledder bosun botanist bowler bride broker busman butler caddie caddy centenarian chemist cinematographer "
            "complainant composer congregant cowhand curator diabetic drifter finalist florist foundryman groom guide gunsmith hacker "
            "helmsman helper homesteader hurdler influencer intern islander jeweler jeweller keeper kindergartener kindergartner linebacker "
            "luger marathoner midfielder newscaster nonagenarian optician organiser organizer paddler parolee participant pickpocket "
            "pipefitter pitcher plaintiff programmer roadie roughneck scooterist shortstop sightseer smokejumper snorkeler snorkeller staffer "
            "stagehand submariner translator trapper trawlerman vintner vlogger winemaker winger youtuber zoologist"
        ).split()
    )
) - frozenset(("her", "him", "he", "she", "himself", "herself"))
# Adjectives that are nouns of people in the plural only: "two Greeks", but not "a Greek ferry".
PEOPLES = frozenset(
    (
        "alawite albanian algerian anarchist angolan argentine argentinian armenian australian austrian azerbaijani bahraini bangladeshi bedouin"
        " belarusian belgian berber bolivian bosnian brazilian buddhist bulgarian burundian californian cambodian cameroonian canadian capitalist"
        " catholic chadian christian communist conservative copt croat croatian cypriot czech dane democrat dominican druze ecuadorean ecuadorian"
        " egyptian elder eritrean estonian ethiopian exile fascist feminist filipina filipino finn floridian gambian georgian ghanaian greek guinean"
        " gypsy haitian hindu honduran houthi humanist humanitarian hungarian hutu icelander indonesian islamist jamaican jew jihadi jordanian kazakh"
        " kenyan korean kosovar kurd kuwaiti laotian latvian leftist liberal liberian libyan lithuanian londoner loyalist macedonian malawian"
        " malaysian malian maori mauritanian moldovan mongolian montenegrin mormon moroccan mozambican muslim namibian nationalist native nazi nepali"
        " nigerian nigerien norwegian novice omani operative panamanian paraguayan paramilitary parisian private protestant qatari republican rightist"
        " rohingya subversive romanian royalist rwandan samoan saudi scot separatist serb serbian shia shiite sikh singaporean slave slovak slovene slovenian"
        " socialist somali sunni swede tanzanian texan tongan trinidadian tunisian turk tutsi ugandan uighur uruguayan uyghur uzbek venezuelan yazidi"
        " yemeni zambian zimbabwean"
    ).split()
)
IRREGULAR: dict[str, str] = {
    "people": "person", "persons": "person", "children": "child", "grandchildren": "grandchild", "schoolchildren": "schoolchild", "crewmen": "crewmember",
    "wives": "wife", "midwives": "midwife", "housewives": "housewife", "thieves": "thief", "folks": "person", "personnel": "person", "police": "police",
    "staff": "staff", "nationals": "national", "germans": "german", "passerby": "passerby", "passersby": "passerby",
}  # fmt: skip
PERSON_OF: dict[str, str] = {noun: noun for noun in PERSONS | PEOPLES} | IRREGULAR


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun != "german":
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


# How many more end: beachgoers, outworkers, spokesperson.
ENDINGS = (
    "goer",
    "worker",
    "woman",
    "person",
    "child",
    "guard",
    "player",
    "seeker",
    "rider",
    "fighter",
    "walker",
    "driver",
    "dweller",
)
PLURAL_ENDINGS = (*(f"{ending}s" for ending in ENDINGS), "women", "people", "children")
PLURALS: dict[str, str] = {
    (_plural(noun) if noun[-1] in "hnsxy" else f"{noun}s"): noun for noun in PERSONS | PEOPLES if noun[-5:] != "child"
} | IRREGULAR
SUFFERERS = frozenset("victim suspect survivor".split())  # "the shooting victim": a compound, nobody's object
# Nouns that are a number of people by themselves.
GROUPS: dict[str, int] = {
    "couple": 2, "couples": 2, "pair": 2, "duo": 2, "twins": 2, "both": 2, "trio": 3, "triplets": 3, "quartet": 4,
}  # fmt: skip
# People without a number, though their noun is singular.
COLLECTIVES = frozenset("family crew".split())
