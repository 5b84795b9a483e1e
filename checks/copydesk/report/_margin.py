"""What stands beside and below a story: the findings, its times in order, all its facts, and the rules that were content."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from copydesk.chart._stops import Stop, Strip, strip
from copydesk.model import Checked, Fact, Place, Result
from copydesk.report._finding import from_here
from copydesk.report._marked import RANK, html
from copydesk.report._prose import at, stands
from copydesk.report._remarks import at_level
from copydesk.report._values import role, speaker, unit, value

HEADINGS = ("line", "words", "kind", "value", "unit", "of", "role", "said by", "stands in")
BLOCKS = {"lede": "first paragraph", "paragraph": "text"}


def notes(results: Sequence[Result], article: str) -> Iterator[str]:
    """The findings, numbered as in the story."""
    yield f'<section class="notes" aria-label="What was found in article {article[1:]}">\n'
    if not results:
        yield '<p class="clean">Nothing to look at.</p>\n'
    else:
        yield "<ol>\n"
        for number, result in enumerate(results, 1):
            yield from note(result, number, article)
        yield "</ol>\n"
    yield "</section>\n"


def note(result: Result, number: int, article: str) -> Iterator[str]:
    tone = at_level(result)
    kind = "waived" if result.waived else tone
    rule = result.rule.rpartition("/")[2]
    yield (
        f'<li class="finding {kind}" id="{article}-n{number}" tabindex="0" data-n="{number}" data-outcome="{kind}" data-rule="{html(result.rule)}">\n'
        f'<p class="head"><span class="number">{number}</span><b>{tone}</b> {html(rule)}</p>\n'
    )
    say = result.say if result.say != result.message else ""
    here = result.message.removeprefix(say).strip() if say else result.message
    yield f'<p class="say">{html(say)}</p>\n' if say else ""
    yield f'<p class="here">{html(here[:1].upper() + here[1:])}</p>\n' if here else ""
    if result.waived:
        yield f'<p class="because">Waived: {html(result.waived.because)}</p>\n'
    if result.places:
        yield f"<ul>\n{''.join(statement(place) for place in result.places)}</ul>\n"
    yield from (f'<p class="repair">{html(repair)}</p>\n' for repair in result.repairs)
    if result.rule_path:
        expected = f"expected: <code>{html(result.expected)}</code> · " if result.expected else ""
        where = f"{from_here(result.rule_path)}:{result.rule_line}"
        yield f'<p class="expected">{expected}rule {html(where)}</p>\n'
    if result.link.startswith(("http://", "https://")):
        yield f'<p class="expected"><a rel="noreferrer" href="{html(result.link)}">{html(result.link)}</a></p>\n'
    yield "</li>\n"


def statement(place: Place) -> str:
    said = place.document.text[place.span.start : place.span.end]
    read = f' <span class="read">{html(place.understood)}</span>' if place.understood not in ("", said) else ""
    return f"<li>{at(place)}: <q>{html(said)}</q>{read}</li>\n"


# ---------------------------------------------------------------- below the story


def times(item: Checked, results: Sequence[Result], article: str) -> Iterator[str]:
    """The strip of the story's times, in order; nothing for a story of fewer than two."""
    chart = strip(item)
    if len(chart.stops) < 2:
        return
    numbers = {id(result): number for number, result in enumerate(results, 1)}
    facts = {fact.span: number for number, fact in reversed(list(enumerate(item.facts, 1)))}
    yield '<details class="times" open>\n<summary>The times in order</summary>\n'
    for section, stops in groupby(chart.stops, key=lambda stop: stop.section):
        yield f'<p class="section">{html(section)}</p>\n' if section else ""
        yield '<ol class="strip">\n'
        for one in stops:
            yield stop(one, chart, numbers, f"{article}-f{facts[one.fact.span]}-words", article)
        yield "</ol>\n"
    yield "</details>\n"


def stop(one: Stop, chart: Strip, numbers: dict[int, int], target: str, article: str) -> str:
    mine = sorted(numbers[id(chart.clashes[n - 1])] for n in one.clashes if id(chart.clashes[n - 1]) in numbers)
    gap = f"<small>{html(one.gap)}</small>" if one.gap else ""
    links = "".join(f' <a href="#{article}-n{number}" aria-label="finding {number}">{number}</a>' for number in mine)
    tone = min((at_level(chart.clashes[n - 1]) for n in one.clashes), key=RANK.index, default="")
    tones = f'<span class="tone">{links}</span>' if links else ""
    words = f'{html(one.before)}<a href="#{target}">{html(one.words)}</a>{html(one.after)}{tones}'
    return (
        f'<li class="{f"clash {tone}" if mine else "fine"}"><span class="when">{html(one.when)}{gap}</span><span class="dot"></span>'
        f'<span class="words">{words}</span></li>\n'
    )


def facts(item: Checked, article: str) -> Iterator[str]:
    """All that was read: one row a fact."""
    if not item.facts:
        return
    count = f"{len(item.facts):,}"
    yield f'<details class="facts">\n<summary>Every figure and time ({count})</summary>\n'
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="Every figure and time of article {article[1:]}"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS) + "</tr></thead>\n<tbody>\n"
    for number, fact in enumerate(item.facts, 1):
        name = f"{article}-f{number}"
        cells = "".join(f"<td>{html(cell)}</td>" for cell in cells_of(fact)[2:])
        where = stands(fact.document, fact.span.start)
        said = f'<a href="#{name}-words">{html(fact.text)}</a>'
        yield f'<tr id="{name}"><td>{html(where.removeprefix("line "))}</td><td>{said}</td>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n</details>\n"


def cells_of(fact: Fact) -> tuple[str, ...]:
    where = BLOCKS.get(fact.block, fact.block) + (", quoted" if fact.quoted else "")
    return "", fact.text, fact.kind, value(fact), unit(fact), " ".join(fact.of), role(fact), speaker(fact), where


def rest(item: Checked) -> Iterator[str]:
    """The rules that passed, and those that found nothing to check."""
    quiet = [result for result in item.results if result.outcome in ("pass", "skip")]
    if not quiet:
        return
    passed = sum(result.outcome == "pass" for result in quiet)
    yield f'<details class="rest">\n<summary>{passed:,} passed, {len(quiet) - passed:,} found nothing to check</summary>\n<ul>\n'
    for result in sorted(quiet, key=lambda result: result.outcome):
        word = {"pass": "passed", "skip": "skipped"}[result.outcome]
        yield f'<li class="{result.outcome}" data-outcome="{result.outcome}" data-rule="{html(result.rule)}">'
        yield f"<b>{word}</b> {html(result.rule)}: {html(result.message or result.say)}</li>\n"
    yield "</ul>\n</details>\n"
