"""What all tests share."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]

# A shell lets what it runs in the background ignore Ctrl-C, and so would the commands that the tests start and end with it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Two cores and many tests: an example that is slow once is no failure. COPYDESK_HYPOTHESIS=thorough looks longer.
settings.register_profile(
    "quick", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("COPYDESK_HYPOTHESIS", "quick"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared_bench(root: Path) -> Path:
    """The accuracy benches, which hold other people's texts and are not part of the project."""
    bench = root / "../shared/bench"
    if not bench.is_dir():
        pytest.skip("the benches are not at hand (../shared/bench)")
    return bench.resolve()
