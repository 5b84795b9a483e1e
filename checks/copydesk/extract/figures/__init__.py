"""Figures: a numeral and what stands around it make money, a percentage, an age, a quantity, a score, an ordinal, a
count, or no figure at all."""

from copydesk.extract.figures import (
    age,
    chain,
    compared,
    count,
    elided,
    joining,
    label,
    money,
    naming,
    ordinal,
    percent,
    quantity,
    score,
)  # fmt: skip
from copydesk.extract.figures.mention import Mention, unit_behind
from copydesk.model import Fact, Span
from copydesk.numerals import Numeral
from copydesk.tokens import Page


def read(page: Page, numerals: list[Numeral], taken: set[int]) -> list[Fact]:
    """The figures of a page in text order. `taken`: tokens that dates, times and durations hold."""
    found: list[Mention] = []
    for numeral in numerals:
        if found and numeral.first <= found[-1].last:  # "12 degrees below zero" has taken the zero
            continue
        if taken and (numeral.first in taken or numeral.last in taken):
            continue
        found += mentions(page, numeral, found[-1] if found else None)
    return _facts(page, compared.completed(page, joining.joined(page, found)))


def mentions(page: Page, numeral: Numeral, before: Mention | None = None) -> list[Mention]:
    """What a numeral states: nothing for a label or a year, two numbers for a score. `before`: the mention before it."""
    if numeral.ordinal:
        return _one(ordinal.read(page, numeral))
    after = unit_behind(page, numeral)
    found = money.read(page, numeral, after) or percent.read(numeral, after) or age.read(page, numeral, after)
    if found:
        return [found]
    if chain.follows_letters(page, numeral):
        return []
    scores = score.read(page, numeral)
    if scores:
        return scores
    found = quantity.read(page, numeral, after)
    if found:
        return [] if naming.named_with_unit(page, numeral, found.last) else [found]
    listed = elided.in_list(page, numeral, before)
    if listed is not None and not label.after_label(page, numeral):
        return [listed]
    if label.is_label(page, numeral) or naming.in_name(page, numeral):
        return []
    return _one(count.read(page, numeral))


def _one(mention: Mention | None) -> list[Mention]:
    return [mention] if mention is not None else []


def _facts(page: Page, mentions: list[Mention]) -> list[Fact]:
    """The facts of mentions in text order, each with its block and its sentence."""
    document, blocks, sentences = page.document, page.document.blocks, page.sentences
    starts, ends = page.starts, page.ends
    facts: list[Fact] = []
    block = sentence = 0
    for kind, first, last, amount, of, timex, part, other in mentions:
        start = starts[first]
        while block + 1 < len(blocks) and blocks[block].end <= start:
            block += 1
        while sentence + 1 < len(sentences) and sentences[sentence].end <= start:
            sentence += 1
        where = blocks[block].kind if blocks and blocks[block].start <= start < blocks[block].end else "paragraph"
        facts.append(
            Fact(
                kind, Span(start, ends[last]), document, amount, timex, of, None, None, where, sentences[sentence],
                False, part, other,
            )
        )  # fmt: skip
    return facts
