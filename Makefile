# Accord. `make demo` and `make test` set everything up by themselves.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
export PIP_REQUIRE_VIRTUALENV =

.PHONY: help demo test lint evals bench lock clean
.DEFAULT_GOAL := help

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(VENV)/.demo-ready  ## the whole way on the sample dispute
	$(BIN)/accord demo -w demo-workspace

test: $(VENV)/.test-ready  ## all tests, linters included
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

lint: $(VENV)/.test-ready  ## format, lint, types, contracts, sizes, spelling
	$(BIN)/ruff format --check --quiet src tests tools evals benchmarks
	$(BIN)/ruff check --quiet src tests tools evals benchmarks
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache > /dev/null || $(BIN)/lint-imports --no-cache
	$(BIN)/python tools/check_sizes.py
	$(BIN)/codespell docs README.md CONTRIBUTING.md CHANGELOG.md SECURITY.md

evals: $(VENV)/.test-ready  ## quality, beside baselines and peers
	$(BIN)/python evals/gate.py

bench: $(VENV)/.test-ready  ## speed and memory
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/linking.py
	$(BIN)/python benchmarks/reporting.py
	$(BIN)/python benchmarks/resolving.py
	$(BIN)/python benchmarks/positions.py
	$(BIN)/python benchmarks/networks.py
	$(BIN)/python benchmarks/solve_power.py
	$(BIN)/python benchmarks/solve_stability.py
	$(BIN)/python benchmarks/solve_conflicts.py

lock: $(VENV)/.test-ready  ## write requirements/*.txt anew
	$(PIP_INSTALL) "uv>=0.5"
	$(BIN)/python tools/lock.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Accord needs Python 3.11 or later; try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo-ready: pyproject.toml requirements/run.txt | $(VENV)/bin/python
	$(PIP_INSTALL) --require-hashes -r requirements/run.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-ready: pyproject.toml requirements/run.txt requirements/dev.txt | $(VENV)/bin/python
	$(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.demo-ready

clean:  ## remove what was built
	rm -rf $(VENV) demo-workspace build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
