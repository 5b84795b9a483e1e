"""The cases of cases.yml: what each source is read as."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.model import Document, Unread
from copydesk.read import open_articles

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))


def opened(folder: Path, case: dict[str, Any]) -> Document | Unread:
    path = folder / f"story{case['suffix']}"
    path.write_bytes(case["source"].encode())
    (article,) = open_articles([str(path)])
    return article


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    article = opened(tmp_path, case)
    if "error" in case:
        assert isinstance(article, Unread)
        assert article.error.startswith(case["error"])
        return
    assert isinstance(article, Document), article
    assert [[block.kind, article.text[block.start : block.end]] for block in article.blocks] == case["blocks"]
    assert str(article.date) == case.get("date", "None")
