"""What stands beside and below a story: the findings, its times in order, all its facts, and the rules that were content."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from copydesk.chart._stops import Stop, Strip, shown, strip
from copydesk.model import Checked, Fact, Place, Result
from copydesk.moments import Moment
from copydesk.report._finding import window
from copydesk.report._marked import RANK, html
from copydesk.report._names import rule_file
from copydesk.report._prose import at, stands
from copydesk.report._remarks import at_level
from copydesk.report._values import role, speaker, unit, value

HEADINGS = ("line", "words", "kind", "value", "unit", "of", "role", "said by", "stands in")
BLOCKS = {"lede": "first paragraph", "paragraph": "text"}
# How many characters of its paragraph a statement is shown in.
AROUND = 62


def notes(item: Checked, results: Sequence[Result], article: str) -> Iterator[str]:
    """The findings, numbered as in the story, and what was content."""
    yield f'<section class="notes" aria-label="What was found in article {article[1:]}">\n'
    if results:
        yield "<ol>\n"
        for number, result in enumerate(results, 1):
            yield from note(result, number, article)
        yield "</ol>\n"
    elif not any(result.outcome == "pass" for result in item.results):
        yield '<p class="clean">Nothing to look at.</p>\n'
    yield from quiet(item, "pass", "passed", is_open=not results)
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
        yield f'<ul class="side">\n{"".join(map(statement, together(ordered(result.places))))}</ul>\n'
    if result.repairs:
        yield f'<p class="repair">{html(", or ".join(result.repairs))}</p>\n'
    if result.rule_path:
        expected = f"expected: <code>{html(result.expected)}</code> · " if result.expected else ""
        where = f"{rule_file(result.rule_path)}:{result.rule_line}"
        yield f'<p class="expected">{expected}rule {html(where)}</p>\n'
    if result.link.startswith(("http://", "https://")):
        yield f'<p class="expected"><a rel="noreferrer" href="{html(result.link)}">{html(result.link)}</a></p>\n'
    yield "</li>\n"


def ordered(places: Sequence[Place]) -> Sequence[Place]:
    """As they follow each other in the story; as they come, where they are of two texts."""
    one_text = all(place.document is places[0].document for place in places)
    return sorted(places, key=lambda place: place.span) if one_text else places


def block_of(place: Place) -> tuple[int, int]:
    """Where the paragraph of a place begins and ends."""
    start, end = place.span
    block = next((one for one in place.document.blocks if one.start <= start < one.end), None)
    return (block.start, max(block.end, end)) if block else (start, end)


def together(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Statements that stand so near each other that one look takes them in."""
    group: list[Place] = []
    for place in places:
        here = group and place.document is group[0].document and block_of(place) == block_of(group[0])
        if here and group[-1].span.end <= place.span.start and place.span.end - group[0].span.start <= AROUND:
            group.append(place)
        else:
            yield from [group] if group else []
            group = [place]
    yield group


def statement(places: list[Place]) -> str:
    """The words of one or more statements among those around them, and what was understood."""
    text, (first, last) = places[0].document.text, block_of(places[0])
    start, end = places[0].span.start, places[-1].span.end
    begin, stop = window(text[first:last], start - first, end - first, AROUND)
    behind = first + begin
    parts = ["…\u00a0" if begin else ""]
    for place in places:
        said = text[place.span.start : place.span.end]
        parts += [html(text[behind : place.span.start]), f"<mark>{html(said)}</mark>"]
        behind = place.span.end
    parts += [html(text[behind : first + stop]), "\u00a0…" if first + stop < last else ""]
    understood = [one.understood for one in places if one.understood not in ("", text[one.span.start : one.span.end])]
    read = f' <span class="read">{html(", ".join(understood))}</span>' if understood else ""
    return f'<li><span class="at">{at(places[0])}</span> <span class="words">{"".join(parts)}{read}</span></li>\n'


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
        before = ""
        for one in stops:
            target = f"{article}-f{facts[one.fact.span]}-words"
            yield stop(one, clock(one, before), chart, numbers, target, article)
            before = one.when
        yield "</ol>\n"
    yield "</details>\n"


def clock(one: Stop, before: str) -> str:
    """When a stop is; what is as at the stop before it is only said, not shown again: the year, or all of it."""
    if one.when == before:
        return f'<span class="said">{html(one.when)}</span>'
    year = f" {one.fact.moment.start.year}"
    if before.endswith(year.strip()) or f"{year} " in before:
        return html(one.when.replace(year, "", 1))
    return html(one.when)


def stop(one: Stop, when: str, chart: Strip, numbers: dict[int, int], target: str, article: str) -> str:
    mine = sorted(numbers[id(chart.clashes[n - 1])] for n in one.clashes if id(chart.clashes[n - 1]) in numbers)
    gap = f"<small>{html(one.gap)}</small>" if one.gap else ""
    links = "".join(f' <a href="#{article}-n{number}" aria-label="finding {number}">{number}</a>' for number in mine)
    tone = min((at_level(chart.clashes[n - 1]) for n in one.clashes), key=RANK.index, default="")
    tones = f'<span class="tone">{links}</span>' if links else ""
    words = f'{html(one.before)}<a href="#{target}">{html(one.words)}</a>{html(one.after)}{tones}'
    return (
        f'<li class="{f"clash {tone}" if mine else "fine"}"><span class="when">{when}{gap}</span><span class="dot"></span>'
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
        shown_time = f' data-said="{html(shown(fact.moment))}"' if isinstance(fact.value, Moment) else ""
        yield f'<tr id="{name}"{shown_time}><td>{html(where.removeprefix("line "))}</td><td>{said}</td>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n</details>\n"


def cells_of(fact: Fact) -> tuple[str, ...]:
    where = BLOCKS.get(fact.block, fact.block) + (", quoted" if fact.quoted else "")
    return "", fact.text, fact.kind, value(fact), unit(fact), " ".join(fact.of), role(fact), speaker(fact), where


def quiet(item: Checked, outcome: str, word: str, is_open: bool = False) -> Iterator[str]:
    """The rules that passed, or those that found nothing to check."""
    found = [result for result in item.results if result.outcome == outcome]
    if not found:
        return
    yield f'<details class="quiet"{" open" * is_open}>\n<summary>{len(found):,} {word}</summary>\n<ul>\n'
    for (rule, said), times in Counter((result.rule, result.message or result.say) for result in found).items():
        again = f" × {times}" if times > 1 else ""
        yield f'<li class="{outcome}" data-outcome="{outcome}" data-times="{times}" data-rule="{html(rule)}"><b>{html(rule.rpartition("/")[2])}</b> {html(said)}{again}</li>\n'
    yield "</ul>\n</details>\n"
