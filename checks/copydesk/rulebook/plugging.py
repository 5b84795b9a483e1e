"""`expect: python my_checks:toll_ok`, as far as it can be checked without running anything: is there such a function, with such names?"""

import ast
import re
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from copydesk.expressions import Plug
from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.tree import Text

TARGET = re.compile(r"python\s+([A-Za-z_][\w.]*):([A-Za-z_]\w*)")
ARTICLE = "article"


def read(item: Text, names: Collection[str], notes: Notes) -> Plug | None:
    """The function that a sentence names; None, with a note, where that can't be right."""
    found = TARGET.fullmatch(" ".join(item.value.split()))
    if not found:
        notes.at(item, "I can't read which function is meant.", "Write 'python my_checks:toll_ok': a module, a colon, a function.")  # fmt: skip
        return None
    plug = Plug(found[1], found[2])
    path = (Path(item.source.path).parent / plug.module.replace(".", "/")).with_suffix(".py")
    if path.is_file():
        return plug if _stands_in(path, plug, item, names, notes) else None
    try:
        known = find_spec(plug.module.partition(".")[0]) is not None
    except (ImportError, ValueError):
        known = False
    if not known:
        notes.at(item, f"There is no module '{plug.module}'.", f"Put {plug.module.replace('.', '/')}.py beside the rule file, or install it.")  # fmt: skip
    return plug if known else None


def _stands_in(path: Path, plug: Plug, item: Text, names: Collection[str], notes: Notes) -> bool:
    """Has a file beside the rules the function, and do its parameters bear names of the rule?"""
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, OSError, RecursionError) as error:
        notes.at(item, f"{path.name} can't be read: {getattr(error, 'msg', None) or error}.")
        return False
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    function = functions.get(plug.function)
    if function is None:
        if any(isinstance(node, ast.Import | ast.ImportFrom | ast.Assign) for node in tree.body) and plug.function in path.read_text("utf-8", "replace"):  # fmt: skip
            return True  # it may come from elsewhere
        notes.at(item, f"{path.name} has no function '{plug.function}'.", did_you_mean(plug.function, list(functions), f"Write 'def {plug.function}({', '.join(names)}):' there."))  # fmt: skip
        return False
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    needed = [each.arg for each in positional[: len(positional) - len(arguments.defaults)]]
    needed += [each.arg for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if default is None]  # fmt: skip
    for name in needed:
        if name not in (*names, ARTICLE):
            notes.at(item, f"{plug.function} wants '{name}', which is no name of this rule.", did_you_mean(name, list(names), f"The names are: {', '.join([*names, ARTICLE])}."))  # fmt: skip
            return False
    return True
