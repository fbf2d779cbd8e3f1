# What a developer types; .ci/run types the same.
BIN := .venv/bin
READY := .venv/.ready
SECONDS ?= 3600
LETTERS ?= 100000

.PHONY: demo test check grammar bench limits servers faults soak fuzz fuzz-enterprise fuzz-element clean

demo: $(READY)  ## run the documented samples and show the letters that arrive
	scripts/demo.sh

test: $(READY)  ## everything that needs neither a network nor minutes
	$(BIN)/python -m pytest

check: $(READY)  ## form, types, layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

grammar: $(READY)  ## the parsers' tables anew, after a change of a grammar.lark
	$(BIN)/python -m interpreter.lalr.table_compiler

bench: $(READY)  ## each benchmark beside the same work in Python
	$(BIN)/python benchmarks/run.py

limits: $(READY)  ## the same, short, and fails when 1cs is slower than it promises
	$(BIN)/python benchmarks/run.py --runs 2 --limits

servers: $(READY)  ## tests that talk to Dovecot, Exim, Postfix, mbsync, mutt, curl: .ci/run installs them
	$(BIN)/python -m pytest -m servers

soak: $(READY)  ## LETTERS through the sandbox and our clients, with faults and kills: none is lost, memory stays
	PYTHONPATH=tests $(BIN)/python -m soak.run --letters $(LETTERS)

faults: $(READY)  ## every answer of a mail server spoilt in every way; `make test` takes a sixth of that
	FAULTS=all $(BIN)/python -m pytest tests/integration/mail/test_mail_through_chaos.py

fuzz: $(READY)  ## properties with many examples, those of SEED or new ones
	HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest tests/property $(SEED:%=--hypothesis-seed=%)

fuzz-enterprise fuzz-element: fuzz-%: $(READY)  ## a coverage-guided search for texts that break a compiler, SECONDS long
	$(BIN)/python -m pip install --quiet "atheris>=3.0"
	$(BIN)/python tests/fuzz/fuzz_$*.py .hypothesis/fuzz_$* -max_total_time=$(SECONDS) -max_len=4000 -timeout=20

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist

$(READY): pyproject.toml .ci/set_up
	.ci/set_up
	touch $@
