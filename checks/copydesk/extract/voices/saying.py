"""Who says what a sentence tells: the attributions of a sentence, each with the words that name its speaker."""

from copydesk.extract.voices.quoting import QUOTE_MARKS
from copydesk.lexicon.persons import PERSONS
from copydesk.lexicon.voices import (
    ANSWERING,
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    FEDERAL,
    INVERTED,
    JOINS,
    NOBODY,
    NOUNS,
    OPENERS,
    PASSIVE,
    PLAIN,
    PLURALS,
    PRONOUNS,
    PUTS,
    SAYING,
    SHOWS,
    SPEECH,
    STOPPERS,
)
from copydesk.named import NamedTuple
from copydesk.tokens import Page

PUNCTUATION = frozenset(",;:.!?()[]—–-") | QUOTE_MARKS
NOUN_ENDS = frozenset(("about", "against", "from", "on", ",", ".", "have", "has"))
CLOSING = frozenset(".>)'’]")
SUBJECT_AT_MOST = 12  # tokens; a longer one was misread


class Voice(NamedTuple):
    """One attribution: the tokens that name the speaker, those of subject and verb together, and whether the sentence is
    said before it ("…, officials said") or only behind it ("officials said …")."""

    first: int
    last: int
    begin: int
    end: int
    behind: bool


def attribution(page: Page, i: int, first: int, last: int) -> Voice | None:
    """What the word of saying at token i attributes, in the sentence from token `first` to `last`."""
    lower, word = page.lower, page.lower[i]
    if word == "according":
        end = _phrase_end(page, i + 2, last) if i < last and lower[i + 1] == "to" else i
        return Voice(i + 2, end, i, end, behind=i > first) if end >= i + 2 else None
    if word in PUTS and "at" not in lower[i + 1 : i + 6]:
        return None  # "puts the figure at"
    if word == "states" and (lower[i - 1] in FEDERAL or page.words[i] == "States"):
        return None
    if word in ANSWERING and lower[i + 1 : i + 2] == ["to"]:
        return None  # "officers responded to 12 calls"
    if word == "quoted":
        return _quoted(page, i, first, last)
    if word in SHOWS:
        shown = _subject(page, i, first)
        return shown if shown and DOCUMENTS.intersection(lower[shown.first : shown.last + 1]) else None
    if word in PLAIN and (not _is_plural(lower[i - 1 : i]) or JOINS.intersection(lower[i + 1 : i + 2])):
        return None  # "they claim", not "the claim"
    if (
        word in NOUNS
        and i < last
        and (
            lower[i + 1] in JOINS
            or lower[i + 1] in PASSIVE
            or lower[i + 1] in NOUN_ENDS
            or lower[i + 1].endswith("ing")
        )
    ):
        return None
    return None if _claims_lives(lower, i) else _said(page, i, first, last)


def _quoted(page: Page, i: int, first: int, last: int) -> Voice | None:
    """ "Li Wei was quoted as saying", "the agency quoted an official as saying": whose words they are."""
    lower = page.lower
    if lower[i + 1 : i + 3] == ["as", "saying"] and i - 1 > first and lower[i - 1] in PASSIVE:
        return _subject(page, i - 1, first)
    end = _phrase_end(page, i + 1, last)
    if end > i and lower[end + 1 : end + 3] == ["as", "saying"]:
        return Voice(i + 1, end, i, end + 2, behind=False)
    return _said(page, i, first, last)


def _is_plural(word: list[str]) -> bool:
    return bool(word) and (
        word[0] in PLURALS or (word[0].endswith("s") and word[0] not in ("'s", "is", "was", "its", "this"))
    )


def _claims_lives(lower: list[str], i: int) -> bool:
    return lower[i].startswith("claim") and not {"life", "lives"}.isdisjoint(lower[i + 1 : i + 8])


def _said(page: Page, verb: int, first: int, last: int) -> Voice | None:
    """The attribution around a verb of speech: "said Ms Okafor" behind a comma or quotation mark, else its subject."""
    lower = page.lower
    ahead = lower[max(first, verb - 2) : verb]
    if ahead[-1:] and (ahead[-1] == "not" or ahead[-1].endswith(("n't", "n’t"))):
        return None  # "did not say how many"
    if ahead[-1:] and (ahead[-1] in PASSIVE or (ahead[-1] in AUXILIARIES and ahead[0] in PASSIVE)):
        return None
    if verb > first and lower[verb] in INVERTED and lower[verb - 1] in PUNCTUATION and verb < last:
        end = _phrase_end(page, verb + 1, last)
        quoted = lower[verb - 1] in QUOTE_MARKS
        starts_name = page.words[verb + 1][0].isupper() or lower[verb + 1] in DETERMINERS or quoted
        closed = end == last or lower[end + 1] in PUNCTUATION or lower[end + 1] in ("who", "in", "at", "on", "during")
        if end > verb and starts_name and closed and not lower[verb + 1].isdigit():
            end = _with_apposition(page, end, last)
            return Voice(verb + 1, end, verb, end, behind=True)
    return _subject(page, verb, first)


def _phrase_end(page: Page, begin: int, last: int) -> int:
    """The last token of the noun phrase that begins here."""
    i = begin
    while i <= last and i < begin + SUBJECT_AT_MOST:
        word = page.lower[i]
        if (word in PUNCTUATION and not page.joined(i - 1)) or word in ",;:()!?" or word in STOPPERS:
            break
        if (
            word in SPEECH
            and page.words[i] != "States"
            and not (word in NOUNS and (i == last or page.lower[i + 1] in PUNCTUATION))
        ):
            break
        if word in PUNCTUATION and word != "-" and (word in QUOTE_MARKS or i == last or not page.joined(i)):
            if not (word == "." and i < last and _abbreviated(page, i)):
                break
        i += 1
    return i - 1


def _subject(page: Page, verb: int, first: int) -> Voice | None:
    lower = page.lower
    end = verb - 1
    while end >= first and (lower[end] in AUXILIARIES or lower[end] in DAYS or lower[end].endswith("ly")):
        end -= 2 if lower[end] in DAYS and lower[end - 1] == "on" else 1
    comma = end
    if end > first and lower[end] == ",":
        end = _before_apposition(page, end, first)
    begin = end + 1
    while begin - 1 >= first and end - begin < SUBJECT_AT_MOST and not _bounds(page, begin - 1):
        if begin <= end and lower[end] in PRONOUNS:
            break  # "several weapons they believe"
        begin -= 1
    boundary = lower[begin - 1] if begin > first else ""
    while begin < end and (lower[begin] in OPENERS or lower[begin] == "'"):
        begin += 2 if lower[begin] in ("on", "in", "at") and begin + 2 <= end else 1
    for i in range(end, begin, -1):
        if lower[i] == "the" and lower[i - 1] not in JOINS:
            begin = i  # "in a radio message the minister said"
            break
    if (
        begin > end
        or lower[begin] == "according"
        or lower[begin] in JOINS
        or lower[end] in NOBODY
        or lower[end] in JOINS
        or lower[end] in DETERMINERS
        or not page.words[end][-1].isalpha()
        and page.words[end][-1] not in CLOSING
        or lower[end] in PUNCTUATION - CLOSING
        or (lower[end] == "." and not _abbreviated(page, end))
    ):
        return None
    last = _with_apposition(page, end, comma) if comma > end else end
    return Voice(begin, last, begin, verb, behind=boundary in PUNCTUATION and boundary not in ("", ":"))


def _before_apposition(page: Page, comma: int, first: int) -> int:
    """The token before "…, the region's governor," for the comma that closes it."""
    for i in range(comma - 1, max(first, comma - 2 * SUBJECT_AT_MOST), -1):
        if page.lower[i] == ",":
            aged = page.words[i - 1].isdigit() and i - 2 > first and page.lower[i - 2] == ","
            return i - 3 if aged else i - 1
    return comma - 1


def _with_apposition(page: Page, end: int, last: int) -> int:
    """The last token of a speaker with what stands in apposition behind: "Ana Ruiz, the mayor of Tavira,"."""
    if page.lower[end + 1 : end + 2] != [","] or end + 2 > last:
        return end
    begins = page.words[end + 2]
    if begins not in DETERMINERS and begins not in PERSONS and not (begins[0].isupper() and page.lower[last] == ","):
        return end
    close = _phrase_end(page, end + 2, last)
    ends = close == last or page.lower[close + 1] in (",", ".", ";", "”", '"') or page.lower[close + 1] in STOPPERS
    return close if close > end + 1 and ends else end


def _bounds(page: Page, i: int) -> bool:
    """Does a subject to the right of token i begin behind it?"""
    word = page.lower[i]
    if word in CLAUSE_WORDS or (word in SAYING and word not in NOUNS):
        return True
    if word == "." and _abbreviated(page, i):
        return False
    return word in PUNCTUATION and not (word == "-" and page.joined(i))


def _abbreviated(page: Page, stop: int) -> bool:
    """Does the full stop end a short word with a capital: "Jr.", "Corp."?"""
    word = page.words[stop - 1]
    return word[0].isupper() and len(word) <= 4
