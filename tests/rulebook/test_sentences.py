"""The grammar of `expect`: what is written back is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.expressions import (
    AddUp,
    Agree,
    Arithmetic,
    Between,
    Compare,
    Expression,
    Figure,
    Is,
    Name,
    NumberOf,
    Order,
    Sentence,
    SourceValue,
    SumOf,
    show,
)
from copydesk.extract.figures.phrase import read_phrase
from copydesk.rulebook.sentences import SIGNS, read

NAMES = dict.fromkeys(("x", "y", "total", "death-toll", "pair"))


def figure(text: str) -> Figure:
    amount = read_phrase(text)
    assert amount is not None, text
    return Figure(text, amount._replace(wide=amount.core))


names = st.sampled_from(["x", "y", "total", "death-toll"]).map(Name) | st.just(Name("pair", "stated"))
figures = st.sampled_from(["4 hours", "100%", "30 minutes", "250 km", "$3 million", "40,000", "7", "60 km/h"]).map(
    figure
)
leaves = names | figures | names.map(SumOf) | names.map(NumberOf) | st.just(SourceValue("official-toll"))
expressions: st.SearchStrategy[Expression] = st.recursive(
    leaves, lambda inner: st.builds(Arithmetic, inner, st.sampled_from("+-*/"), inner), max_leaves=6
)
operands = expressions
allowances = st.none() | figures


@st.composite
def offsets(draw: st.DrawFn) -> Is:
    side = draw(st.sampled_from(["", "after", "before"]))
    anchor = draw(names) if side else None
    return Is(draw(names), draw(operands), draw(st.booleans()), side, anchor, draw(allowances))


sentences: st.SearchStrategy[Sentence] = st.one_of(
    st.builds(Agree, st.lists(names, min_size=1, max_size=3).map(tuple)),
    st.builds(AddUp, names, operands, allowances),
    offsets(),
    st.builds(Order, names, st.sampled_from(["before", "after", "on"]), names),
    st.builds(Between, names, operands, operands),
    st.builds(Compare, expressions, st.sampled_from(SIGNS), expressions, allowances),
)


@given(sentences)
def test_round_trip(sentence: Sentence) -> None:
    """Any sentence, shown, reads as itself."""
    assert repr(read(show(sentence), NAMES, read_phrase).sentence) == repr(
        sentence
    )  # as tuples, nodes of two kinds may be equal


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("each x is the total", "x is total"),
        ("every x agree", "x agree"),
        ("x agree.", "x agree"),
        ("x is   about 4 hours\n after y", "x is about 4 hours after y"),
        ("(x + y) = total", "x + y = total"),
        ("(x) + (y * 2) = total", "x + y * 2 = total"),
        ("x+y=total", "x + y = total"),
        ("x/y<total", "x / y < total"),
        ("death-toll - x = 1", "death-toll - x = 1"),
    ],
)
def test_read_over(written: str, plain: str) -> None:
    """Articles, blanks and brackets that change nothing are read over."""
    assert show(read(written, NAMES, read_phrase).sentence) == plain


def test_order_of_arithmetic() -> None:
    """Times before plus, and from left to right, as at school."""
    tree = read("x - y - total * 2 = 0", NAMES, read_phrase).sentence
    assert isinstance(tree, Compare)
    inner = Arithmetic(Arithmetic(Name("x"), "-", Name("y")), "-", Arithmetic(Name("total"), "*", figure("2")))
    assert tree.left == inner
