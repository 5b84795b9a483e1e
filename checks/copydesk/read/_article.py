"""Which part of a web page is the article, and what the page says of it: headline and date of publication."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape

from copydesk.late import late
from copydesk.read._draft import publication_date
from copydesk.read._prose import NOT_TEXT, Leave, hidden
from copydesk.read._tree import Element, Words
from copydesk.typed import Any

# Elements beside the article, wherever they stand.
BESIDE = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
# Names of classes and ids that sites give to what is beside the article, as whole words of the name.
BESIDE_NAMES = late(
    r"(?:^|[\s_-])(?:related|recirc|promo|promotion|share|sharing|social|newsletter|signup|subscribe|subscription|comments?|disqus|"
    r"ads?|advert|advertisement|sponsored|cookie|consent|breadcrumbs?|tags|most-?(?:read|popular)|more-?(?:on|from|stories)|read-?more|"
    r"toolbar|sidebar|paywall|byline|author-?bio|correction-?form|skip-?link|sr-only|visually-?hidden|screen-?reader-?text)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Types of schema.org that are an article.
ARTICLE = late(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "pubdate",
    "publish-date",
    "date",
)
TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "dc.title")
# What old templates put around a script, so that browsers without scripts did not show it.
WRAPPING = late(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$|;\s*$")
# A paragraph shorter than this, in letters, tells nothing of where the article is.
TELLING = 60


def beside(element: Element) -> bool:
    """Is it no part of the article that it stands in?"""
    a = element.attributes
    if element.name in BESIDE or hidden(element):
        return True
    if not a or element.name in ("html", "body", "article", "main"):
        return False
    if a.get("role") in ("navigation", "complementary", "contentinfo", "search", "dialog"):
        return True
    named = f"{a.get('class', '')} {a.get('id', '')}"
    return len(named) < 400 and BESIDE_NAMES.search(named) is not None


def bodies(root: Element, leave: Leave = beside) -> list[Element]:
    """The elements that hold the article: what the page marks as its body, else where most of its paragraphs stand."""
    marked = [e for e in root.elements() if "articlebody" in e.attributes.get("itemprop", "").lower().split()]
    if marked:
        return outer(marked)
    weight = weights(root, leave)
    for names in (("article",), ("main",)):
        found = [
            e for e in root.elements() if e.name in names or (names == ("main",) and e.attributes.get("role") == "main")
        ]
        best = max(found, key=lambda e: weight.get(id(e), 0), default=None)
        # Teasers are articles too: the article is the one that holds at least half of all.
        if best is not None and 2 * weight.get(id(best), 0) >= weight.get(id(root), 0) > 0:
            return [best]
    return [densest(root, weight)]


def outer(elements: list[Element]) -> list[Element]:
    inside = {id(inner) for element in elements for inner in element.elements()}
    return [element for element in elements if id(element) not in inside]


def weights(root: Element, leave: Leave) -> dict[int, int]:
    """By id of an element: the letters of its telling paragraphs, and of text that stands in it without one."""
    weight: dict[int, int] = {}
    stack: list[tuple[Element, tuple[int, ...]]] = [(root, (id(root),))]
    while stack:
        element, above = stack.pop()
        if element.name == "p":
            letters = len(element.said())
            if letters >= TELLING:
                for one in above:
                    weight[one] = weight.get(one, 0) + letters
            continue
        own = sum(len(child.text.strip()) for child in element.children if isinstance(child, Words))
        if own >= TELLING:
            for one in above:
                weight[one] = weight.get(one, 0) + own
        for child in element.children:
            if isinstance(child, Element) and child.name not in NOT_TEXT and not leave(child):
                stack.append((child, (*above, id(child))))
    return weight


def densest(root: Element, weight: dict[int, int]) -> Element:
    """The innermost element with nearly all of the paragraphs; the page's body, or all of it, where there are none."""
    found, total = root.first("body") or root, weight.get(id(root), 0)
    while total:
        inner = [e for e in found.children if isinstance(e, Element) and 5 * weight.get(id(e), 0) >= 4 * total]
        if not inner or inner[0].name == "p":
            break
        found = inner[0]
    return found


# ---------------------------------------------------------------- what the page says of itself


def dated(root: Element, body: list[Element]) -> date | datetime | None:
    """The date of publication: of structured data, else of meta tags, else of the first <time> in or before the article."""
    for written in dates(root, body):
        try:
            return publication_date(written)
        except ValueError:
            continue
    return None


def dates(root: Element, body: list[Element]) -> Iterator[str]:
    for thing in linked(root):
        yield from (thing[key] for key in ("datePublished", "dateCreated") if isinstance(thing.get(key), str))
    meta = metas(root)
    yield from (meta[name] for name in DATE_NAMES if name in meta)
    for element in root.elements("time", "span", "div", "abbr"):
        if "datepublished" in element.attributes.get("itemprop", "").lower().split():
            yield element.attributes.get("datetime") or element.attributes.get("content") or element.said()
    for within in (*body, root):
        times = [time for time in within.elements("time") if time.attributes.get("datetime")]
        times.sort(key=lambda time: "pubdate" not in time.attributes)
        yield from (time.attributes["datetime"] for time in times[:1])


def metas(root: Element) -> dict[str, str]:
    """Content of the page's meta tags by name, in lower case."""
    found: dict[str, str] = {}
    for tag in root.elements("meta"):
        a = tag.attributes
        name = a.get("property") or a.get("name") or a.get("itemprop") or ""
        if a.get("content", "").strip():
            found.setdefault(name.lower(), a["content"].strip())
    return found


def linked(root: Element) -> Iterator[dict[str, Any]]:
    """What JSON-LD on the page says of an article."""
    for script in root.elements("script"):
        if script.attributes.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            stack = [json.loads(WRAPPING.sub("", "".join(words.text for words in script.words())), strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            one = stack.pop()
            if isinstance(one, list):
                stack += reversed(one)
            elif isinstance(one, dict):
                kinds = one.get("@type")
                if any(ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield one
                stack += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def tags(root: Element) -> Iterator[str]:
    """What the page files the article under."""
    for tag in root.elements("meta"):
        name = (tag.attributes.get("property") or tag.attributes.get("name") or "").lower()
        if name == "article:tag":
            yield tag.attributes.get("content", "")
        elif name in ("keywords", "news_keywords"):
            yield from tag.attributes.get("content", "").split(",")


def headline(root: Element, body: list[Element], source: str) -> list[Words]:
    """The words of the headline: the first <h1> in the article or on the page, else what the page calls itself, with its place there."""
    marked = [e for e in root.elements() if "headline" in e.attributes.get("itemprop", "").lower().split()]
    within = [h for element in body for h in element.elements("h1")]
    for element in (*marked[:1], *within[:1], *list(root.elements("h1"))[:1]):
        if element.said() and not hidden(element):
            return list(element.words())
    for thing in linked(root):
        if isinstance(thing.get("headline"), str) and thing["headline"].strip():
            return [found(thing["headline"], source)]
    for tag in root.elements("meta"):
        if (tag.attributes.get("property") or tag.attributes.get("name") or "").lower() in TITLE_NAMES:
            said = tag.attributes.get("content", "")
            if said.strip():
                return [found(said, source, tag.start, tag.end)]
    title = root.first("title")
    return unescaped(title) if title else []


def found(said: str, source: str, start: int = 0, end: int | None = None) -> Words:
    """Words with their place in this stretch of the source, where they stand to the letter, or as JSON writes them."""
    read = unescape(said)
    for form in (said, json.dumps(said)[1:-1], json.dumps(said, ensure_ascii=False)[1:-1]):
        at = source.find(form, start, len(source) if end is None else end)
        if at >= 0:
            return Words(read, at) if form == read else Words(read, at, at + len(form))
    return Words(read, -1)


def unescaped(title: Element) -> list[Words]:
    from copydesk.read._html import parse

    return [
        Words(words.text, words.at + raw.at, words.until + raw.at if words.until >= 0 else -1)
        for raw in title.words()
        for words in parse(raw.text).words()
    ]
