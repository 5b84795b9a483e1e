"""The lists of the manual, as Markdown tables made from what the program reads by."""

import ast
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from copydesk import relate, rulebook
from copydesk.cli._page import page
from copydesk.model import Rule
from copydesk.relate import KINDS as RELATIONS
from copydesk.rulebook import words
from copydesk.rulebook.sourcing import KEYS as OF_SOURCES


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in (head, *rows))
    first, *others = lines
    return "\n".join([first, "|" + "---|" * len(head), *others])


def two(head: str, words: Mapping[str, str]) -> Callable[[], str]:
    """A list of words and what each means."""
    return lambda: table((head, ""), ((f"`{word}`", about) for word, about in words.items()))


def kinds() -> str:
    sizes = ((f"`{name}`", f"a quantity of this dimension: {figure}") for name, figure in words.DIMENSIONS.items())
    return table(("`a`", ""), [*((f"`{name}`", about) for name, about in words.KINDS.items()), *sizes])


def levels() -> str:
    rows = [
        (f"`{key}: {word}`", about)
        for key, of in (("level", words.LEVELS), ("missing", words.MISSING))
        for word, about in of.items()
    ]
    return table(("", ""), rows)


def example_keys() -> str:
    return table(
        ("key", ""),
        [
            *((f"`{word}`", about) for word, about in words.OUTCOMES.items()),
            *((f"`{word}`, below an outcome", about) for word, about in words.EXAMPLE_KEYS.items()),
        ],
    )


def sources() -> str:
    rows = [
        (f"`{kind}`", words.SOURCE_KEYS[kind], ", ".join(f"`{key}`" for key in keys))
        for kind, keys in OF_SOURCES.items()
    ]
    more = [(f"`{key}`", about, "") for key, about in words.SOURCE_KEYS.items() if key not in OF_SOURCES]
    return table(("key", "", "goes with"), [*rows, *more])


def relations() -> str:
    rows = [
        (f"`{name}`", ", ".join(f"`{part}`" for part in kind.parts), kind.about)
        for name, kind in sorted(RELATIONS.items())
    ]
    return table(("relation", "parts", ""), rows)


def readings() -> str:
    """Each reading that relations share, folder by folder: what it finds, and who asks it."""
    room = Path(relate.__file__).parent
    paths = [path for path in sorted(room.rglob("*.py")) if path.parent == room or path.name != "__init__.py"]
    files = {
        path.relative_to(room).with_suffix("").as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths
    }
    asks = {name: asked_by(tree) for name, tree in files.items()}
    sections = []
    for folder in sorted({name.partition("/")[0] for name in files if "/" in name}):
        about = summary(ast.parse((room / folder / "__init__.py").read_text(encoding="utf-8")))
        rows = [
            (f"`{name}`", summary(tree), ", ".join(f"`{other}`" for other in sorted(asks) if name in asks[other]))
            for name, tree in files.items()
            if name.startswith(f"{folder}/") and not name.endswith("words")
        ]
        sections.append(f"### {folder}/\n\n{about}.\n\n{table(('file', 'finds', 'asked by'), rows)}")
    return "\n\n".join(sections)


def asked_by(tree: ast.Module) -> set[str]:
    """The files of the folders of relate/ that one file imports, as `folder/file`."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    full = {node.module for node in imports} | {
        f"{node.module}.{alias.name}" for node in imports for alias in node.names
    }
    return {name.removeprefix("copydesk.relate.").replace(".", "/") for name in full if name}


def summary(tree: ast.Module) -> str:
    """The first sentence of a file's docstring, up to its examples."""
    text = " ".join((ast.get_docstring(tree) or "").split())
    return text.partition(': "')[0].partition(". ")[0].rstrip(".:")


def packs() -> str:
    rows = ((f"[`{rule.name}`](packs/{page_name(rule)})", rule.level, rule.say) for rule in built_in())
    return table(("rule", "level", "what holds"), rows)


def built_in() -> tuple[Rule, ...]:
    return rulebook.load(rulebook.packs())


def page_name(rule: Rule) -> str:
    return f"{rule.pack}-{rule.id}.md"


def rule_page(rule: Rule) -> str:
    """The page of a built-in rule: what `copydesk explain` prints, as Markdown."""
    first, *sections = page(rule, built_in=True)
    pieces = [f"# {rule.name}", f"*{rule.level}* — {first.lines[0]}", *first.lines[1:]]
    for head, lines in sections:
        code = head.startswith("To ")
        pieces += [f"## {head}", "\n".join(["```text", *lines, "```"] if code else map(item, lines))]
    end = f"`copydesk explain {rule.name}` prints this page; `make golden` writes it. [All built-in rules](../packs.md)"
    return "\n\n".join([*pieces, end]) + "\n"


def item(line: str) -> str:
    """A line of a section as an entry of a list, one that is set in below the one before it."""
    text = line.strip().replace("*", r"\*").replace("<", "&lt;")
    return f"{'  ' if line.startswith('  ') else ''}- {text}"


LISTS: dict[str, Callable[[], str]] = {
    "file keys": two("key", words.FILE_KEYS),
    "rule keys": two("key", words.RULE_KEYS),
    "levels": levels,
    "example keys": example_keys,
    "selector keys": two("key", words.SELECTOR_KEYS),
    "kinds": kinds,
    "places": two("part", words.PLACES),
    "sentences": two("sentence", words.SENTENCES),
    "pieces": two("in S", words.PIECES),
    "pattern": two("in a pattern", words.PATTERN),
    "sources": sources,
    "relations": relations,
    "readings": readings,
    "packs": packs,
}
