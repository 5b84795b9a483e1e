"""`expect: python my_checks:toll_ok`: what the language can't say, as a function of the rule writer's own.

The function gets, by the names of its parameters, the mentions that the rule's names stand for (a tuple of facts each) and, as `article`,
the document. It returns True (holds), False or a sentence (does not hold), or None (can't be told from this article).
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from copydesk.errors import BrokenRules, Mistake
from copydesk.expressions import Plug
from copydesk.judge.values import Operand
from copydesk.judge.weigh import Verdict
from copydesk.model import Document, Rule
from copydesk.typed import Any

ARTICLE = "article"
# Folders of rule files that functions were imported from.
_folders: set[str] = set()


def call(
    rule: Rule, plug: Plug, pools: Mapping[str, Sequence[Operand]], short: Mapping[str, str], document: Document
) -> Verdict:
    """What the function says of an article. Raises BrokenRules where there is no such function, or it breaks."""
    try:
        function = _function(str(Path(rule.path).parent.absolute()), plug.module, plug.function)
        wanted = _parameters(function)
    except Exception as error:  # importing runs the writer's code, which may raise anything
        raise _broken(rule, plug, f"I can't import it: {_said(error)}") from error
    lacking = next((name for name in wanted if name in short or (name in pools and not pools[name])), None)
    if lacking is not None:
        return Verdict("skip", short.get(lacking) or f"No '{lacking}' was found.", missing=True)
    unknown = [name for name in wanted if name not in pools and name != ARTICLE]
    if unknown:
        raise _broken(rule, plug, f"it wants '{unknown[0]}', which is no name of the rule.")
    given: dict[str, Any] = {name: document if name == ARTICLE else tuple(pools[name]) for name in wanted}
    try:
        found = function(**given)
    except Exception as error:
        raise _broken(rule, plug, f"it broke at {document.id}: {_said(error)}") from error
    clash = tuple(operand for name in wanted if name != ARTICLE for operand in pools[name])
    named = {name: tuple(pools[name]) for name in wanted if name != ARTICLE}
    if found is None:
        return Verdict("skip", f"{plug.function} can't tell from this article.")
    if found is True:
        return Verdict("pass", clash=clash, named=named)
    if found is False or isinstance(found, str):
        return Verdict("fail", found or f"{plug.function} says that it does not.", clash, named)
    raise _broken(rule, plug, f"it returned {found!r}: True, False, None or a sentence is wanted.")


@lru_cache(64)
def _function(folder: str, module: str, name: str) -> Callable[..., Any]:
    """The function; a module is looked for beside the rule file first, then where Python looks."""
    sys.path.insert(0, folder)
    _forget_namesakes(folder)
    try:
        found: Callable[..., Any] = getattr(import_module(module), name)
    finally:
        sys.path.remove(folder)
    return found


def _forget_namesakes(folder: str) -> None:
    """Two folders of rules may each have a my_checks.py: those imported from beside other rule files make room for those of this one."""
    _folders.add(folder)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        stem = name.replace(".", os.sep)
        if any(file in (f"{other}{os.sep}{stem}.py", f"{other}{os.sep}{stem}{os.sep}__init__.py") for other in _folders - {folder}):  # fmt: skip
            del sys.modules[name]


def _parameters(function: Callable[..., Any]) -> list[str]:
    from inspect import Parameter, signature

    return [
        name
        for name, parameter in signature(function).parameters.items()
        if parameter.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)
        and parameter.default is Parameter.empty
    ]


def _said(error: Exception) -> str:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {' '.join(str(error).split())} ({Path(frame.filename).name}:{frame.lineno})."


def _broken(rule: Rule, plug: Plug, what: str) -> BrokenRules:
    return BrokenRules([Mistake(rule.path, rule.line, 1, f"[{rule.id}] python {plug.module}:{plug.function}: {what}")])
