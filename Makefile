# Two commands for a fresh machine with Python 3.11+ and make: `make demo` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP ?= $(BIN)/python -m pip

.PHONY: demo test coverage check lint mypy pyright docs bench clean

demo: $(VENV)/.cli ## set up and run the main job on the bundled article
	$(BIN)/newsmodel parse examples/article.html --format summary

test: $(VENV)/.dev ## set up and run every test
	$(BIN)/pytest -n auto --dist loadgroup

coverage: $(VENV)/.dev ## run every test under coverage, with the processes that tests start; name what none reaches
	$(BIN)/coverage erase
	HYPOTHESIS_PROFILE=smoke $(BIN)/coverage run -m pytest -n auto --dist loadgroup
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: pyright mypy lint docs ## lint, format, types, docs; with `make -j` at once

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

mypy: $(VENV)/.dev
	$(BIN)/mypy

pyright: $(VENV)/.dev
	$(BIN)/pyright

docs: $(VENV)/.dev ## build the documentation site
	$(BIN)/sphinx-build -q -n -W -b html docs docs/_build/html

bench: $(VENV)/.dev ## print every figure (needs the benchmark data beside the project)
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) .nox dist docs/_build .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsmodel needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

$(VENV)/.cli: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[cli]'
	touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml
	$(PIP) install --quiet --editable '.[cli,hypothesis,fast,docs]' --group dev
	touch $@
