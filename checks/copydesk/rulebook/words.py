"""The words of the rule language, as data: keys, kinds of fact, the grammar's own words. The loader, its messages, the schema
and the docs all read these tables."""

from typing import get_args

from copydesk.model import Level

FILE_KEYS = {
    "version": "the version of the rule language: 1",
    "about": "what these rules are about",
    "use": "other rule files, relative to this one",
    "lists": "lists of words by name, for 'of', 'near' and 'said by'",
    "sources": "tables or other texts to check against, by name",
    "rules": "the rules",
}
RULE_KEYS = {
    "id": "its name in results and waivers",
    "say": "one sentence: what holds when the article is right",
    "find": "names, and what each stands for in the article",
    "expect": "what must hold, in one sentence or several",
    "why": "why it matters, for the reader of a report",
    "link": "a page that says more",
    "level": "error, warning or note",
    "for": "the articles it is for",
    "missing": "what a fact that is not found means: skip, warn or fail",
    "message": "the sentence after 'say' when the article is wrong",
    "strict": "yes: no allowance for the article's hedges and rounding",
    "like": "another rule to start from",
    "tags": "words to choose rules by",
    "off": "yes: not judged",
    "examples": "short articles, and what the rule must say of each",
}
# A rule that is `like` another takes all keys over but these, which belong to one rule alone.
OWN_KEYS = ("id", "like", "off", "examples")
SELECTOR_KEYS = {
    "a": "the kind of fact or relation",
    "of": "what is counted, or whose age",
    "near": "words in the same clause or sentence: any of them",
    "near all": "words in the same clause or sentence: all of them",
    "not near": "words that must not stand in the same clause",
    "in": "where in the article",
    "not in": "where not",
    "said by": "whom it is attributed to",
    "together in": "sentence or paragraph: makes groups",
    "at least": "how many mentions there must be",
    "take": "all, first or last",
    "text": "the words of the fact",
    "pattern": "a pattern over the facts",
}
EXAMPLE_KEYS = {
    "text": "the article",
    "title": "its headline",
    "dated": "its publication date: 2025-06-04",
    "source": "the text that it is checked against",
    "sources": "what each source gives, so that the example needs none",
}
SOURCE_KEYS = {
    "csv": "a table whose first row names its columns",
    "json": "a list of objects, or one object",
    "parquet": "a table, read by DuckDB",
    "sql": "a statement for the database that 'db' names",
    "article": "another text: a file, or 'previous', the text that this one is checked against",
    "column": "the column, or key, whose value is meant",
    "where": "columns, and what must stand in them",
    "inside": "the keys that lead to the rows",
    "db": "a SQLite file, or 'env:NAME': the environment variable with the address of a database",
    "give": "the statement's parameters",
    "unit": "what the figures are in, where the table has bare numbers",
}
FOR_KEYS = {"paths": "globs of article paths", "tags": "tags of articles", "language": "the language of articles"}
OUTCOMES = ("pass", "fail", "unsure", "skip")
LEVELS = get_args(Level)
MISSING = ("skip", "warn", "fail")
TAKE = ("all", "first", "last")
TOGETHER = ("sentence", "paragraph")
PLACES = ("headline", "lede", "body", "quote", "caption", "table", "anywhere")
YES = {"yes": True, "true": True, "no": False, "false": False}

# Kinds of fact, and what each is.
KINDS = {
    "count": "so many of something: 7 dead, 388 passengers",
    "quantity": "a figure with a physical unit",
    "money": "a sum of money",
    "percent": "a percentage",
    "age": "an age in years",
    "number": "a bare number",
    "ordinal": "sixth, 6th",
    "date": "a day",
    "time": "a clock time, with its day if known",
    "moment": "a date or a clock time",
    "duration": "a length of time",
}
# Physical quantities by their dimension, each with a figure that has it.
DIMENSIONS = {
    "length": "1 metre",
    "mass": "1 kilogram",
    "area": "1 square metre",
    "volume": "1 litre",
    "speed": "1 metre per second",
    "temperature": "1 degree Celsius",
    "energy": "1 joule",
    "power": "1 watt",
    "pressure": "1 pascal",
    "frequency": "1 hertz",
    "data": "1 megabyte",
}

ARTICLES = ("each", "every", "the")
GRAMMAR = frozenset(
    "agree and add up to is about after before within on between sum of number source each every the python pattern".split()
)

# Units that may stand in a figure: the hint for a slip.
UNITS = (
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades percent points "
    "metre metres meter meters km kilometre kilometres kilometer kilometers mile miles foot feet inch inches yard yards cm mm "
    "gram grams kg kilogram kilograms kilo kilos pound pounds ounce ounces tonne tonnes ton tons "
    "acre acres hectare hectares litre litres liter liters gallon gallons barrel barrels degree degrees celsius fahrenheit "
    "mph kph watt watts kilowatt kilowatts megawatt megawatts joule joules hertz byte bytes megabytes gigabytes "
    "dollar dollars euro euros yen pence cents rupee rupees yuan rouble roubles ruble rubles franc francs "
    "dozen hundred thousand million billion trillion"
).split()
