"""Batches that are killed lose nothing: a few kills here, many in benchmarks/crashes.py."""

import random

import pytest
from crash_help import Batch


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    return Batch(tmp_path_factory.mktemp("crash"), articles=12, sentences=25)


def test_a_killed_batch_resumes_to_the_very_same_bytes(batch: Batch) -> None:
    assert batch.kill_and_resume(random.Random(1), "one", 2) > 0


def test_two_batches_into_one_folder_killed_at_once(batch: Batch) -> None:
    assert batch.kill_two_and_resume(random.Random(3), "two") > 0
