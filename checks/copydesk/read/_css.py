"""The part of CSS selectors that picks an article from a page: tag, .class, #id, [attribute=value], descendants and children, lists."""

import re

from copydesk.late import late
from copydesk.named import NamedTuple
from copydesk.read._tree import Element

SIMPLE = late(
    r"(?P<tag>\*|[A-Za-z][\w-]*)|\.(?P<class>-?[\w-]+)|#(?P<id>[\w-]+)"
    r"|\[\s*(?P<key>[\w:-]+)\s*(?:(?P<op>[~^$*|]?=)\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w-]+))\s*)?\]"
)
JOIN = late(r"\s*(?P<join>[>,])\s*|\s+")


class BadSelector(ValueError):
    """What can't be read in a selector."""


class Compound(NamedTuple):
    """`div.story[data-x=y]`: each test is a kind, a name and a value. `child`: it must lie directly in what the one before means."""

    tests: tuple[tuple[str, str, str], ...]
    child: bool


def parse(selector: str) -> list[list[Compound]]:
    """Raises BadSelector with what I do read."""
    lists: list[list[Compound]] = [[]]
    text, at, child = selector.strip(), 0, False
    while at < len(text):
        tests: list[tuple[str, str, str]] = []
        while found := SIMPLE.match(text, at):
            tests.append(test(found))
            at = found.end()
        if not tests:
            break
        lists[-1].append(Compound(tuple(tests), child))
        join = JOIN.match(text, at)
        if not join:
            break
        child, at = join["join"] == ">", join.end()
        if join["join"] == ",":
            lists.append([])
        elif at == len(text):
            break
    if at < len(text) or not all(lists) or text.endswith((">", ",")):
        shown = text[at : at + 20] or "its end"
        raise BadSelector(
            f"I can't read the selector {selector!r} at {shown!r}: I know tag, .class, #id, [name=value], spaces, > and commas."
        )
    return lists


def test(found: re.Match[str]) -> tuple[str, str, str]:
    kind = found.lastgroup or ""
    if kind in ("tag", "class", "id"):
        return kind, "", found[kind] if kind != "tag" else found[kind].lower()
    value = next((found[group] for group in ("double", "single", "bare") if found[group] is not None), "")
    return found["op"] or "has", found["key"].lower(), value


def select(root: Element, selector: str) -> list[Element]:
    """The elements that a selector names, in document order; one inside another only with the outer one. Raises BadSelector."""
    lists = parse(selector)
    found: list[Element] = []
    stack: list[tuple[Element, tuple[Element, ...]]] = [(root, ())]
    while stack:
        element, above = stack.pop()
        if element is not root and any(fits(chain, element, above) for chain in lists):
            found.append(element)
            continue
        below = (*above, element) if element is not root else above
        stack += [(child, below) for child in reversed(element.children) if isinstance(child, Element)]
    return found


def fits(chain: list[Compound], element: Element, above: tuple[Element, ...]) -> bool:
    """Does the last of a chain mean this element, and those before it what it lies in?"""
    if not passes(chain[-1], element):
        return False
    if len(chain) == 1:
        return True
    places = range(len(above) - 1, -1, -1)
    if chain[-1].child:
        places = range(len(above) - 1, max(len(above) - 2, -1), -1)
    return any(fits(chain[:-1], above[i], above[:i]) for i in places)


def passes(compound: Compound, element: Element) -> bool:
    a = element.attributes
    for kind, key, value in compound.tests:
        has = a.get(key, "")
        told = {
            "tag": value in ("*", element.name),
            "class": value in a.get("class", "").split(),
            "id": a.get("id") == value,
            "has": key in a,
            "=": key in a and has == value,
            "~=": value in has.split(),
            "^=": bool(value) and has.startswith(value),
            "$=": bool(value) and has.endswith(value),
            "*=": bool(value) and value in has,
            "|=": has == value or has.startswith(f"{value}-"),
        }
        if not told[kind]:
            return False
    return True
