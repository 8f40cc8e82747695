"""Scores sanyu's translation of tests/evaluation/fresh.tsv: chrF++ and BLEU per article and in all."""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# pip install sacrebleu (not a dependency of the project)
from sacrebleu.metrics import BLEU, CHRF

SET = Path(__file__).resolve().parents[1] / "evaluation" / "fresh.tsv"
LANGUAGES = ("en", "vi")
CHRF_PP = CHRF(word_order=2)

Row = dict[str, str]


def read_set(path: Path) -> list[Row]:
    """The rows of the set: article, zh and the reference in each language."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def executable() -> str:
    """The sanyu of this environment, else the one on PATH."""
    beside = Path(sys.executable).with_name("sanyu")
    found = str(beside) if beside.exists() else shutil.which("sanyu")
    if found is None:
        sys.exit("sanyu is not installed here: pip install -e .")
    return found


def translated(sources: Sequence[str]) -> list[Row]:
    """What sanyu makes of each sentence: its segments joined by paragraph, which is the line number."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "fresh.txt"
        file.write_text("".join(f"{source}\n" for source in sources), encoding="utf-8", newline="\n")
        command = [executable(), "translate", str(file), "--plain", "--format", "jsonl", "-o", "-"]
        run = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    segments: list[list[Row]] = [[] for _ in sources]
    for line in run.stdout.split("\n"):
        if line:
            record = json.loads(line)
            segments[record["paragraph"]].append(record)
    for source, parts in zip(sources, segments, strict=True):
        if "".join("".join(part["zh"] for part in parts).split()) != "".join(source.split()):
            sys.exit(f"sanyu's segments do not make up this sentence: {source}")
    return [
        {language: " ".join(part[language] or "" for part in parts).strip() for language in LANGUAGES}
        for parts in segments
    ]


def scores(hypotheses: Sequence[str], references: Sequence[str]) -> str:
    """chrF++ and BLEU of some sentences, as two columns."""
    chrf = CHRF_PP.corpus_score(hypotheses, [references]).score
    bleu = BLEU().corpus_score(hypotheses, [references]).score
    return f"{chrf:8.2f} {bleu:7.2f}"


def print_scores(rows: Sequence[Row], outputs: Sequence[Row]) -> None:
    """One line per language and article, and one for all articles."""
    print(f"{'lang':<5}{'article':<8}{'n':>4} {'chrF++':>8} {'BLEU':>7}")
    for language in LANGUAGES:
        for article in (*dict.fromkeys(row["article"] for row in rows), "all"):
            chosen = [n for n, row in enumerate(rows) if article in (row["article"], "all")]
            columns = scores([outputs[n][language] for n in chosen], [rows[n][language] for n in chosen])
            print(f"{language:<5}{article:<8}{len(chosen):>4} {columns}")


def print_worst(rows: Sequence[Row], outputs: Sequence[Row], count: int) -> None:
    """The sentences with the lowest chrF++ of each language, the worst first."""
    for language in LANGUAGES:
        marked = sorted(
            (CHRF_PP.sentence_score(output[language], [row[language]]).score, number)
            for number, (row, output) in enumerate(zip(rows, outputs, strict=True))
        )
        print(f"\nWorst in {language}")
        for score, number in marked[:count]:
            row = rows[number]
            print(f"\n{score:.2f}  {row['article']}, line {number + 2}")
            print(f"  zh   {row['zh']}\n  ref  {row[language]}\n  out  {outputs[number][language]}")


def main() -> None:
    """Translates the set and prints its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the N worst sentences too")
    worst: int = parser.parse_args().worst
    rows = read_set(SET)
    outputs = translated([row["zh"] for row in rows])
    print_scores(rows, outputs)
    if worst > 0:
        print_worst(rows, outputs, worst)


if __name__ == "__main__":
    main()
