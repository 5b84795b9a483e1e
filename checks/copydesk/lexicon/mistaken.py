"""Words of figures and times that writers take for one another. Data only; each word to the one that a slip puts in its place."""

from collections.abc import Mapping


def _each_way(*pairs: str) -> dict[str, str]:
    return {a: b for pair in pairs for a, b in (pair.split(), pair.split()[::-1])}


# Spelled-out numbers: the next, or the one that sounds or looks like it.
NUMBERS: Mapping[str, str] = {
    "one": "two", "two": "three", "three": "four", "four": "five", "five": "six", "six": "eight", "seven": "nine", "eight": "nine",
    "nine": "seven", "ten": "twelve", "eleven": "twelve", "twelve": "eleven", "thirteen": "fourteen", "fourteen": "sixteen",
    "fifteen": "sixteen", "sixteen": "seventeen", "seventeen": "eighteen", "eighteen": "nineteen", "nineteen": "eighteen",
    "twenty": "thirty", "thirty": "forty", "forty": "fifty", "fifty": "sixty", "sixty": "seventy", "seventy": "eighty",
    "eighty": "ninety", "ninety": "eighty", "half": "third", "quarter": "third",
}  # fmt: skip
# A teen for a ten.
TEENS: Mapping[str, str] = _each_way(
    "thirteen thirty", "fourteen forty", "fifteen fifty", "sixteen sixty", "seventeen seventy", "eighteen eighty",
    "nineteen ninety", "twelve twenty",
)  # fmt: skip
ORDINALS: Mapping[str, str] = {
    "first": "second", "second": "third", "third": "fourth", "fourth": "fifth", "fifth": "sixth", "sixth": "seventh",
    "seventh": "eighth", "eighth": "ninth", "ninth": "tenth", "tenth": "eleventh", "eleventh": "twelfth", "twelfth": "eleventh",
}  # fmt: skip
SCALES: Mapping[str, str] = {
    **_each_way("million billion", "bn m", "mn bln"),
    "thousand": "million", "hundred": "thousand", "trillion": "billion", "tn": "bn", "k": "m", "mln": "bln",
    "dozens": "hundreds", "hundreds": "thousands", "thousands": "hundreds", "millions": "billions", "billions": "millions",
}  # fmt: skip
UNITS: Mapping[str, str] = _each_way(
    "miles kilometers", "mile kilometer", "mi km", "feet metres", "foot metre", "ft m", "inches centimeters", "inch centimeter",
    "pounds kilograms", "pound kilogram", "lb kg", "acres hectares", "acre hectare", "gallons liters", "gallon liter",
    "mph kph", "celsius fahrenheit", "seconds minutes", "tons pounds",
) | {
    "hours": "days", "hour": "day", "days": "weeks", "day": "week", "weeks": "months", "week": "month", "months": "years", "month": "year",
    "years": "months", "year": "month", "decades": "years", "decade": "year",
    "kilometres": "miles", "kilometre": "mile", "meters": "feet", "meter": "foot", "litres": "gallons", "minutes": "hours",
    "minute": "hour", "centimetres": "inches", "tonnes": "kilograms", "yards": "feet", "kgs": "pounds", "kilos": "pounds",
    "km/h": "mph",
}  # fmt: skip
# Currencies by sign, code and name. Pence and the like are left: nobody takes them for another coin.
CURRENCIES: Mapping[str, str] = {
    **_each_way("$ €", "dollars euros", "dollar euro", "usd eur"),
    "£": "$", "¥": "$", "gbp": "usd", "pounds": "dollars", "pound": "dollar", "yen": "dollars", "rupees": "dollars",
}  # fmt: skip
WEEKDAYS: Mapping[str, str] = {
    "monday": "tuesday", "tuesday": "thursday", "wednesday": "thursday", "thursday": "tuesday", "friday": "saturday",
    "saturday": "sunday", "sunday": "saturday",
    "mon": "tue", "tue": "thu", "tues": "thurs", "wed": "thu", "thu": "tue", "thurs": "tues", "fri": "sat", "sat": "sun", "sun": "sat",
}  # fmt: skip
MONTHS: Mapping[str, str] = {
    "january": "february", "february": "january", "march": "april", "april": "may", "may": "june", "june": "july", "july": "june",
    "august": "september", "september": "october", "october": "november", "november": "december", "december": "november",
    "jan": "feb", "feb": "jan", "mar": "apr", "apr": "mar", "jun": "jul", "jul": "jun", "aug": "sep", "sept": "oct", "sep": "oct",
    "oct": "nov", "nov": "dec", "dec": "nov",
}  # fmt: skip
# Which day, or which side of it.
DAYS: Mapping[str, str] = {
    **_each_way("later earlier", "morning evening", "spring autumn", "summer winter", "noon midnight"),
    "today": "yesterday", "yesterday": "today", "tomorrow": "today", "tonight": "tomorrow", "afternoon": "morning",
    "last": "next", "next": "last", "fall": "spring",
}  # fmt: skip
