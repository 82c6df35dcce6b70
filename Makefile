# Short names for what the README tells; what they do is in scripts/.

VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test w3c lint format bench quality pictures wheel lock clean

demo: $(VENV)/ready
	@scripts/demo.sh

test: $(VENV)/ready-to-develop
	@scripts/test.sh

w3c: $(VENV)/ready-to-develop
	@scripts/w3c.sh

lint: $(VENV)/ready-to-develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/ready-to-develop
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/ready-to-develop
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.store

quality: $(VENV)/ready-to-develop
	$(BIN)/python -m benchmarks.quality

pictures: $(VENV)/ready-to-develop
	$(BIN)/python -m scripts.pictures

wheel: $(VENV)/ready-to-develop
	@scripts/wheel.sh

lock:
	scripts/lock.sh

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache

$(VENV)/ready: requirements.lock pyproject.toml scripts/environment.sh
	@scripts/environment.sh requirements.lock $@

$(VENV)/ready-to-develop: requirements-dev.lock pyproject.toml scripts/environment.sh
	@scripts/environment.sh requirements-dev.lock $@
