"""Batches that are killed at random moments and resumed, and what must hold afterwards."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from cache.places import Places
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target

SANYU = [sys.executable, "-m", "reader.cli.main"]
SUBJECTS = ("农业部", "国会", "贸易代表团", "河内市", "岘港市", "中央银行", "文化部", "卫生部")
DEEDS = ("决定加强合作", "公布新的计划", "批准了预算", "讨论出口问题", "举行记者会", "开设办事处")


class Batch:
    """A folder of articles, and a home in which a person has work of their own."""

    def __init__(self, folder: Path, articles: int, sentences: int) -> None:
        self.folder = folder
        self.news = folder / "news"
        self.news.mkdir(parents=True)
        chance = random.Random(7)
        for number in range(articles):
            text = "".join(
                f"{chance.choice(SUBJECTS)}第{chance.randrange(900)}次会议{chance.choice(DEEDS)}。"
                for _ in range(sentences)
            )
            (self.news / f"{number:03}.txt").write_text(text, encoding="utf-8")
        self.edits = 0
        self.home = folder / "home"
        self.edit(self.home)
        self.sound = folder / "sound"
        start = time.monotonic()
        assert self.process(self.sound, self.home).wait() == 0
        self.seconds = time.monotonic() - start
        self.outputs = len(list(self.sound.iterdir()))
        # The other homes need not compile the termbase again.
        self.termbase = Places.find({"SANYU_HOME": str(self.home)}).termbase

    def fresh_home(self, name: str) -> Path:
        """A home of its own, nothing translated yet, with a person's work in it."""
        home = self.folder / name
        places = Places.find({"SANYU_HOME": str(home)})
        places.cache.mkdir(parents=True)
        shutil.copy(self.termbase, places.termbase)
        self.edits = 0
        self.edit(home)
        return home

    def edit(self, home: Path) -> None:
        """A person writes something, while a batch may run."""
        places = Places.find({"SANYU_HOME": str(home)})
        memory = TranslationMemory(places.memory)
        passage = Passage(f"某人写的第{self.edits}句话。", None, None)
        memory.edit(passage, Target.EN, f"Sentence {self.edits} that somebody wrote.")
        memory.close()
        self.edits += 1

    def process(self, out: Path, home: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
        """The batch as a process of its own."""
        words = ["translate", str(self.news), "-o", str(out), "--format", "md,jsonl", "-q"]
        environ = {**os.environ, "SANYU_HOME": str(home)}
        return subprocess.Popen([*SANYU, *words, "--jobs", str(jobs)], env=environ)

    def kill_and_resume(self, chance: random.Random, name: str, kills: int, *, jobs: int = 1) -> int:
        """Kills one batch up to ``kills`` times, resumes it, checks; how many times it was killed."""
        home, out = self.fresh_home(name), self.folder / f"{name}-out"
        killed = 0
        for _ in range(kills):
            if not self._killed(chance, [self.process(out, home, jobs)], home, out) or self._ended(home, out):
                break
            killed += 1
        else:
            assert self.process(out, home, jobs).wait() == 0
        self.check(out, home, exactly=True)
        return killed

    def kill_two_and_resume(self, chance: random.Random, name: str) -> int:
        """Kills two batches that write into one folder, resumes both, checks; how many were killed."""
        home, out = self.fresh_home(name), self.folder / f"{name}-out"
        killed = self._killed(chance, [self.process(out, home), self.process(out, home, 2)], home, out)
        both = [self.process(out, home), self.process(out, home)]
        assert [one.wait() for one in both] == [0, 0]
        # The slower of the two may begin when the other has ended: for that one all was remembered.
        self.check(out, home, exactly=False)
        return killed

    def _killed(
        self, chance: random.Random, processes: Sequence[subprocess.Popen[bytes]], home: Path, out: Path
    ) -> int:
        """Lets processes write some outputs, none or nearly all, and a moment more; how many there were to kill."""

        def outputs() -> int:
            return len(list(out.glob("[!.]*")))

        there = outputs()
        enough = there + chance.randrange(max(1, self.outputs - there))
        while outputs() < enough and any(one.poll() is None for one in processes):
            time.sleep(0.005)
        self.edit(home)
        time.sleep(chance.uniform(0.0, 0.05))
        killed = 0
        for one in processes:
            killed += one.poll() is None
            one.kill()
            one.wait()
        return killed

    def _ended(self, home: Path, out: Path) -> bool:
        """Whether the batch was struck when all was done but the process: a repetition is a second run."""
        if not out.exists() or len(list(out.glob("[!.]*"))) < len(list(self.sound.iterdir())):
            return False
        path = Places.find({"SANYU_HOME": str(home)}).translations
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT count(*) FROM command").fetchone() == (0,)

    def check(self, out: Path, home: Path, *, exactly: bool) -> None:
        """Every output is that of the batch that nobody killed, every database sound, every edit there."""
        names = sorted(path.name for path in self.sound.iterdir())
        assert sorted(path.name for path in out.iterdir()) == names
        for name in names:
            mine, sound = (out / name).read_bytes(), (self.sound / name).read_bytes()
            if exactly or not name.endswith(".jsonl"):
                assert mine == sound, f"{out / name} differs"
            else:
                assert without_cached(mine) == without_cached(sound), f"{out / name} differs"
        for path in home.rglob("*.sqlite"):
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not list(home.rglob("*.aside-*"))
        memory = TranslationMemory(Places.find({"SANYU_HOME": str(home)}).memory)
        written = {unit.text for unit in memory.store.units()}
        memory.close()
        assert written == {f"Sentence {number} that somebody wrote." for number in range(self.edits)}


def without_cached(lines: bytes) -> list[dict[str, object]]:
    """Rows of JSON Lines but for what depends on when they were made."""
    rows = [json.loads(line) for line in lines.splitlines()]
    return [{key: value for key, value in row.items() if key != "cached"} for row in rows]
