# Dezelfde opdrachten op je eigen computer en in de bouwstraat. `make` of `make help` geeft het overzicht.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-input --retries 2 --timeout 20
MADE := $(VENV)/.made
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
FETCH_FAILED := "Een pakket kon niet worden opgehaald; de reden staat hierboven. Is er internet? Probeer het daarna opnieuw."
PACKAGES := expertteam cases analysis monitor
VAR_DIR ?= var
TEST_ENV := VAR_DIR=$(abspath $(VAR_DIR)/test) DJANGO_SETTINGS_MODULE=expertteam.settings.test
export VAR_DIR PORT HOST

.NOTPARALLEL:
.PHONY: help run stop status reset test bench lint types bandit migrations-check unit e2e format setup setup-dev

help: ## Deze lijst
	@echo "Expertteam. Wat je kunt doen:"
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Alles starten met de demo erin: website, werker, database (PORT=8000, VAR_DIR=var)
	@exec $(BIN)/python -m expertteam.embedded run

stop: $(INSTALLED) ## Stoppen wat ergens anders met make run is gestart
	@exec $(BIN)/python -m expertteam.embedded stop

status: $(INSTALLED) ## Draaien database en wachtrij?
	@exec $(BIN)/python -m expertteam.embedded status

reset: $(INSTALLED) ## Alle gegevens wissen, na een vraag
	@exec $(BIN)/python -m expertteam.embedded reset

test: setup-dev lint types bandit migrations-check unit e2e ## Alles toetsen: stijl, typen, migraties, eenheden, browser
	@echo "Alle toetsen zijn goed."

bench: setup-dev ## Meten; elke regel is een JSON-object
	@exec env $(TEST_ENV) $(BIN)/python -m tests.bench

lint: $(INSTALLED_DEV) ## Stijl van de code nakijken
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Stijl: draai make format."; exit 1; }

format: $(INSTALLED_DEV) ## Stijl van de code rechtzetten
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

types: $(INSTALLED_DEV) ## Typen nakijken
	@env $(TEST_ENV) $(BIN)/mypy

# B404, B603 en B607 gaan over elk gebruik van subprocess: de starter bestaat daaruit, met vaste opdrachten.
bandit: $(INSTALLED_DEV) ## Code nakijken op bekende gevaren
	@$(BIN)/bandit -q -c pyproject.toml -s B404,B603,B607 -r $(PACKAGES)

migrations-check: $(INSTALLED_DEV) ## Controles van Django en ontbrekende migraties
	@env $(TEST_ENV) $(BIN)/python manage.py check --fail-level WARNING
	@env $(TEST_ENV) $(BIN)/python manage.py makemigrations --check --dry-run

unit: setup-dev ## Toetsen zonder browser
	@env $(TEST_ENV) $(BIN)/python -m pytest -q -n 2 -m "not e2e and not worker"

# Browser en werker hebben elk hun eigen database en broker: zij lopen naast elkaar, en elk voor zich op volgorde.
e2e: setup-dev ## Toetsen met een echte werker en een echte browser
	@mkdir -p $(VAR_DIR)
	@env $(TEST_ENV) $(BIN)/python -m pytest -q -m worker > $(VAR_DIR)/worker-tests.log 2>&1 & worker=$$!; good=0; \
	env $(TEST_ENV) VAR_DIR=$(abspath $(VAR_DIR)/test-browser) $(BIN)/python -m pytest -q -m "e2e and not worker" || good=1; \
	wait $$worker || good=1; cat $(VAR_DIR)/worker-tests.log; exit $$good

setup: $(INSTALLED)
	@$(BIN)/python -m expertteam.embedded system-packages

setup-dev: $(INSTALLED_DEV)
	@$(BIN)/python -m expertteam.embedded system-packages-for-tests

# Wie de stempels heeft, wacht niet: pip draait alleen als een lijst met pakketten is veranderd.
$(INSTALLED): requirements.txt constraints.txt | $(MADE)
	@echo "Pakketten ophalen; dit duurt een minuut of twee, en alleen de eerste keer en na een wijziging …"
	@$(PIP) -r requirements.txt -c constraints.txt || { echo $(FETCH_FAILED) >&2; exit 1; }
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Pakketten voor het toetsen ophalen …"
	@$(PIP) -r requirements-dev.txt -c constraints.txt || { echo $(FETCH_FAILED) >&2; exit 1; }
	@touch $@

$(MADE):
	@if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	    || { echo "Expertteam heeft Python 3.11 of nieuwer nodig; PYTHON=… wijst een andere aan." >&2; exit 1; }; \
	  rm -rf $(VENV); \
	  $(PYTHON) -m venv $(VENV) >/dev/null \
	    || { rm -rf $(VENV); echo "Een virtuele omgeving maken lukt niet. Installeer: apt-get install -y python3-venv" >&2; exit 1; }; \
	fi
	@touch $@
