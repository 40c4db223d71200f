# The two commands are `make run` and `make test`; `make` alone prints what there is.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# As many processes of tests as the machine has processors, each with whole files, whose servers start once.
AT_ONCE := --numprocesses auto --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types check catalogues bench clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.run ## set everything up and do no more

run: $(VENV)/.run ## set everything up and serve on port 8080 (PORT=… changes it)
	exec $(BIN)/python serve.py

test: $(VENV)/.dev ## set everything up and run every test
	$(BIN)/python -m pytest $(AT_ONCE)

lint: $(VENV)/.dev ## the style of the code, by ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## the types, by mypy --strict
	$(BIN)/mypy

check: lint types test ## lint, types and test

catalogues: $(VENV)/.run ## bring the catalogues of the interface up to date, print what is not translated (LANGUAGES=fr begins one)
	$(BIN)/python -m bench.catalogues $(LANGUAGES)

bench: $(VENV)/.reads ## measure cold and cached reads over the saved pages in PAGES=folder (own pages without)
	$(BIN)/python -m bench.reads $(PAGES)

clean: ## remove the virtual environment and the caches of the tools
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.reads: $(VENV)/.dev requirements-reads.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements-reads.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
