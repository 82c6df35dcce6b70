from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.cli.forks import ROOT

pytestmark = pytest.mark.process

# Presses Ctrl-C when the program comes to import a module.
PROGRAM = """
import os, signal, sys

class Pressing:
    def find_spec(self, name, path, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # those who start tests may have it ignored
module = sys.argv[1]
sys.argv = ["kg", "ontology", "show"]
sys.meta_path.insert(0, Pressing())
from kg.__main__ import main
main()
"""


def interrupted(module: str) -> subprocess.CompletedProcess[str]:
    """Return how `kg ontology show` ends when it is interrupted where it imports a module."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, module], capture_output=True, check=False, cwd=ROOT, text=True
    )


@pytest.mark.parametrize("module", ["kg.cli.main", "typer"])
def test_an_interruption_while_the_program_loads_prints_nothing(module: str) -> None:
    found = interrupted(module)
    assert (found.returncode, found.stdout, found.stderr) == (-signal.SIGINT, "", "")


def test_an_interruption_at_work_is_code_130() -> None:
    found = interrupted("kg.ontology")
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "")
