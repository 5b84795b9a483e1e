"""Nouns of people: singular, plural, and those that are a number of people by themselves. Data only."""

MALE = frozenset(
    "man boy husband father son brother nephew uncle grandfather grandson stepson stepfather boyfriend gentleman policeman gunman businessman fisherman"
    " fireman guy priest patrolman male king prince he him himself serviceman watchman".split()
)
FEMALE = frozenset(
    "woman girl wife mother daughter sister niece aunt grandmother granddaughter stepdaughter stepmother girlfriend lady policewoman female nun maid"
    " she her herself actress queen princess".split()
)
# Singular nouns of people; plurals by rule, or listed in IRREGULAR.
PERSONS = (
    MALE
    | FEMALE
    | frozenset(
        (
            "aboriginal academic activist actor adult adviser advisor afghan african agent aide airman airwoman ambassador american applicant archbishop"
            " architect asian assailant astronaut asylum-seeker athlete attacker attendant attendee attorney author autoworker baby babysitter backpacker"
            " baker bandmate banker barber bargoer bather beachgoer biker binman bishop bodyboarder bodyguard bomber boxer breadwinner bricklayer"
            " bridesmaid briton broadcaster burglar busker butcher bystander cabbie cadet cameraman camper candidate canoeist canyoner captain captive"
            " caregiver carer caretaker careworker carpenter caseworker cashier caver celebrant cellist chairman chairperson chairwoman chancellor"
            " chaplain chauffeur chef child childminder chilean churchgoer citizen civilian clansman classmate cleaner clergyman cleric clerk climber"
            " clubber coach coalminer colleague colombian colonel combatant comedian commander commando commissioner commuter companion comrade"
            " concertgoer conductor congressman conscript consul contestant contractor controller cook cop correspondent cosmonaut councillor councilman"
            " councilor councilwoman countryman countrywoman couple courier cousin cowboy crabber crew crewmember cricketer croupier cuban culprit curate"
            " customer cybercriminal cyclist dancer deacon dealer dean debtor deckhand decorator defendant defender delegate delinquent deliveryman"
            " demonstrator dentist deputy descendant deserter detainee developer dignitary diner diplomat director dispatcher diver docker dockworker"
            " doctor doorman dr driver drummer economist editor educator electrician electrocutioner employee engineer enthusiast environmentalist envoy"
            " european evacuee executive expatriate explorer extremist family fan farmer farmhand farmworker festivalgoer fiance fiancee fighter filmmaker"
            " financier firefighter fisher flatmate follower footballer forager foreigner forester freshman friend frontman fugitive gambler gamer"
            " gangster gardener general geologist german glazier goalkeeper goatherd golfer governor graduate grandchild grandparent guard guardsman"
            " guatemalan guerrilla guest guitarist gymnast handyman harvester haulier headteacher henchman herder herdsman hijacker hiker hitchhiker"
            " hitman holidaymaker homemaker homeowner horseman hostage hostess hotelier householder househusband housekeeper housemate housewife hunter"
            " huntsman imam immigrant indian individual infant infantryman informant inmate innkeeper inspector instructor insurgent intellectual"
            " interpreter intruder investigator investor iranian iraqi israeli italian janitor jesuit jihadist jockey jogger journalist judge jurist juror"
            " juvenile kayaker kid kidnapper killer kinsman kinswoman laborer labourer landlord landowner latina latino lawmaker lawman lawyer layperson leader"
            " lecturer legislator lieutenant lifeboatman lifeguard linesman lodger logger longshoreman lookout lumberjack madman magician magistrate"
            " manager marcher marine marksman mayor mechanic medic member mercenary merchant merrymaker messenger mexican middleman midwife migrant"
            " militant militiaman militiawoman miner minister minor missionary mobster monarch monk monsignor motorcyclist motorist motorman mountaineer"
            " mourner moviegoer mr mrs ms msgr mugger murderer musician nanny neighbor neighbour neurosurgeon newborn newlywed newsman nicaraguan"
            " nightclubber nobleman nomad noncombatant novelist nurse nursemaid oarsman occupant octogenarian officer official oilman onlooker operator"
            " orphan outdoorsman outlaw overseer owner painter pakistani palestinian pallbearer panelist paraglider paramedic paratrooper parent"
            " parishioner partisan partner partygoer passenger pastor patient patron peacekeeper peasant peddler pedestrian pedlar pensioner performer"
            " person peruvian pharmacist photographer physician physicist pianist picketer picnicker pilgrim pilot pirate plainclothesman plainsman"
            " planter player playmate playwright plotter ploughboy ploughman plumber poet policymaker politician pollster pope porter postman potholer"
            " preacher prefect premier preschooler presenter president principal prisoner professor projectionist prosecutor prostitute protester"
            " protestor provost psychiatrist psychologist publican publisher pupil quarryman rabbi racer raider railwayman rambler rancher ranger rapper"
            " rebel recruit recruiter rector refugee registrar relative renter repairman reporter rescuer researcher reservist resident retiree returnee"
            " rev reveler reveller rider rifleman rigger rioter robber roofer roommate rower runaway runner russian saboteur sailor salesman salesperson"
            " saleswoman salvadoran sawyer scaffolder scavenger scholar schoolboy schoolchild schoolgirl schoolmate schoolteacher scientist sculptor"
            " seafarer seaman seamstress secessionist secretary seminarian seminarist senator senior sentry septuagenarian sergeant servant serviceperson"
            " servicewoman settler sharecropper shareholder shearer sheikh shepherd sheriff shipbuilder shipmate shooter shopkeeper shoplifter shopper"
            " shopworker sibling signalman signatory singer skater skier skipper skydiver smallholder smuggler sniper snowboarder snowmobiler socialite"
            " sojourner soldier solicitor songwriter sophomore spaniard spectator speedboater spokesman spokesperson spokeswoman sportsman sportsperson"
            " sportswoman spouse spy squatter stablehand stallholder star statesman steelworker steward stewardess stockbroker stockman stoker stonemason"
            " storekeeper stowaway striker strongman student stuntman subcontractor suitor sunbather superintendent supervisor supporter supremacist"
            " surfer surgeon survivor suspect sweeper swimmer swordsman sympathiser sympathizer syrian tailor tanner tapper taxman taxpayer teacher"
            " teammate teamster technician teen teenaged teenager tenant terrorist theatregoer theologian therapist thief timekeeper toddler tourist"
            " townsperson trader tradesman tradesperson trafficker trainee trainer traveler traveller treasurer trekker tribesman tribesperson tribeswoman"
            " troop trooper trucker tunneler tutor typist ukrainian undergraduate unionist usher vagrant valet vendor veteran veterinarian vicar"
            " vice-president victim viewer vigilante villager violinist virologist visitor volunteer voter waiter waitress wanderer warden warder warlord"
            " warrior weaver weightlifter welder whistleblower widow widower witness woodcutter worker workman workmate worshiper worshipper wrestler"
            " writer yachtsman youngster youth zookeeper abductor arsonist barista bartender carjacker coworker co-worker looter paralegal stylist vandal"
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
        " nigerian nigerien norwegian novice omani operative panamanian paraguayan paramilitary parisian protestant qatari republican rightist"
        " rohingya romanian royalist rwandan samoan saudi scot separatist serb serbian shia shiite sikh singaporean slave slovak slovene slovenian"
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
PLURALS: dict[str, str] = {_plural(noun): noun for noun in PERSONS | PEOPLES if not noun.endswith("child")} | IRREGULAR
# One of these did it, rather than suffered it: never the object's own restatement.
PERPETRATORS = frozenset(
    "gunman shooter attacker assailant suspect robber burglar hijacker bomber murderer killer culprit terrorist".split()
)
SUFFERERS = frozenset("victim suspect survivor".split())  # "the shooting victim": a compound, nobody's object
# Nouns that are a number of people by themselves.
GROUPS: dict[str, int] = {
    "couple": 2, "couples": 2, "pair": 2, "duo": 2, "twins": 2, "both": 2, "trio": 3, "triplets": 3, "quartet": 4,
}  # fmt: skip
# People without a number, though their noun is singular.
COLLECTIVES = frozenset("family crew".split())
