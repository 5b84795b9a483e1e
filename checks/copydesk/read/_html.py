"""HTML as it comes: a tree with the place of every tag and word, whatever is left open, in time linear in its length.

The standard library's parser takes quadratic time on unclosed comments in Pythons before the summer of 2025, so the few rules of HTML's
tokens stand here, in expressions that look at a character a bounded number of times: a tag ends before the next `<` outside of quotes,
and has at most forty attributes.
"""

import re
from collections import Counter
from html import unescape
from html.entities import html5

from copydesk.late import late
from copydesk.read._tree import DEEPEST, Element, Words

# A page of more tags and entities is no article; each costs memory.
MOST = 200_000
# How many open elements may stand between an end that is left out and what implies it.
NEAR = 20
TOKEN = late(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|)){0,80}+)>"
    r"|<[!?/][^<>]*+>"
    r"|&(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})(?P<semicolon>;?)",
    re.DOTALL,
)
ATTRIBUTE = late(r"([^\s=/\"'>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Their content is no markup.
RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
# A new one of these ends an open one of those, unless one of the third stands between.
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "th": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "menu nav ol p pre section table ul".split()
)
PARAGRAPH = (frozenset(("p",)), frozenset(("table", "td", "th", "button", "figure", "article", "section")))


class BrokenHtml(ValueError):
    """What is wrong with a page."""


def parse(source: str) -> Element:
    """The tree of a page, or of a piece of one. Raises BrokenHtml for one of too many tags."""
    root = Element("", {})
    stack = [root]
    open_names: Counter[str] = Counter()
    behind = count = 0
    token = TOKEN.search(source)
    while token:
        count += 1
        if count > MOST:
            raise BrokenHtml(f"It has more than {MOST:,} tags: that is no article.")
        if token.start() > behind:
            stack[-1].children.append(Words(source[behind : token.start()], behind))
        behind = token.end()
        name = (token["name"] or "").lower()
        if token["entity"]:
            stack[-1].children.append(entity(token))
        elif name and token["end"]:
            if open_names[name]:
                close(stack, name, open_names)
        elif name:
            behind = opened(source, stack, token, name, open_names)
        token = TOKEN.search(source, behind)
    if behind < len(source):
        stack[-1].children.append(Words(source[behind:], behind))
    return root


def entity(token: re.Match[str]) -> Words:
    """An entity, read; what only looks like one stays as it stands."""
    text, name = token.group(), token["entity"]
    if name.startswith("#") or f"{name};" in html5:
        read = unescape(f"&{name};")
        if read != text:
            return Words(read, token.start(), token.end())
    return Words(text, token.start())


def opened(source: str, stack: list[Element], token: re.Match[str], name: str, open_names: Counter[str]) -> int:
    """A new element; where its opening tag, or all of it, ends."""
    if name in ENDS_PARAGRAPH:
        imply(stack, PARAGRAPH, open_names)
    elif name in CLOSES:
        imply(stack, CLOSES[name], open_names)
    element = Element(name, attributes(token["rest"]), token.start(), token.end())
    stack[-1].children.append(element)
    if name in RAW:
        end = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, token.end())
        until = end.start() if end else len(source)
        if until > token.end():
            element.children.append(Words(source[token.end() : until], token.end()))
        return until
    if name not in VOID and not (token["rest"].endswith("/") and ":" in name) and len(stack) <= DEEPEST:
        stack.append(element)
        open_names[name] += 1
    return token.end()


def attributes(written: str) -> dict[str, str]:
    if not written.strip():
        return {}
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), unescape(value))
    return found


def imply(stack: list[Element], closes: tuple[frozenset[str], frozenset[str]], open_names: Counter[str]) -> None:
    """The end tags that writers leave out, as far down as anybody leaves them out."""
    ends, walls = closes
    if not any(open_names[name] for name in ends):
        return
    for i in range(len(stack) - 1, max(0, len(stack) - 1 - NEAR), -1):
        if stack[i].name in ends:
            cut(stack, i, open_names)
            return
        if stack[i].name in walls:
            return


def close(stack: list[Element], name: str, open_names: Counter[str]) -> None:
    """An end tag ends the innermost open element of its name."""
    for i in range(len(stack) - 1, 0, -1):
        if stack[i].name == name:
            cut(stack, i, open_names)
            return


def cut(stack: list[Element], i: int, open_names: Counter[str]) -> None:
    open_names.subtract(element.name for element in stack[i:])
    del stack[i:]
