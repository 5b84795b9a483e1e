"""The words of the rule language, as data: keys, kinds of fact, the grammar's own words. The loader, its messages, the schema
and the docs all read these tables."""

from copydesk.model import Level

FILE_KEYS = {
    "version": "the version of the rule language: `1`",
    "about": "what these rules are about",
    "use": "other rule files, named from this one's folder: their lists, sources and rules come along",
    "lists": "lists of words by name, for `of`, `near` and `said by`",
    "sources": "tables, databases or other texts to check against, by name",
    "rules": "the rules",
}
RULE_KEYS = {
    "id": "its name in results and waivers: letters, digits and hyphens",
    "say": "one sentence: what holds when the article is right",
    "find": "names, and what each stands for in the article",
    "expect": "what must hold: one sentence about the names, or a list of several",
    "level": "how bad it is when it does not hold: `error` (default), `warning`, `note`",
    "missing": "what a fact that is not found means: `skip` (default), `warn`, `fail`",
    "strict": "`yes`: no allowance for the article's *about*, *at least* and rounding",
    "why": "why it matters, for whoever reads the finding",
    "link": "a page that says more",
    "message": "instead of the sentence that follows `say` in a finding. `{killed}` shows the article's words, `{killed.value}` what was understood, `{parts.sum}` several figures with a + between them, `{difference}` the gap, `{source toll}` what a source gives",
    "for": "globs of the articles that it is for; or `{paths: …, tags: …, language: en}`, all of which must fit; an article that gives no language may be in any",
    "tags": "words to choose rules by: `copydesk check --tag WORD`",
    "like": "another rule to start from: whole keys are replaced, `find` is merged by name",
    "off": "`yes`: not checked, unless it is asked for by its id",
    "examples": "short articles, and what the rule must say of each; `copydesk test` tries them",
}
# A rule that is `like` another takes all keys over but these, which belong to one rule alone.
OWN_KEYS = ("id", "like", "off", "examples")
SELECTOR_KEYS = {
    "a": "the kind of fact, or a relation",
    "of": "what is counted, or whose age: words, a list's name, a role (`killed`, `injured`, `missing` …). `[a, b]` finds either; `killed or injured` only figures given for both together",
    "near": "words in the same clause; failing that the same sentence, then the closest fact of that kind. `[a, b]`: any of them. In a table, what heads the row and the column counts",
    "near all": "as `near`, but all of the words",
    "not near": "words that must not stand in the same clause",
    "in": "where in the article it stands; a list means any of the places",
    "not in": "where it does not stand",
    "said by": "words of the name of whoever says it",
    "together in": "makes groups: one a `sentence`, or one a `paragraph`",
    "at least": "with fewer mentions than this the rule is skipped",
    "take": "which of the mentions: `all` (default), `first`, `last`; the headline comes first",
    "text": "the very words of the figure or time",
    "pattern": "words and figures in their order, in place of `a`",
}
# What a key that must be there looks like: for messages.
MODELS = {
    "version": "version: 1",
    "rules": "rules:",
    "id": "id: killed-agree",
    "say": "say: The number killed is the same wherever it is given.",
    "find": "find: {killed: {a: count, of: killed}}",
    "expect": "expect: killed agree",
    "a": "a: count",
    "text": "text: Seven people were killed.",
    "column": "column: killed",
    "db": "db: env:TOLL_DB",
    "waivers": "waivers:",
    "article": "article: stories/flood.md",
    "rule": "rule: killed-agree",
    "because": "because: Seven is the later count.",
}
EXAMPLE_KEYS = {
    "text": "the article",
    "title": "its headline",
    "dated": "the day it was published: `2025-06-04`, which is also the day where none is given",
    "source": "the text that it is checked against",
    "sources": "what each source gives, so that the example needs none: `{toll: 9}`",
}
SOURCE_KEYS = {
    "csv": "a table whose first row names its columns; commas, semicolons or tabs",
    "json": "a list of objects, or one object",
    "parquet": "a table; needs `pip install 'copydesk[parquet]'`",
    "sql": "a statement that begins with `select`, for the database that `db` names",
    "article": "another text: a file, or `previous`, the text that this one is checked against",
    "column": "the column, or key, whose value is meant: `killed`, `deaths.confirmed`",
    "where": "columns, and what must stand in them: a text, or the article's own `article.date`, `article.year`, `article.id`, `article.title`, `article.path`",
    "inside": "the keys that lead to the rows: `events.2025`",
    "db": "a SQLite file, or `env:NAME`: the environment variable that holds the address of a database",
    "give": "the statement's `:parameters`: texts, or the article's own",
    "unit": "what the figures are in, where the table has bare numbers: `million dollars`",
}
FOR_KEYS = {
    "paths": "globs of article paths",
    "tags": "tags of articles: any of them",
    "language": "the language of articles: `en`. An article that gives none may be in any",
}
OUTCOMES = {
    "pass": "an article of which the rule must say that it holds",
    "fail": "an article in which it does not hold",
    "unsure": "an article that could be right and could be wrong",
    "skip": "an article in which the rule does not find its facts",
}
LEVELS: dict[Level, str] = {
    "error": "certainly wrong: the run fails",
    "warning": "an editor should look; fails a run only with `--fail-on warning`",
    "note": "worth a glance; never fails a run",
}
MISSING = {
    "skip": "the rule says nothing",
    "warn": "a warning",
    "fail": "a failure at the rule's level",
}
TAKE = {"all": "all mentions", "first": "the first one, headline first", "last": "the last one"}
TOGETHER = {"sentence": "one group a sentence", "paragraph": "one group a paragraph"}
PLACES = {
    "headline": "the title",
    "lede": "the first paragraph",
    "body": "all paragraphs, the first and quotations included; not captions or tables",
    "quote": "inside quotation marks",
    "caption": "captions of pictures",
    "table": "cells of tables",
    "anywhere": "all of it (default)",
}
YES = {"yes": True, "true": True, "no": False, "false": False}

# Kinds of fact, and what each is.
KINDS = {
    "count": "so many of something: 7 dead, 388 passengers",
    "quantity": "a figure with a physical unit: 12 km, 40 tonnes",
    "money": "a sum of money: $3 million, 40 pence",
    "percent": "a percentage: 12%, 3 percentage points",
    "age": "an age in years: a man aged 43, a 43-year-old",
    "number": "a bare number: 14, 3.5",
    "score": "one side of a score: the 3 and the 2 of 3-2",
    "ordinal": "a place in a row: sixth, 6th",
    "date": "a day: June 1, Sunday, two days later; a month or a year is a `moment`",
    "time": "a clock time, with its day if known: 10:50 p.m. on Saturday, four hours later",
    "moment": "a date of any length or a clock time",
    "duration": "a length of time: four hours, 30 minutes",
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

# The sentences of `expect`: each shape, and when it holds. x and y are names, Q a figure or a name, S made of both.
SENTENCES = {
    "x agree": "every mention of x gives the same figure",
    "x and y agree": "every mention of x and of y gives the same figure",
    "x add up to Q": "the members of each group together make Q",
    "x is Q": "x is that figure",
    "x is about Q": "x is near that figure",
    "x is Q after y": "that much lies between the two, y first; also `before`, and `about Q`",
    "x is before y": "x is earlier than y; also `after`",
    "x is on y": "x falls on the day of y",
    "x is between Q and Q": "x lies between the two, both included",
    "S = S": "both sides are the same; also `!=`, `<`, `>`, `<=`, `>=`, and `~` for *is about*",
    "python module:function": "a function of your own says so",
}
# What S may be made of, and what may follow.
PIECES = {
    "killed": "a name of `find`: each of its mentions",
    "pair.stated": "a part of a relation or pattern",
    "4 hours, 100%, $3 million, 40,000": "a figure, with its unit where it has one",
    "source toll": "what a source gives",
    "+ - * / ( )": "arithmetic; a minus has a space on both sides",
    "sum of x": "all mentions of x, added",
    "number of x": "how many mentions of x there are; none counts 0",
    "within Q": "at the end of a sentence: how far apart is still right, `within 2%`, `within 10 minutes`",
    "each, every, the": "may stand before a name and change nothing",
}
# What a `pattern` is made of.
PATTERN = {
    "from, 's, $": "the word or sign, whatever its capitals",
    "{before:money}": "a figure or time, and the name of the part that it becomes; its kind is one that `a` knows, or a unit (`{pounds:£}`, `{took:hours}`)",
    "{before}": "a figure or time of any kind",
    "[by {by:percent}]": "may be left out",
    "(rose|fell)": "one of these",
    "...": "up to eight words",
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
