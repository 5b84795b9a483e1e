"""The clocks of well-known places, as minutes from UTC: in winter, and in summer where they are put forward."""

from copydesk.moments import Moment

EUROPE, AMERICA, FIXED = "europe", "america", ""
# Hours from UTC in the northern winter, by region of summer time.
HOURS: dict[str, dict[float, str]] = {
    FIXED: {
        0: "Accra|Dakar|Reykjavik", 1: "Lagos|Algiers|Tunis", 2: "Johannesburg|Cape Town|Harare|Tripoli", 3: "Doha|Moscow|Istanbul|Nairobi|Riyadh|Baghdad|Kuwait",
        4: "Dubai|Abu Dhabi|Baku|Tbilisi", 5: "Karachi|Islamabad|Tashkent", 5.5: "Delhi|New Delhi|Mumbai|Kolkata|Bengaluru", 6: "Dhaka", 7: "Bangkok|Hanoi|Jakarta",
        8: "Beijing|Shanghai|Hong Kong|Singapore|Manila|Taipei|Perth|Kuala Lumpur", 9: "Tokyo|Seoul|Osaka|Pyongyang", 10: "Brisbane", -3: "Buenos Aires|Sao Paulo|Brasilia|Rio",
        -5: "Bogota|Lima", -10: "Honolulu",
    },
    EUROPE: {
        0: "London|Lisbon|Dublin|Edinburgh|Belfast|Cardiff", 1: "Paris|Berlin|Madrid|Rome|Brussels|Amsterdam|Vienna|Zurich|Geneva|Oslo|Stockholm|Copenhagen|Warsaw|Prague|Budapest",
        2: "Athens|Helsinki|Kyiv|Bucharest|Sofia|Riga|Vilnius|Tallinn",
    },
    AMERICA: {
        -5: "New York|Washington|Boston|Miami|Toronto|Atlanta|Detroit|Philadelphia|the East Coast", -6: "Chicago|Houston|Dallas", -7: "Denver",
        -8: "Los Angeles|San Francisco|Seattle|Las Vegas|Vancouver|San Diego|the West Coast",
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
    if month in SUMMER[region]:
        return (winter + 60,)
    return (winter,) if month in WINTER[region] else (winter, winter + 60)
