"""Number words of English as the press uses them: cardinals, ordinals, fractions, scales, vague numbers, hedges."""

from decimal import Decimal

from copydesk.amounts import Bound

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen"
        " eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {
    "fourty": 40
}
HUNDRED = {"hundred": 100}
# From a thousand up; Indian ones and the short forms of the business press.
SCALES = {
    "quintillion": 10**18, "sextillion": 10**21, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15, "lakh": 10**5, "lac": 10**5,
    "crore": 10**7, "mln": 10**6, "mn": 10**6, "bln": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12, "lakhs": 10**5,
    "crores": 10**7,
}  # fmt: skip
SPELLED_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
# "Twice the number" says 2.
MULTIPLIERS = {"twice": 2, "double": 2, "triple": 3, "treble": 3, "quadruple": 4}
MULTIPLES = {"dozen": 12, **HUNDRED, **SCALES}
# Letters joined to digits: "8bn", "300k", "1.2m". Capital letters alone are scales too, but T is mostly tesla and
# tonne.
SUFFIXES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "t": 10**12, "tn": 10**12, "trn": 10**12, "cr": 10**7,
}  # fmt: skip
# These are scales whatever stands around them; the others need a currency before or people behind.
PLAIN_SUFFIXES = frozenset("mn mln bn bln tn trn".split())

ORDINALS = {
    word: number
    for number, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth".split()
    )
} | {
    word: 10 * n
    for n, word in enumerate("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), 2)
}
ORDINAL_SCALES = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# Denominators, singular and plural. "Second" is none.
DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    name + ending: n for name, n in {**ORDINALS, **ORDINAL_SCALES}.items() if n > 2 for ending in ("", "s")
}
FRACTION_SIGNS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6",
    "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip
# Written with a stroke, these are fractions ("3/4"); others are dates, scores and the like ("9/11", "24/7").
STROKE_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128})

# Plurals without a number in front: from one of them up to ten.
VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
    "zillions": None, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
# "several hundred", "a few thousand", "a couple of million": the scale times these.
SOME = {"several": (Decimal(3), Decimal(9)), "few": (Decimal(2), Decimal(5)), "couple": (Decimal(2), Decimal(2))}

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
MINUS = frozenset({"-", "−", "–", "minus", "negative"})
TIMES = frozenset({"×", "x", "*", "·", "⋅", "∙"})
DASHES = frozenset({"-", "–", "—", "‐", "‑", "−"})
CURRENCY_SIGNS = frozenset("$ € £ ¥ ₹ ₽ ₩ ₪ ₺ ₴ ₦ ₱ ฿ ₫ ¢ ₡ ₲ ₵ ₸ ₿ ﷼".split())

CURRENCY_WORDS = frozenset(
    "us a c nz hk nt s can usd eur gbp rs rs. rm cad aud sgd hkd nzd chf cny rmb inr idr jpy ps £ r zar u.s.".split()
)

# ---------------------------------------------------------------- hedges

# Words before a figure that bound it, by their last word: the words before that, and the bound. Longest first.
_BEFORE: dict[Bound, str] = {
    ">": "more than|over|above|exceeding|in excess of|north of|upward of|upwards of|greater than|larger than|higher than|bigger than|beyond"
    "|just over|well over|slightly over|a little over|slightly more than|just more"
    " than|surpassing|exceed|topping|longer than|older than|heavier than|taller than|wider than|faster than"
    "|better than|to top|could top|would top|will top|may top|might top|tops|>|exceeds|exceeded|surpassed|just above|well above|in excess|topped",
    ">=": "at least|greater than or equal to|more than or equal to|higher than or equal to|no smaller than|"
    "no lower than|no shorter than|no younger than|not below|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|≥|at the very least|⩾|as little as|as few as|as low as|a good|starting at|starting from|starts at|start at",
    "<": "less than|fewer than|under|below|lower than|smaller than|just under|well under|slightly under|just below|a little under|shy of"
    "|slightly less than|just less than|short of|south of|younger than|shorter than|<|sub -|just shy of|well below|not quite|not even",
    "<=": "up to|less than or equal to|fewer than or equal to|lower than or equal to|no larger than|at most|at the most|as many as|as much as|no more than|not more than|a maximum of|≤|as high as|as long as|as far as"
    "|not exceeding|no later than|no longer than|no heavier than|no older than|no taller than|no wider than|as large as|as big as|maximum|⩽|no greater than|no higher than|upper limit of|a limit of|a cap of|a ceiling of|capped at|limited to|up to and including|at best",
    "~": "about|around|some|roughly|approximately|approx|approx .|circa|ca|ca .|~|≈|∼|an estimated|estimated|estimated at|close to|in the region of|in the order of"
    "|on the order of|in the neighborhood of|in the neighbourhood of|somewhere around|somewhere near|something"
    " like|more or less|or so|approaching|nears|nearing"
    "|give or take|near|nearly|almost|barely|practically|virtually|hovering around|hovering at|estimated to be|≃|≅|c .|getting on for|in the vicinity of|roughly speaking|the best part of|est .|hardly|scarcely",
}
NEARLY = frozenset({"nearly", "almost", "approaching"})
# Words behind a figure, or behind the unit that follows it.
_AFTER: dict[Bound, str] = {
    ">": "- plus|plus|+|- odd and more",
    ">=": "or more|and more|or over|and over|and up|or above|and above|at least|at a minimum|or greater|or higher|"
    "or longer|or better|at the least|or older|and older|or later|and counting|upwards|or even more",
    "<=": "or less|or fewer|or under|and under|or below|and below|at most|at the most|or lower|tops|maximum|"
    "at maximum|max|or shorter|or younger|and younger",
    "~": "or so|- odd|odd|or thereabouts|- ish|ish|more or less|give or take|approximately",
}
AFTER_UNIT = frozenset({"or", "and", "at"})


def _table(phrases: dict[Bound, str], key: int) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, text in phrases.items():
        for phrase in text.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[key], []).append((words, bound))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in table.items()}


# Those before, by their last word, and by the word before that; "" where one word is a hedge.
HEDGES_BEFORE: dict[str, dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]] = {
    last: {
        word: tuple(entry for entry in entries if (entry[0][-2] if len(entry[0]) > 1 else "") == word)
        for word in {"", *(words[-2] for words, _ in entries if len(words) > 1)}
    }
    for last, entries in _table(_BEFORE, -1).items()
}
HEDGES_AFTER = _table(_AFTER, 0)
BOUND_BEFORE = frozenset(HEDGES_BEFORE)
# The second words of those behind, by the first; "" where one word is a hedge.
SECONDS_AFTER = {
    first: frozenset(words[1] if len(words) > 1 else "" for words, _ in entries)
    for first, entries in HEDGES_AFTER.items()
}

# After these, "from 5 to 7" tells of a change, not a range; "by 5 to 7" and "5 to 7" too.
CHANGES = frozenset(
    "rose rise rises risen rising raise raised raises raising grew grow grows grown growing increase increased"
    " increases increasing climb climbed"
    " climbs climbing jump jumped jumps jumping gain gained gains gaining soar soared soaring surge surged surging slump slumped slumps slumping"
    " advance advanced edged edge up"
    " inched inching tick ticked fell fall falls fallen falling drop dropped drops dropping decline declined"
    " declines declining decrease decreased decreases"
    " decreasing slip slipped slips slid slide slides sank sink sunk plunge plunged plunging tumble tumbled lower"
    " lowered lowering cut cuts cutting reduce"
    " reduced reduces reducing down shrank shrink shrunk slow slowed slowing lifted lift swelled doubled tripled"
    " quadrupled halved went going gone"
    " changed change changes moved move revised upgraded downgraded widened widen narrowed narrow improved improve"
    " worsened boosted boost trimmed trim slashed slash"
    " eased ease expanded expand dwindled dwindle shifted shift bringing brought added lost plummeted plummet"
    " accelerated accelerate recovered rebounded rallied"
    " upped extended extend hiked hike pushed push pushing".split()
)
# Behind these *under* and *over* tell where: "will disappear under 312 new homes".
LIES = frozenset(
    "disappear disappears disappeared disappearing vanish vanishes vanished buried bury buries lies lay lying crushed trapped hidden hides"
    " submerged collapsed groaned groaning bent towers tower towered towering soar soars soared loom looms loomed looming".split()
)
