"""What one of a unit is in base units: metre, kilogram, second, kelvin, ampere, bit, radian, and what follows from
them.

Exact by definition where there is one: the international yard and pound agreement of 1959, NIST SP 811 (2008) appendix B,
IEC 80000-13 for data. Barrels are of oil (42 US gallons), gallons, quarts, pints and fluid ounces American, tons short,
calories thermochemical, horsepower mechanical, months and years Gregorian means.
"""

from decimal import Decimal

FACTORS: dict[str, str] = {
    # length, metre
    "metre": "1", "hectometre": "100", "decametre": "10", "decimetre": "0.1", "centimetre": "0.01",
    "micrometre": "1e-6", "inch": "0.0254",
    "foot": "0.3048", "yard": "0.9144", "mile": "1609.344", "nautical mile": "1852", "furlong": "201.168",
    "fathom": "1.8288", "league": "4828.032",
    "light-year": "9460730472580800", "astronomical unit": "149597870700", "ångström": "1e-10", "hand": "0.1016",
    # mass, kilogram
    "kilogram": "1", "gram": "0.001", "milligram": "1e-6", "microgram": "1e-9", "tonne": "1000", "quintal": "100",
    "pound-mass": "0.45359237",
    "ounce": "0.028349523125", "troy ounce": "0.0311034768", "stone": "6.35029318", "short ton": "907.18474",
    "ton": "907.18474",
    "long ton": "1016.0469088", "carat": "0.0002", "dram": "0.0017718451953125",
    # time, second
    "second": "1", "millisecond": "0.001", "microsecond": "1e-6", "nanosecond": "1e-9", "minute": "60",
    "hour": "3600", "day": "86400", "week": "604800",
    "fortnight": "1209600", "month": "2629746", "quarter year": "7889238", "year": "31556952", "decade": "315569520",
    "century": "3155695200",
    "millennium": "31556952000",
    # area, square metre
    "acre": "4046.8564224", "hectare": "10000",
    # volume, cubic metre
    "litre": "0.001", "centilitre": "0.00001", "decilitre": "0.0001", "hectolitre": "0.1", "barrel": "0.158987294928",
    "gallon": "0.003785411784",
    "quart": "0.000946352946", "pint": "0.000473176473", "cup": "0.0002365882365", "fluid ounce": "0.0000295735295625",
    "tablespoon": "0.00001478676478125", "teaspoon": "0.00000492892159375", "bushel": "0.03523907016688",
    # speed, metre per second
    "knot": "0.514444444444444444444444", "speed of light": "299792458",
    # pressure, pascal
    "pascal": "1", "hectopascal": "100", "kilopascal": "1000", "megapascal": "1e6", "gigapascal": "1e9",
    "bar": "100000",
    "pound per square inch": "6894.757293168361", "standard atmosphere": "101325", "torr": "133.322368421052631578",
    "millimeter of mercury": "133.322387415",
    "inch of mercury": "3386.389", "kilopound per square inch": "6894757.293168361",
    # energy, joule; power, watt; force, newton
    "joule": "1", "millijoule": "0.001", "kilojoule": "1000", "calorie": "4.184", "kilocalorie": "4184",
    "electronvolt": "1.602176634e-19",
    "british thermal unit": "1055.05585262", "mega british thermal unit": "1055055852.62", "watt hour": "3600", "kilowatt hour": "3600000",
    "megawatt hour": "3.6e9",
    "gigawatt hour": "3.6e12", "terawatt hour": "3.6e15", "therm": "105505585.262",
    "watt": "1", "horsepower": "745.69987158227022", "brake horsepower": "745.69987158227022", "newton": "1",
    "kilonewton": "1000",
    "pound-force": "4.4482216152605",
    # data, bit
    "bit": "1", "kilobit": "1e3", "megabit": "1e6", "gigabit": "1e9", "terabit": "1e12", "byte": "8",
    "kilobyte": "8e3", "megabyte": "8e6",
    "gigabyte": "8e9", "terabyte": "8e12", "petabyte": "8e15", "exabyte": "8e18", "kibibyte": "8192",
    # electricity and the rest
    "ampere": "1", "volt": "1", "megavolt": "1e6", "ohm": "1", "farad": "1", "coulomb": "1", "ampere-hour": "3600",
    "milliampere-hour": "3.6",
    "hertz": "1", "mole": "1", "radian": "1", "degree angle": "0.01745329251994329577",
    # temperature, kelvin
    "kelvin": "1", "degree Celsius": "1", "degree fahrenheit": "0.555555555555555555555555555556",
    "degree rankine": "0.555555555555555555555555555556",
    # plain numbers
    "percentage": "0.01", "percentage point": "0.01", "per mille": "0.001", "basis point": "0.0001",
    "parts-per-million": "1e-6",
    "parts-per-billion": "1e-9", "parts-per-trillion": "1e-12", "count": "1", "dimensionless": "1",
}  # fmt: skip
# Where zero of a temperature scale lies, in kelvin.
OFFSETS = {"degree Celsius": Decimal("273.15"), "degree fahrenheit": Decimal("255.372222222222222222222222222")}

# Units that quantulum3 lacks: what they measure, in base dimensions.
EXTRA: dict[str, tuple[tuple[str, int], ...]] = {
    "nautical mile": (("length", 1),),
    "hand": (("length", 1),),
    "stone": (("mass", 1),),
    "dram": (("mass", 1),),
    "troy ounce": (("mass", 1),),
    "percentage point": (),
    "brake horsepower": (("length", 2), ("mass", 1), ("time", -3)),
    "kilopound per square inch": (("length", -1), ("mass", 1), ("time", -2)),
    "watt hour": (("length", 2), ("mass", 1), ("time", -2)),
    "megawatt hour": (("length", 2), ("mass", 1), ("time", -2)),
    "gigawatt hour": (("length", 2), ("mass", 1), ("time", -2)),
    "terawatt hour": (("length", 2), ("mass", 1), ("time", -2)),
    "quarter year": (("time", 1),),
}
PREFIXES = {
    "E": ("exa", 18), "P": ("peta", 15), "T": ("tera", 12), "G": ("giga", 9), "M": ("mega", 6), "k": ("kilo", 3),
    "d": ("deci", -1), "c": ("centi", -2),
    "m": ("milli", -3), "µ": ("micro", -6), "n": ("nano", -9), "p": ("pico", -12), "f": ("femto", -15),
    "a": ("atto", -18), "z": ("zepto", -21), "y": ("yocto", -24),
}  # fmt: skip
