"""The HTML page in a browser: how it looks is kept in pictures, its console is clean, its keys work, and axe finds nothing serious.

Needs Chromium and, for Node.js, puppeteer-core and axe-core, which `make node` installs.
Pictures are left in COPYDESK_SCREENSHOTS, if it names a folder.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from copydesk.cli import main
from with_node import node_modules

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCENES = [("wide", 1360, 1000), ("phone", 390, 844)]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser saw of both seeds, in every scene."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        pytest.skip("needs Chromium")
    modules = node_modules("puppeteer-core", "axe-core")
    folder = tmp_path_factory.mktemp("page")
    page = folder / "page.html"
    seeds = [str(ROOT / "seeds" / name) for name in ("bridges.md", "bridges-planted.md")]
    main(
        [
            "check",
            *seeds,
            "--rules",
            str(ROOT / "seeds/bridges.facts.yml"),
            "--no-config",
            "--format",
            "html",
            "--output",
            str(page),
        ]
    )
    pictures = Path(os.environ.get("COPYDESK_SCREENSHOTS") or folder)
    pictures.mkdir(parents=True, exist_ok=True)
    words = ["node", str(Path(__file__).with_name("look.js")), browser, page.as_uri(), str(pictures)]
    done = subprocess.run(
        words, capture_output=True, text=True, env=os.environ | {"NODE_PATH": str(modules)}, check=False, timeout=180
    )
    assert done.returncode == 0, done.stderr
    return {"pictures": pictures, **json.loads(done.stdout)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scene", ["wide", "phone"])
def test_it_looks_as_it_should(seen: dict[str, Any], scene: str, scheme: str) -> None:
    found = seen[f"{scene}-{scheme}"]
    assert found["console"] == []
    assert found["requests"] == []
    assert found["sideways"] == 0, "the page is wider than the screen"
    assert found["axe"] == []
    assert (seen["pictures"] / f"{scene}-{scheme}.png").stat().st_size > 10_000


def test_notes_do_not_overlap(seen: dict[str, Any]) -> None:
    assert seen["wide-light"]["overlaps"] == 0


def test_clashes_are_tied(seen: dict[str, Any]) -> None:
    assert seen["wide-light"]["ties"] >= 10
    assert seen["wide-light"]["threads"] == 9
    assert seen["phone-light"]["threads"] == 0


def test_keys_go_from_finding_to_finding(seen: dict[str, Any]) -> None:
    assert seen["keys"] == {"j": "a2-n1", "jj": "a2-n2", "jjk": "a2-n1", "lit": True, "escape": None}


def test_an_article_that_is_gone_to_is_not_hidden_by_the_head(seen: dict[str, Any]) -> None:
    assert 0 <= seen["jump"] < 60


def test_filters_hide_what_they_are_for(seen: dict[str, Any]) -> None:
    found = seen["filters"]
    assert found["errors off"] == {"error": 0, "warning": found["all"]["warning"]}
    assert found["one rule"] == 1
    assert found["passed"] > 0
    assert found["passed off"] == 0
    assert found["skipped"] == 0
    assert found["skipped on"] > 0
    assert found["all"]["error"] >= 5


def test_a_fact_tells_what_was_understood(seen: dict[str, Any]) -> None:
    assert seen["tip"]["hover"].startswith("≥ 7")
    assert "killed" in seen["tip"]["hover"]
    assert seen["tip"]["focus"] == seen["tip"]["hover"]
    assert seen["tip"]["described"] == "tip"


def test_a_finding_comes_up_to_the_words_on_a_phone(seen: dict[str, Any]) -> None:
    assert seen["sheet"] == {"tapped": "a2-n1", "next": "a2-n2", "closed": None}


def test_it_prints(seen: dict[str, Any]) -> None:
    """Two stories with their findings on a few pages, none of them empty."""
    data = (seen["pictures"] / "print.pdf").read_bytes()
    assert len(data) > 10_000
    assert 4 <= data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") <= 9
