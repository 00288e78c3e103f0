# Two words do everything: `make run` opens the consultation, `make test` runs every check. Both set the machine up.
PYTHON ?= $(shell for p in python3.11 python3.12 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# What Python compiled is kept, where an image says not to: each of the processes that tests start then needs half the time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint types imports check unit scenarios replay other-python other-installed bench fuzz walk mutate site docs examples clean

run: $(VENV)/.run
	@$(BIN)/petr-advisor $(ARGS)

# What takes one processor goes side by side; what comes after takes two by itself.
test: $(VENV)/.test
	@$(MAKE) --no-print-directory -j2 types other-installed lint imports check
	@$(MAKE) --no-print-directory unit replay
	./scripts/other_python.sh evaluate

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or give PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/petr-advisor --version
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

imports: $(VENV)/.test
	$(BIN)/lint-imports

unit: $(VENV)/.test
	$(BIN)/pytest -n 2 --dist loadgroup

check: $(VENV)/.test
	$(BIN)/petr-advisor check

scenarios: check replay

replay: $(VENV)/.test
	$(BIN)/petr-advisor evaluate scenarios --engine all
	$(BIN)/petr-advisor evaluate scenarios --every-date

other-python: other-installed
	./scripts/other_python.sh evaluate

other-installed: $(VENV)/.test
	./scripts/other_python.sh install

site: $(VENV)/.run
	$(BIN)/petr-advisor site -o $(or $(DIR),site)

docs: $(VENV)/.test
	$(BIN)/python scripts/find_clean.py
	$(BIN)/python scripts/build_docs.py
	$(BIN)/python scripts/build_pictures.py

examples: $(VENV)/.test
	$(BIN)/python scripts/build_examples.py

fuzz: $(VENV)/.test
	$(BIN)/python scripts/fuzz_typed.py $(or $(SECONDS),60) $(or $(SEED),1)

N ?= 1000
SEED ?= 1
JOBS ?= 2
SCREENS ?= 8
walk: $(VENV)/.test
	$(BIN)/python -m tests.walking $(N) --seed $(SEED) --jobs $(JOBS) --screens $(SCREENS) --report $(or $(REPORT),$(VENV)/walks)

SAMPLE ?= 300
mutate: $(VENV)/.test
	$(BIN)/python -m scripts.mutate_law --sample $(SAMPLE) --seed $(SEED) --jobs $(JOBS)

bench: $(VENV)/.test
	$(BIN)/python benchmarks/run.py
	PYTHONPATH=. $(BIN)/python benchmarks/columns.py
	PYTHONPATH=. $(BIN)/python benchmarks/client.py
	PYTHONPATH=. $(BIN)/python benchmarks/screens.py
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[bench]"
	-command -v npm >/dev/null && npm install --silent --prefix $(VENV)/bench-node publicodes@1.10.1
	PYTHONPATH=. $(BIN)/python benchmarks/beside.py --write

clean:
	rm -rf $(VENV) .venv-other .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
