"""Words around a figure of then and one of now, and around a change that is told apart from them. Data only."""

from copydesk.late import late, pattern
from copydesk.support import content

# Nouns for one thing, where the one is what happens to the other.
SAME = {
    "birth": "child",
    "baby": "child",
    "visit": "visitor",
    "death": "person",
    "journey": "passenger",
    "trip": "passenger",
    "sale": "car",
}
# What may come, or is of another footing.
HOPE = r"seen\s+\w+ing|expect\w*|forecast\w*|predict\w*|analysts?|target\w*|plans?|planned|hopes?|aims?|will"
HOPED = pattern(rf"\b(?:{HOPE}|consensus)\b")
# In the clause of a claim; and wherever near it.
NOT_SO = pattern(rf"\b(?:{HOPE}|estimate\w*|would|could|may|might|must|if)\b")
OF_SHARES = pattern(r"\b(?:adjusted|per\s+share|shares|stock|real\s+terms|inflation)\b")
CLAUSE = late(r"[,;:]\s|\s(?:as|while|but|and)\s")
# "Less than its record of 2.95 million": of a third time.
OF_A_THIRD = pattern(
    r"\b(?:record|peak|high|low|average|target|goal|limit)(?:\s+of)?\s+$",
    words="record peak high low average target goal limit",
)
# What another figure, or another clause, says of its way: "shrinks again but four in ten still wait".
BUT = pattern(r"%|\bper\s?cent\b|\bpct\b|\b(?:but|although|though)\b")
# Of something else than the change: "half of", "by half in 12 minutes".
OF = pattern(r"\s+(?:of\b|(?:in|within|over)\s+(?:\w+\s+){0,2}(?:seconds?|minutes?|hours?)\b)")
IN_MONEY = pattern(
    r"\b(?:profits?|prices?|tolls?|costs?|revenues?|turnover|wages?|salar\w+|fees?|fares?|incomes?|debts?)\b"
)
NUMBER_OF = pattern(r"\bnumbers?\s+of\b", words="number")
# What sentences have in common by chance.
ANY = content(
    "increase increased rise rose rising grew growth fall fell falling drop dropped decline cut down year month quarter week said last more company percent report reported million billion number first time people mln bln dlrs pct worth"
)
SINCE = pattern(r"\b(?:since|from)\s+(?:\w+\s+)?((?:19|20)\d\d)\b", words="since from")
TYPICAL = pattern(
    r"\b(?:typical|average|median|mean|standard|ordinary|usual|same)\b",
    words="typical average median mean standard ordinary usual same",
)
# "Climbed 15% to 9.2 million".
TO = pattern(r"\s+to\s+(?:just\s+|only\s+|about\s+|some\s+|a\s+record\s+)?[$£€]?", words="to")
OF_THEM = late(r"\s+of\s+them\b")
AGAINST = pattern(
    r"\b(?:compare[sd]\s+(?:with|to)|against|versus)\s+(?:\w+\s+)?[$£€]?$", words="compare against versus"
)
# "The 82,500 tonnes that analysts had expected".
HOPED_BEHIND = pattern(
    r"\s+(?:[\w-]+\s+){0,3}?(?:expected|forecast|predicted|analysts|hoped|planned)\b",
    words="expected forecast predicted analysts hoped planned",
)
# "Down from 68 percent": how high it was.
LEVEL = late(r"\b(?:from|to|at)\s+(?:about\s+|around\s+|some\s+|just\s+|only\s+)?$")
# "In six years", "over the past decade"; and the years themselves.
IN_YEARS = pattern(
    r"\b(?:in|over|within)\s+(?:the\s+(?:past|last)\s+)?(?P<length>(?:[a-z]+|\d+)\s+(?:years?|decades?)|a\s+decade)\b",
    words="year decade",
)
YEAR, LAST_YEAR = late(r"\b(?:19|20)\d\d\b"), pattern(r"\blast\s+year\b", words="last")
