# Everything a person does with this project goes through one of these targets.
# Needs: make and Python 3.11 or newer. What else is missing is installed or named.

OMGEVING = sh scripts/omgeving
EENHEDEN = wet procedure doorlichting brieven koppelingen portaal huis
PIP = -m pip --disable-pip-version-check --no-input -q install
BASIS = requirements/bouw.txt requirements/base.txt pyproject.toml scripts/omgeving

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup test test-snel systeem bench demo vertalingen sloten

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

setup: .venv/.basis ## make .venv with what the program itself needs

demo: setup ## set up and start the demonstration
	@.venv/bin/keukentafel demo $(OPTIES)

# The browser's tests run apart: Playwright leaves an event loop in its process, and there Django refuses a database.
test: systeem .venv/.test ## set up and run every check and test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest tests --ignore=tests/schermen -n2 --dist worksteal
	.venv/bin/pytest tests/schermen -n2 --dist worksteal

test-snel: .venv/.test ## style and unit tests, in a minute: no kept cases, no attacks, no browser
	.venv/bin/ruff check .
	.venv/bin/pytest $(addprefix tests/,$(EENHEDEN)) -n2 --dist worksteal

bench: .venv-bench/.bench ## measure the figures, beside their peers
	.venv-bench/bin/python -m bench

systeem:
	@sh scripts/systeempakketten

vertalingen: .venv/.basis ## compile the translations (*.po) after a change
	.venv/bin/python gereedschap/vertalingen.py

sloten: ## lock the dependencies anew (needs uv)
	@sh scripts/sloten

.venv/.basis: $(BASIS)
	@$(OMGEVING) .venv
	.venv/bin/python $(PIP) --require-hashes -r requirements/bouw.txt -r requirements/base.txt
	.venv/bin/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: .venv/.basis requirements/test.txt
	.venv/bin/python $(PIP) --require-hashes -r requirements/test.txt
	@touch $@

# The peers pull in a hundred packages and one of them is AGPL: they get a room of their own.
.venv-bench/.bench: $(BASIS) requirements/bench.txt
	@$(OMGEVING) .venv-bench
	.venv-bench/bin/python $(PIP) --require-hashes -r requirements/bouw.txt -r requirements/bench.txt
	.venv-bench/bin/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $@
