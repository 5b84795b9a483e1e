"""For tests that drive something in Node.js: where `make node` put the packages, or a skip that says what is missing."""

import os
import shutil
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "node/node_modules"


def node_modules(*packages: str) -> Path:
    """The folder of packages, all of which are there. Skips the test otherwise. COPYDESK_NODE_MODULES names another folder."""
    folder = Path(os.environ.get("COPYDESK_NODE_MODULES") or FOLDER)
    if not shutil.which("node"):
        pytest.skip("needs Node.js")
    if missing := [name for name in packages if not (folder / name / "package.json").is_file()]:
        pytest.skip(f"needs {' and '.join(missing)} for Node.js: `make node` installs them")
    return folder
