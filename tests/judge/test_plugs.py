"""`expect: python module:function`: what a function gets, what its answers mean, and that its faults are told, not thrown."""

from pathlib import Path

import pytest

from copydesk import desk
from copydesk.errors import BrokenRules
from copydesk.model import Result
from copydesk.read import compose
from copydesk.rulebook import load

RULE = """\
version: 1
rules:
  - id: few
    say: Few were killed.
    find: {{killed: {{a: count, of: killed}}, hurt: {{a: count, of: injured}}}}
    expect: python {module}:few
    message: "{message}"
"""
STORY = "Seven people were killed. The 7 killed were workers."
COUNT = iter(range(1000))


def judged(folder: Path, code: str, text: str = STORY, message: str = "") -> Result:
    module = f"desk_functions_{next(COUNT)}"
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    path = folder / "few.facts.yml"
    path.write_text(RULE.format(module=module, message=message).replace('    message: ""\n', ""), encoding="utf-8")
    (result,) = desk.check(compose("story", text), load([path])).results
    return result


@pytest.mark.parametrize(
    ("answer", "outcome", "said"),
    [
        ("True", "pass", ""),
        ("False", "fail", "few says that it does not."),
        ("'They are many.'", "fail", "They are many."),
        ("None", "skip", "few can't tell from this article."),
        ("[fact.text for fact in killed] == ['Seven', '7']", "pass", ""),
        ("sum(fact.amount.low for fact in killed) == 14", "pass", ""),
    ],
)
def test_answers(answer: str, outcome: str, said: str, tmp_path: Path) -> None:
    result = judged(tmp_path, f"def few(killed):\n    return {answer}\n")
    assert (result.outcome, result.message) == (outcome, f"Few were killed. {said}".strip())
    assert len(result.places) == (2 if outcome == "fail" else 0)


def test_it_may_look_at_the_whole_article(tmp_path: Path) -> None:
    assert (
        judged(tmp_path, "def few(article, killed=None, *more, **others):\n    return article.id == 'story'\n").outcome
        == "pass"
    )


def test_without_the_facts_that_it_wants_it_is_not_called(tmp_path: Path) -> None:
    result = judged(tmp_path, "def few(killed, hurt):\n    raise ValueError\n")
    assert (result.outcome, result.message) == ("skip", "Few were killed. No count was found for 'hurt'.")


def test_the_message_is_filled_in(tmp_path: Path) -> None:
    result = judged(tmp_path, "def few(killed):\n    return False\n", message="There were {killed.value}.")
    assert result.message == "Few were killed. There were 7."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "def few(killed):\n    return 1 / 0\n",
            r"it broke at story: ZeroDivisionError: division by zero \(desk_functions_\d+\.py:2\)",
        ),
        ("def few(killed):\n    return 7\n", "it returned 7: True, False, None or a sentence is wanted"),
        ("raise OSError('no disk')\ndef few(killed):\n    return True\n", "I can't import it: OSError: no disk"),
        ("import nowhere_at_all\ndef few(killed):\n    return True\n", "I can't import it: ModuleNotFoundError"),
    ],
)
def test_faults_are_told_with_their_place(code: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenRules, match=said):
        judged(tmp_path, code)


def test_loading_rules_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "desk_loud.py").write_text("raise SystemExit\ndef few(killed):\n    return True\n", encoding="utf-8")
    (tmp_path / "few.facts.yml").write_text(RULE.format(module="desk_loud", message="x"), encoding="utf-8")
    assert load([tmp_path / "few.facts.yml"])


def test_a_file_that_is_no_python_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BrokenRules, match=r"desk_functions_\d+\.py can't be read: .*was never closed"):
        judged(tmp_path, "def few(killed:\n")
