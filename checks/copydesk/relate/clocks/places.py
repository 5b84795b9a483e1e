"""The clocks of well-known places, as minutes from UTC: in winter, and in summer where they are put forward."""

from copydesk.moments import Moment

# EITHER: the clock may be an hour on at some time of the year, and the rules for it changed or are the other half of the globe's.
EUROPE, AMERICA, FIXED, EITHER = "europe", "america", "", "either"
# Hours from UTC in the northern winter, by region of summer time: towns, and the words before "time" ("Moscow time", "Indian Standard Time").
HOURS: dict[str, dict[float, str]] = {
    FIXED: {
        0: "Accra|Dakar|Reykjavik|Greenwich|Greenwich Mean|Universal|Coordinated Universal|Ghanaian|Icelandic", 1: "Lagos|Algiers|Nigerian|West African|West Africa",
        2: "Johannesburg|Cape Town|Harare|Pretoria|Kigali|Lusaka|South African|South Africa", 3: "Doha|Nairobi|Riyadh|Kuwait|Addis Ababa|Mecca"
        "|Saudi|Kenyan|Qatari|Qatar|East African|East Africa",
        4: "Dubai|Abu Dhabi|Muscat|Emirati|UAE|Gulf", 4.5: "Kabul|Afghan|Afghanistan", 5: "Tashkent|Uzbek",
        5.5: "Delhi|New Delhi|Mumbai|Kolkata|Bengaluru|Bangalore|Chennai|Hyderabad|Ahmedabad|Colombo|Sriharikota|India|Indian|Sri Lankan|Sri Lanka", 5.75: "Kathmandu|Nepali|Nepalese|Nepal",
        6.5: "Yangon|Rangoon|Myanmar|Burmese",
        7: "Bangkok|Hanoi|Jakarta|Phnom Penh|Ho Chi Minh City|Thai|Thailand|Vietnamese|Vietnam|Cambodian|Western Indonesian",
        8: "Beijing|Shanghai|Hong Kong|Singapore|Manila|Taipei|Perth|Kuala Lumpur|Shenzhen|Macau|Chinese|China|Malaysian|Malaysia|Singaporean|Philippine|Taiwanese|Taiwan|Australian Western",
        9: "Tokyo|Seoul|Osaka|Hiroshima|Nagoya|Kyoto|Japan|Japanese|Korea|Korean|South Korean", 10: "Brisbane|Port Moresby", -3: "Kourou", -4: "La Paz|San Juan|Bolivian", -5: "Bogota|Lima|Quito|Panama City|Kingston|Peruvian|Colombian|Ecuadorean", -7: "Phoenix", -10: "Honolulu|Hawaii|Hawaiian",
    },
    EUROPE: {
        0: "London|Lisbon|Dublin|Edinburgh|Belfast|Cardiff|Glasgow|Manchester|Liverpool|British|UK|Irish|Portuguese",
        1: "Paris|Berlin|Madrid|Rome|Brussels|Amsterdam|Vienna|Zurich|Geneva|Oslo|Stockholm|Copenhagen|Warsaw|Prague|Budapest|Frankfurt|Munich|Hamburg|Milan|Barcelona|Lyon|Marseille|Belgrade"
        "|Zagreb|The Hague|Bern|Basel|Turin|Naples|Venice|Luxembourg|Strasbourg|Central European|French|German|Spanish|Italian|Dutch|Belgian|Swiss|Austrian|Polish|Czech|Hungarian|Danish|Norwegian|Swedish|Serbian",
        2: "Athens|Helsinki|Kyiv|Kiev|Bucharest|Sofia|Riga|Vilnius|Tallinn|Eastern European|Greek|Finnish|Ukrainian|Romanian|Bulgarian|Estonian|Latvian|Lithuanian",
    },
    AMERICA: {
        -3.5: "Newfoundland", -4: "Halifax|Atlantic|Bermuda", -5: "New York|Washington|Boston|Miami|Toronto|Atlanta|Detroit|Philadelphia|Montreal|Ottawa|Orlando|Pittsburgh|Cleveland|Baltimore|Cape Canaveral|the East Coast"
        "|the US East Coast|the U.S. East Coast|Eastern|US Eastern|U.S. Eastern|US East Coast", -6: "Chicago|Houston|Dallas|New Orleans|Minneapolis|St. Louis|Milwaukee|Memphis|Nashville|Winnipeg|Texas|Central",
        -7: "Denver|Salt Lake City|Calgary|Mountain", -8: "Los Angeles|San Francisco|Seattle|Las Vegas|Vancouver|San Diego|Portland|California|Silicon Valley|the West Coast|the US West Coast|Pacific|US Pacific|U.S. Pacific",
        -9: "Anchorage|Alaska",
    },
    EITHER: {
        # Not in the same zone, or not without summer time, all the years since 2000.
        -3: "Sao Paulo|Brasilia|Rio|Rio de Janeiro|Montevideo|Buenos Aires|Argentine|Argentinian", 1: "Tunis|Libyan|Tripoli", 3: "Moscow|Baghdad|Iraqi|Iraq", 4: "Baku|Tbilisi|Yerevan",
        5: "Karachi|Islamabad|Lahore|Pakistani|Pakistan", 6: "Dhaka|Bangladeshi|Bangladesh",
        12: "Auckland|Wellington|Christchurch|New Zealand", 10: "Sydney|Melbourne|Canberra|Hobart|Australian Eastern|Vladivostok", 9.5: "Adelaide", 3.5: "Tehran|Iranian|Iran",
        2: "Istanbul|Ankara|Turkish|Minsk|Cairo|Jerusalem|Tel Aviv|Beirut|Damascus|Amman|Gaza|Ramallah|Israeli|Israel|Egyptian|Egypt|Lebanese|Syrian|Jordanian", 0: "Casablanca|Rabat|Moroccan", -4: "Santiago|Asuncion|Chilean|Chile",
        -6: "Mexico City|Mexican", -5: "Havana|Cuban|Port-au-Prince",
    },
}  # fmt: skip
CLOCKS = {
    name: (int(hours * 60), region)
    for region, table in HOURS.items()
    for hours, names in table.items()
    for name in names.split("|")
}
# Months in which every clock of a region is surely forward, or surely not.
SUMMER, WINTER = {EUROPE: range(4, 10), AMERICA: range(4, 11)}, {EUROPE: (11, 12, 1, 2), AMERICA: (12, 1, 2)}


def zones(place: str, moment: Moment) -> tuple[int, ...]:
    """The minutes from UTC that a place's clock may show; none for a place that is not known here."""
    if place not in CLOCKS:
        return ()
    winter, region = CLOCKS[place]
    if region == FIXED:
        return (winter,)
    month = moment.start.month if moment.day_known and moment.year_known else 0
    if month in SUMMER.get(region, ()):
        return (winter + 60,)
    return (winter,) if month in WINTER.get(region, ()) else (winter, winter + 60)
