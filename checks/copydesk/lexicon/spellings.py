"""How units are written where quantulum3's lists are silent or leave it open: the spellings of the press, letters,
words that are no units."""

# Unit: its spellings, in lower case, as tokens with spaces between. These go before quantulum3's.
_WRITTEN = {
    "percentage": "per cent|per - cent|percent|percentage|pct|pc|%|percents",
    "percentage point": "percentage point|% point|percent point|per cent point|pct point",
    "basis point": "basis point|bps|bp",
    "pound-mass": "pound|lb|lbs",
    "ton": "ton",
    "tonne": "metric ton|tonne|t",
    "nautical mile": "nautical mile",
    "stone": "stone|st",
    "minute": "minute|min|mins",
    "second": "second|sec|secs",
    "hour": "hr|hrs",
    "degree angle": "degree|°|º",
    "degree Celsius": "degree c|° celsius|degc|deg c|° c|º c|degree centigrade|degree celsius|celsius|centigrade|℃|"
    "celcius",
    "per mille": "‰|per mille|permille",
    "degree fahrenheit": "farenheit|degree farenheit|degree f|degree fahrenheit|° fahrenheit|degf|deg f|° f|º f|fahrenheit|℉",
    "megajoule": "mj|megajoule",
    "gigajoule": "gj|gigajoule",
    "megabyte": "mb",
    "gigabyte": "gb|gig",
    "terabyte": "tb",
    "cubic centimetre": "mls|cm³|millilitre|milliliter|ml",
    "cent": "ct|cts",
    "point per game": "ppg",
    "rebound per game": "rpg",
    "assist per game": "apg",
    "mile per hour": "mph|m.p.h.|m . p . h|mile an hour",
    "kilometre per hour": "kmh|kmph|kph|km / h|km / hr|kilometre an hour|kilometer an hour",
    "mile per gallon": "mpg",
    "barrel per day": "bpd|b / d",
    "mega british thermal unit": "mbtu|mmbtu",
    "square metre": "sqm|sq m|sq . m|square m|sq metre|sq meter|m²",
    "square foot": "sqft|sq ft|sq . ft|sq foot|square ft|sq . foot|ft²",
    "square kilometre": "sq km|sq . km|sq kilometre|sq kilometer|km²|square km",
    "square mile": "sq mi|sq mile|sq . mile|sq . mi|mi²",
    "square centimetre": "cm²|square centimetre|square centimeter",
    "square millimetre": "mm²|square millimetre|square millimeter",
    "cubic metre": "m³|cu m|cubic m",
    "cubic kilometre": "km³",
    "cubic foot": "cu ft|cu . ft",
    "hectare": "hectare|ha",
    "kilogram": "kilo",
    "kilometre": "kilometre|km|kms",
    "centimetre": "cms",
    "horsepower": "horsepower|hp",
    "brake horsepower": "bhp|brake horsepower",
    "kilopound per square inch": "ksi",
    "pound foot": "pound - foot|pound foot|lb - ft|lb ft",
    "megawatt hour": "mwh|megawatt hour|megawatt - hour",
    "watt hour": "wh|watt hour|watt - hour",
    "gigawatt hour": "gwh|gigawatt hour|gigawatt - hour",
    "terawatt hour": "twh|terawatt hour|terawatt - hour",
    "parts-per-million": "ppm|part per million",
    "parts-per-billion": "ppb|part per billion",
    "kilobyte": "kb",
    "troy ounce": "troy ounce",
    "knot": "knot|kt|kts",
    "bit": "bit",
    "dram": "dram",
    "calorie": "calorie",
    "barrel": "barrel",
    "revolutions per minute": "rpm|r . p . m",
    "count": "time",
    "decibel": "decibel",
    "litre": "liter",
    "year": "yr|yrs",
    "megabit per second": "mbps",
    "gigabit per second": "gbps",
    "inch": "inche",
    "ounce": "ounce|oz",
    "metre": "m|meter",
    "mile": "mi",
    "week": "wk|wks",
    "gram": "grams",
    "ampere": "amp",
}  # fmt: skip
SPELLINGS = {spelling: name for name, written in _WRITTEN.items() for spelling in written.split("|")}
# Surfaces of quantulum3 that are mostly plain nouns in a story: "two sets", "five bars", "three drops".
NOUNS = frozenset(
    "set pack piece pc instance circle cycle turn revolution span league drop shake peck barn mill mil quad pond nit"
    " tex rhe gal quarter real"
    " quartet tetrad tetrade dots pair bar franklin henry mole gray won dimensionless unk gross kip beep bip shed"
    " ell stere count twip pel candle candela"
    " faraday rutherford langley weber maxwell galileo ion hand mark sol rad dozen katal nibble bary therm tesla"
    " lustrum sen rial lev leu pint-size standard"
    " sound baud kilobase nucleotide qubit mac u minute-hand chain rod perch pole link cord degree-of-freedom".split()
)
# Symbols of one letter that are read as units, and what they are. The others are names and labels more often.
LETTERS = {
    "m": "metre", "g": "gram", "l": "litre", "L": "litre", "h": "hour", "s": "second", "W": "watt", "V": "volt",
    "J": "joule", "N": "newton",
    "C": "degree Celsius", "F": "degree fahrenheit", "K": "kelvin", "t": "tonne", "A": "ampere", "p": "penny",
    "c": "cent", "d": "day",
    "′": "foot", "″": "inch", "Å": "ångström", "Ω": "ohm", "µ": "micrometre", "M": "mole per litre",
    "R": "degree rankine",
}  # fmt: skip
# These count only where they touch the digits.
JOINED_LETTERS = frozenset("p c d ′ ″ A B b s t R M".split())
# Two-letter symbols that are words too: only with the digits before them and no sentence going on.
WORDS_TOO = frozenset("in am at pm are as bar mad may bu st au oz pa q".split()) - {"oz"}
# In capitals these stand for something else: members of parliament, television. "12MP" is a camera's, "10TV" a station.
NO_UNITS = frozenset("TV MA PA PC BP HR St".split())
ABBREVIATIONS = NO_UNITS | {"MP"}
