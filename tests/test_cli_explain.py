"""sanyu translate --explain: how each sentence was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_help import sanyu


def explained(tmp_path: Path, text: str) -> list[list[str]]:
    source = tmp_path / "a.txt"
    source.write_text(text, "utf-8")
    result = sanyu("translate", source, "-o", tmp_path / "out", "--plain", "--explain", "-q")
    assert result.code == 0
    return [line.strip().split(" | ") for line in result.out.splitlines() if " | " in line]


def test_every_word_is_named_with_what_it_became(tmp_path: Path) -> None:
    heading, *words = explained(tmp_path, "东盟在泰国首都曼谷成立。\n")
    assert heading == ["zh", "read as", "from", "en", "vi", "moved by"]
    assert "".join(word[0] for word in words) == "东盟在泰国首都曼谷成立"
    said = {word[0]: (word[3], word[4]) for word in words}
    assert said["曼谷"] == ("Bangkok", "Bangkok")
    assert said["泰国"] == ("Thailand", "Thái Lan")


def test_the_rule_that_moved_a_word_is_named(tmp_path: Path) -> None:
    _, *words = explained(tmp_path, "东盟在曼谷成立。\n")
    moved = {word[0]: word[5] for word in words}
    assert moved["东盟"] == "–"
    assert "prepositional" in moved["曼谷"]


def test_escapes_in_the_text_stay_harmless(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("河内\x1b[31m市\n", "utf-8")
    result = sanyu("translate", source, "-o", tmp_path / "out", "--plain", "--explain", "-q")
    assert "\x1b" not in result.out


@pytest.mark.parametrize("other", [("-o", "-"), ("--json",)])
def test_it_does_not_mix_with_other_data_on_stdout(tmp_path: Path, other: tuple[str, ...]) -> None:
    source = tmp_path / "a.txt"
    source.write_text("河内\n", "utf-8")
    assert sanyu("translate", source, "--explain", *other).code == 2
