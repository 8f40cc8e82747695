"""What the tagger takes for names is offered where no table knows it, and leaves no file behind elsewhere."""

import json
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.main import cli
from seeds.article import Kind
from translate.row import Entity, EntityType, Row, Segment
from translate.terms.suspects import between, suspects

SENTENCE = "毛伊岛在红湖镇附近。"


def row(text: str, *entities: Entity) -> Row:
    return Row(Segment(0, 0, Kind.BODY, text, 0, 0, len(text)), entities)


def test_a_place_that_no_table_knows_is_offered(tmp_path: Path) -> None:
    found = {s.zh: s for s in suspects([row(SENTENCE), row(SENTENCE)], lambda zh: False, tmp_path)}
    assert found["红湖镇"].type is EntityType.PLACE and found["红湖镇"].count == 2


def test_what_is_known_is_not(tmp_path: Path) -> None:
    assert not [s for s in suspects([row(SENTENCE)], lambda zh: zh == "红湖镇", tmp_path) if s.zh == "红湖镇"]


def test_entities_are_passed_over(tmp_path: Path) -> None:
    known = Entity("红湖镇", 4, 7, EntityType.PLACE, "Honghu", "Hồng Hồ")
    assert list(between(row(SENTENCE, known))) == ["毛伊岛在", "附近。"]
    assert "红湖镇" not in {s.zh for s in suspects([row(SENTENCE, known)], lambda zh: False, tmp_path)}


def test_traditional_text_is_read_as_simplified(tmp_path: Path) -> None:
    assert "红湖镇" in {s.zh for s in suspects([row("在紅湖鎮附近")], lambda zh: False, tmp_path)}


def test_the_command_lists_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SENTENCE)
    result = CliRunner().invoke(cli, ["glossary", "check", str(article)])
    assert "perhaps names" in result.output and "红湖镇" in result.output and "Hồng Hồ" in result.output
    (found,) = json.loads(CliRunner().invoke(cli, ["glossary", "check", "--json", str(article)]).stdout)
    assert "红湖镇" in [suspect["zh"] for suspect in found["suspects"]]


def test_its_cache_lies_in_our_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import jieba

    before = set(Path(tempfile.gettempdir()).glob("jieba*"))
    monkeypatch.setattr(jieba.dt, "initialized", False)
    suspects([row(SENTENCE)], lambda zh: False, tmp_path / "cache")
    assert list((tmp_path / "cache").glob("jieba*"))
    assert set(Path(tempfile.gettempdir()).glob("jieba*")) == before
