"""Batches that are killed lose nothing: a few kills here, many in benchmarks/crashes.py."""

import random

import pytest
from crash_help import Batch


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    return Batch(tmp_path_factory.mktemp("crash"), articles=12, sentences=25)


# A batch may end before it is struck, on a machine that others have slowed before; then once more.
ATTEMPTS = range(6)


def test_a_killed_batch_resumes_to_the_very_same_bytes(batch: Batch) -> None:
    assert any(batch.kill_and_resume(random.Random(n), f"one{n}", 2) for n in ATTEMPTS)


def test_two_batches_into_one_folder_killed_at_once(batch: Batch) -> None:
    assert any(batch.kill_two_and_resume(random.Random(n), f"two{n}") for n in ATTEMPTS)
