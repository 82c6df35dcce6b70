# Short names for what the README tells; what they do is in scripts/.

# Another folder for the environment is named with VENV=, another Python with PYTHON=.
VENV ?= .venv
BIN := $(VENV)/bin
export VENV

.PHONY: demo quick test w3c lint format bench quality pictures wheel pythons lock clean ready ready-to-develop

demo: ready
	@scripts/demo.sh

quick: ready-to-develop
	@scripts/quick.sh

test: ready-to-develop
	@scripts/test.sh

w3c: ready-to-develop
	@scripts/w3c.sh

lint: ready-to-develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: ready-to-develop
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ready-to-develop
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.store

quality: ready-to-develop
	$(BIN)/python -m benchmarks.quality

pictures: ready-to-develop
	$(BIN)/python -m scripts.pictures

wheel: ready-to-develop
	@scripts/wheel.sh

pythons: ready-to-develop
	@scripts/each_python.sh

lock:
	scripts/lock.sh

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache

ready:
	@scripts/environment.sh requirements.lock

ready-to-develop:
	@scripts/environment.sh requirements-dev.lock
