# make run    set up and start the app        make test   every check there is
# make demo   the same with invented minutes, in a store of their own
# make lint   the checks without the tests    make bench  how long things take
# make shots  the screenshots of the README   make pins   renew the pinned versions
# make test-virtuoso  the tests of a store at an endpoint, on a Virtuoso that it starts (apt install virtuoso-opensource)
# make clean  remove what was made (never data/decisions)

PYTHON  ?= python3
PORT    ?= 8501
HOST    ?= 127.0.0.1
WORKERS ?= auto

VENV := .venv
BIN  := $(VENV)/bin
PY   := $(BIN)/python
PIP  := $(PY) -m pip --disable-pip-version-check
PIN  := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make pins"

# Shows the app in a browser once it answers, where there is a screen to show it on.
OPEN := if [ -z "$$CI" ] && { [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; }; then \
        (sleep 5; $(PY) -m webbrowser -t http://$(HOST):$(PORT) >/dev/null 2>&1) & fi

.PHONY: run demo test test-virtuoso lint bench shots pins clean
.DELETE_ON_ERROR:

run: $(VENV)/installed
	@echo "== Reading the minutes"
	$(PY) -m graph build
	@echo "== Starting the app on http://$(HOST):$(PORT) (Ctrl-C stops it)"
	@$(OPEN)
	exec $(PY) -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Never mixed with the real minutes: other documents, another store, other decisions, and every page says so.
demo: export WGE_STORE := data/store-demo
demo: export WGE_DECISIONS := data/decisions-demo
demo: export WGE_MINUTES := data/minutes-demo
demo: export WGE_NOTICE := Verzonnen voorbeeldverslagen: alle personen, gemeenten en organen zijn verzonnen.
demo: $(VENV)/installed
	@echo "== Reading the invented minutes"
	$(PY) -m graph build data/demo $(wildcard data/minutes-demo)
	@echo "== Starting the app on http://$(HOST):$(PORT) (Ctrl-C stops it)"
	@$(OPEN)
	exec $(PY) -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# pytest comes last, so that its closing line is the last line.
test: lint
	@echo "== Browser"
	$(PY) -m tests.browser.find_browser --install
	@echo "== Office"
	$(PY) -m tests.publish.find_office --install
	@echo "== Graphviz"
	$(PY) -m tests.map.find_graphviz --install
	@echo "== Tests"
	$(PY) -m pytest -n $(WORKERS) --dist loadfile

test-virtuoso: $(VENV)/installed-dev
	$(PY) -m tests.store.remote.virtuoso

lint: $(VENV)/installed-dev
	@echo "== Lint"
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	@echo "== Types"
	$(PY) -m mypy
	@echo "== Layers"
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev
	$(PY) -m tests.bench

shots: $(VENV)/installed-dev
	$(PY) -m tests.browser.find_browser --install
	$(PY) -m tests.browser.screenshots

# From nothing, so that every pin is today's; `-e .` is added last because a constraint may not be editable.
pins: $(VENV)/installed-dev
	$(PIP) install --quiet uv
	rm -f requirements.txt requirements-dev.txt
	$(PIN) --output-file requirements.txt requirements.in
	$(PIN) --output-file requirements-dev.txt requirements-dev.in
	echo "-e ." >> requirements.txt
	echo "-r requirements.txt" >> requirements-dev.txt

clean:
	rm -rf $(VENV) data/store data/store-demo build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find graph tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are newer than what they were made from; a half-finished installation leaves none.
$(VENV)/installed: requirements.txt requirements.in pyproject.toml | $(PY)
	@echo "== Installing what runs the program (a minute or two, once)"
	$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "== Installing what checks the program"
	$(PIP) install -r requirements-dev.txt
	@touch $@

$(PY):
	@command -v $(PYTHON) >/dev/null || \
	  { echo "$(PYTHON) was not found: install Python 3.11 or newer, or say where it is: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than 3.11: install a newer Python, or point to one: make PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian, Ubuntu: apt install python3-venv)" >&2; exit 2; }
	@echo "== Making $(VENV)"
	$(PYTHON) -m venv $(VENV)
