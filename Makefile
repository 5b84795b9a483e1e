# One word a job. Each works by itself in a fresh clone: what it needs is installed into .venv first, once.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check -q
# Two makes at once in one clone must not install into one .venv at the same moment.
LOCKED := $(shell command -v flock >/dev/null 2>&1 && echo flock .make.lock)
JOBS   ?= 2
NODE   := tests/node/node_modules

.PHONY: help demo test check bench golden node clean
.DEFAULT_GOAL := help

help:            ## this list
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

demo: $(VENV)/.installed  ## check the sample stories in seeds/ and write reports/
	@$(BIN)/python seeds/demo.py

test: check node ## ruff, mypy and the whole suite
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

check: $(VENV)/.tested  ## ruff and mypy only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/.benched  ## speed and memory against other tools; accuracy where the benches are at hand
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/slips.py
	$(BIN)/python benchmarks/stories.py
	$(BIN)/python benchmarks/accuracy.py

golden: $(VENV)/.tested  ## write the golden files anew; read the diff before you commit it
	COPYDESK_GOLDEN=write $(BIN)/python -m pytest -q tests -k golden
	git diff --stat -- tests

node: $(NODE)/.installed  ## what tests of editors and browsers drive, into tests/node; says so where there is no npm

clean:           ## remove everything that make made
	rm -rf $(VENV) $(NODE) .make.lock dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find checks tests benchmarks seeds -name __pycache__ -type d -prune -exec rm -rf {} +
	find reports -type f ! -name README.md -delete

$(BIN)/python:
	@$(LOCKED) sh -c 'test -x $@ || $(PYTHON) -m venv $(VENV)'

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing copydesk into $(VENV)"
	@$(LOCKED) $(PIP) install -e .
	@touch $@

$(VENV)/.tested: pyproject.toml $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV)"
	@$(LOCKED) $(PIP) install -e '.[test]'
	@touch $@

$(VENV)/.benched: pyproject.toml $(VENV)/.installed
	@echo "Installing what it is measured against into $(VENV)"
	@$(LOCKED) $(PIP) install -e '.[bench]'
	@touch $@

# Nothing fails here: without npm, or without a network, the tests that need these packages skip and say why.
$(NODE)/.installed: tests/node/package.json
	@if command -v npm >/dev/null 2>&1; then \
		echo "Installing what tests of editors and browsers drive into $(NODE)"; \
		$(LOCKED) npm install --prefix tests/node --no-package-lock --no-audit --no-fund --loglevel=error && touch $@ \
		|| echo "npm could not install it: tests in an editor's server and in a browser will skip"; \
	else echo "There is no npm here: tests in an editor's server and in a browser will skip"; fi
