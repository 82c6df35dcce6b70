from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

PEAK = """
import resource, sys
from kg.articles.article_files import read_articles
number = sum(1 for _ in read_articles([sys.argv[1]]))
print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(path: Path, lines: int) -> int:
    """Return the most memory that reading a packed file of some lines takes, in kilobytes."""
    with gzip.open(path, "wt", compresslevel=1) as file:
        for number in range(lines):
            text = f"Tolvane will lease plant {number} to the town of Marrow. " * 10
            file.write(json.dumps({"id": f"a{number}", "text": text, "language": "en"}) + "\n")
    run = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, check=True, text=True)
    read, kilobytes = map(int, run.stdout.split())
    assert read == lines
    return kilobytes


@pytest.mark.process
def test_a_file_of_any_number_of_lines_takes_the_same_memory(tmp_path: Path) -> None:
    assert peak(tmp_path / "a.jsonl.gz", 20_000) < 1.3 * peak(tmp_path / "b.jsonl.gz", 1_000)
