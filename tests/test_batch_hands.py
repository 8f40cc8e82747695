"""Workers have their next article in hand: whoever dies takes none of them along."""

import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest
from cli_help import written

from reader.cli.batch.pool import SHORT, Pool, Worker
from reader.cli.batch.task import Task
from reader.cli.sources import Source

# A worker dies at each article in which the word stands.
KILLER = """
import os
from reader.cli.batch import stream
take = stream.Stream._take
def dying(self, number, rows):
    if any("杀" in row.segment.text for row in rows):
        os.kill(os.getpid(), 9)
    take(self, number, rows)
stream.Stream._take = dying
if __name__ == "__main__":
    from reader.cli.main import main
    main()
"""


def task(folder: Path, number: int, size: int = 10) -> Task:
    path = folder / f"{number}.txt"
    path.write_bytes(b"x" * size)
    return Task(number, Source(path, path.name), (), ())


def hands(folder: Path, sizes: list[int]) -> list[bool]:
    """Whether one of two workers that has none, one, or two articles in hand is given another."""
    pool = Pool(2, None, lambda answer: None)  # type: ignore[arg-type]
    first, *others = [task(folder, number, size) for number, size in enumerate(sizes)]
    pool._waiting.extend(others)
    some: list[list[Task]] = [[], [first], [first, first]]
    return [pool._may_have_another(Worker(None, None, deque(hand))) for hand in some]  # type: ignore[arg-type]


def test_a_worker_has_one_article_in_hand_unless_another_worker_would_be_idle(tmp_path: Path) -> None:
    assert hands(tmp_path, [10] * 5) == [False, True, False]
    # The last articles wait for who is free first.
    assert hands(tmp_path, [10] * 3) == [False, False, False]
    # Nothing waits behind a book, and no book waits.
    assert hands(tmp_path, [SHORT + 1, 10, 10, 10, 10]) == [False, False, False]
    assert hands(tmp_path, [10, SHORT + 1, 10, 10, 10]) == [False, False, False]


@pytest.mark.parametrize("killers", [(2,), (0, 1, 5)])
def test_articles_in_the_hand_of_a_worker_that_dies_are_done(
    tmp_path: Path, home: Path, killers: tuple[int, ...]
) -> None:
    (tmp_path / "news").mkdir()
    for number in range(12):
        word = "杀人案" if number in killers else "贸易"
        (tmp_path / "news" / f"{number:02}.txt").write_text(f"双方讨论第{number}次会议的{word}问题。\n")
    script = tmp_path / "dying.py"
    script.write_text(KILLER)
    result = subprocess.run(
        [sys.executable, str(script), "translate", "news", "-o", "out", "--jobs", "2", "-q"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 1
    said = result.stderr.splitlines()
    assert len(said) == len(killers) and all("killed twice" in line for line in said)
    assert [number for number in range(12) if any(f"{number:02}.txt" in line for line in said)] == list(
        killers
    )
    assert written(tmp_path / "out") == {f"{number:02}.md" for number in range(12) if number not in killers}
