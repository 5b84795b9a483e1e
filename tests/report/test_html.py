"""The HTML page: nothing in it can be steered by an article, every link leads somewhere, and it asks nothing of anybody."""

import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given

from copydesk.desk import check
from copydesk.model import Checked, Document, Look, Unread, Waiver
from copydesk.rulebook import load, packs
from report.made import LOOKS, article, items, result, written

# Elements without an end.
VOID = ("meta", "link", "br", "hr", "img", "input")
STORY = "Seven people were killed on May 31.\n\nPolice said nine people were killed. A truck of 1.5 miles (9 km) burned at 10 p.m."


class Tree(HTMLParser):
    """The tags of a page. Fails where one is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        assert not any(name.startswith("on") or name == "style" for name in names), attrs
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)

    def each(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]


@pytest.fixture(scope="module")
def page() -> str:
    document = article(STORY, "Seven killed")
    checked = check(document, load(packs()))
    extra = (result(document, "Seven", "nine"), result(document, "nine people", level="warning"))
    return written("html", [Checked(document, checked.facts, (*checked.results, *extra))])


@given(found=items(), look=LOOKS)
def test_anything_makes_a_sound_page(found: list[Checked | Unread], look: Look) -> None:
    page = written("html", found, look)
    tree = Tree(page)
    assert tree.each("id") == list(dict.fromkeys(tree.each("id"))), "one name twice"
    targets = set(tree.each("id"))
    assert not [link for link in tree.each("href") if link.startswith("#") and link[1:] not in targets]
    assert len([tag for tag, _ in tree.tags if tag == "script"]) == 1


def test_it_fetches_nothing_and_runs_only_its_own(page: str) -> None:
    tree = Tree(page)
    assert not tree.each("src")
    assert [link for link in tree.each("href") if not link.startswith("#")] == ["data:,"]
    policy = next(attrs["content"] for tag, attrs in tree.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML", page)


def test_an_article_can_not_bring_its_own_markup() -> None:
    nasty = '</p><script>alert(7)</script><img src=x onerror="alert(1)"> 7'
    document = article(nasty, name='a"><b>.md')
    found = result(
        document, "7", message=nasty, understood=nasty, link="javascript:alert(1)", rule_path="r", rule_line=1
    )
    tree = Tree(written("html", [Checked(document, results=(found,)), Unread("<i>", "p", nasty)]))
    assert [tag for tag, _ in tree.tags if tag in ("script", "img", "i")] == ["script"]
    assert not [link for link in tree.each("href") if link.startswith("javascript")]


def test_every_fact_and_every_statement_is_marked(page: str) -> None:
    tree = Tree(page)
    facts = [attrs["href"] for tag, attrs in tree.tags if attrs.get("class") == "fact"]
    rows = [attrs["id"] for tag, attrs in tree.tags if tag == "tr" and "id" in attrs]
    assert [link[1:] for link in facts] == rows
    assert len(rows) >= 7
    marked = dict(re.findall(r'<span class="place \w+" data-n="([\d ]+)">([^<]+)</span>', page))
    numbers = {number for one in marked for number in one.split()}
    assert numbers == {attrs["data-n"] for tag, attrs in tree.tags if attrs.get("class", "").startswith("finding")}


def test_places_that_overlap_are_cut_into_pieces() -> None:
    document = article("Nearly seven people of both towns died.")
    found = Checked(
        document, results=(result(document, "seven people"), result(document, "people of both", level="warning"))
    )
    page = written("html", [found])
    assert re.findall(r'<span class="place (\w+)" data-n="([\d ]+)">([^<]+)</span>', page) == [
        ("error", "1", "seven "),
        ("error", "1 2", "people"),
        ("warning", "2", " of both"),
    ]
    story = page[page.index('<div class="story"') : page.index('<section class="notes"')]
    assert (
        "".join(Tree(f"<div>{story}</div></div>"[:-6]).words).split()
        == "Nearly seven people1 of both2 towns died.".split()
    )


def test_what_is_waived_is_shown_as_such() -> None:
    document = article("Seven died.")
    found = Checked(document, results=(result(document, "Seven", waived=Waiver("one", "The desk asked.")),))
    page = written("html", [found])
    assert 'data-outcome="waived"' in page
    assert "The desk asked." in page
    assert '<p class="verdict skip"><strong>There was nothing to check.' in page


def test_a_story_without_findings_says_so() -> None:
    assert "Nothing to look at." in written("html", [Checked(article("It rained."))])


def test_statements_stand_side_by_side_as_they_follow_each_other_in_the_story() -> None:
    document = article("Seven died on the bridge.\n\nPolice said later that nine had died.")
    page = written("html", [Checked(document, results=(result(document, "nine", "Seven"),))])
    said = re.findall(r'<span class="at">(.*?)</span> <span class="words">(.*?)<mark>(.*?)</mark>(.*?)<', page)
    assert said == [
        ("line 1", "", "Seven", " died on the bridge. "),
        ("line 3", "Police said later that ", "nine", " had died. "),
    ]


def test_statements_that_stand_side_by_side_are_shown_so() -> None:
    document = article("Fares rose by 10 percent, from £20 to £24.")
    found = result(document, "10 percent", "£20", "£24", understood="")
    page = written("html", [Checked(document, results=(found,))])
    (said,) = re.findall(r'<span class="words">(.*?)<span class="read">7, 7</span></span></li>', page)
    assert said == "Fares rose by <mark>10 percent</mark>, from <mark>£20</mark> to <mark>£24</mark>. "


def test_rows_of_a_table_are_its_rows() -> None:
    from copydesk.read import readers

    source = b"Two ships came.\n\n| Ship | Tons |\n|---|---|\n| Aurora | 1,200 |\n"
    (document,) = readers()["markdown"].read(io.BytesIO(source), "story.md")
    assert isinstance(document, Document)
    page = written("html", [Checked(document)])
    assert "<tr><td>Ship</td><td>Tons</td></tr>\n<tr><td>Aurora</td><td>1,200</td></tr>" in page


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([("fail", "error"), ("fail", "warning")], "It does not hold up."),
        ([("fail", "warning"), ("pass", "error")], "Look again."),
        ([("unsure", "error"), ("pass", "error")], "Nothing clashes for certain."),
        ([("pass", "error"), ("skip", "error")], "It holds up."),
        ([("skip", "error")], "There was nothing to check."),
    ],
)
def test_the_page_answers_its_question(outcomes: list[tuple[str, str]], said: str) -> None:
    document = article("Seven died.")
    found = tuple(result(document, "Seven", outcome=outcome, level=level) for outcome, level in outcomes)
    assert f"<strong>{said}</strong>" in written("html", [Checked(document, results=found)])
