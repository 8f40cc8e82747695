"""Cards of terms and of words, and the list of a term's places."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from rich.cells import cell_len
from tui_fakes import (
    FARMERS,
    FARMERS_ZH,
    SENTENCES,
    FakePipeline,
    MemoryLibrary,
    ReadyPipeline,
    filled,
    linked,
    rice,
)
from tui_still import until

from reader.tui import card as card_module
from reader.tui.app import ReaderApp
from reader.tui.card import Card
from reader.tui.dictionary import of_word
from reader.tui.facts import Facts, Term, Word, of_term, reading_of, scripts
from reader.tui.grid import Grid
from reader.tui.look import ALL
from reader.tui.term_places import Census, OccurrencesScreen, occurrences, snippet
from seeds.article import Kind
from translate.row import Entity, EntityType, Row, Segment, Target


def make(rows) -> ReaderApp:
    pipeline = ReadyPipeline(rows)
    return ReaderApp(pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), article=rice())


def rows() -> list[Row]:
    return [filled(row) for row in FakePipeline().open(rice())]


def plain(zh: str) -> Row:
    return Row(Segment(0, 0, Kind.BODY, zh, 0, 0, len(zh)))


def shown_card(app) -> str | None:
    found = app.screen.query_one(Card)
    return str(found.render()) if found.display else None


async def looked_up(pilot) -> str:
    """The card, once the dictionary has answered."""
    await until(pilot, lambda: (shown_card(pilot.app) or "\n…").split("\n")[1:] != ["…"])
    return shown_card(pilot.app)


def test_a_term_is_shown_with_all_that_is_known_of_it():
    accepted = {Target.EN: ("MARD", "the Agriculture Ministry")}
    entity = Entity(
        "农业部",
        0,
        3,
        EntityType.ORGANISATION,
        "the Ministry of Agriculture",
        "Bộ Nông nghiệp",
        "a note",
        "user",
    )
    entity = Entity(
        *(getattr(entity, name) for name in ("zh", "start", "end", "type", "en", "vi", "note", "source")),
        accepted,
    )
    assert of_term(Term(entity, 4)) == Facts(
        "农业部 · 農業部",
        "nóngyèbù · nông nghiệp bộ",
        "organisation · your glossary",
        (
            ("en", "the Ministry of Agriculture"),
            ("vi", "Bộ Nông nghiệp"),
            ("also en", "MARD; the Agriculture Ministry"),
            ("note", "a note"),
        ),
        "4 times in this article · Enter: all of them",
    )


def test_readings_and_scripts_of_a_heading():
    assert scripts("大米") == "大米" and scripts("農業") == "农业 · 農業"
    assert reading_of("裴青山", "Bùi Thanh Sơn") == "péiqīngshān · Bùi Thanh Sơn"
    assert reading_of("WTO") == ""
    assert of_term(Term(Entity("17日", 0, 3, EntityType.DATE, "17", "17"))).reading == ""


def test_a_word_has_its_senses_its_parts_and_what_became_of_it():
    row = linked(FARMERS_ZH, FARMERS)
    start = row.segment.text.index("收获")
    facts = of_word(Word(row, (start, start + 2)))
    labels = {label for label, _ in facts.lines}
    assert facts.heading == "收获 · 收穫" and facts.reading == "shōuhuò · thu hoạch"
    assert {"part", "here", "CEDICT"} <= labels and labels & {"noun", "verb"}
    parts = [text for label, text in facts.lines if label == "part"]
    assert len(parts) == 2 and parts[0].startswith("收 (shōu · thu)")
    assert [text for label, text in facts.lines if label == "here"] == ["en: harvested", "vi: thu hoạch"]


def test_figures_are_no_parts_of_a_word():
    row = linked(("2014年", "收获"), {Target.EN: [("in 2014", 0)]})
    parts = [text for label, text in of_word(Word(row, (0, 5))).lines if label == "part"]
    assert len(parts) == 1 and parts[0].startswith("年 (nián · niên)")


def test_a_word_is_cut_out_where_the_engine_gives_no_links():
    facts = of_word(Word(plain("越南加强国际合作。"), None, 4))
    assert facts.heading.startswith("国际") and facts.kind == ""


def test_words_nobody_knows_are_said_to_be_unknown():
    facts = of_word(Word(plain("[b]\x1b"), None, 1))
    assert facts.kind == "not in the dictionary" and facts.lines == ()


async def test_d_looks_words_up_as_one_steps_until_it_is_pressed_again():
    app = make([linked(FARMERS_ZH, FARMERS)])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("d")
        assert (await looked_up(pilot)).startswith("农民 · 農民\nnóngmín · nông dân")
        await pilot.press("right")
        await pilot.pause()
        assert (await looked_up(pilot)).startswith("昨天")
        await pilot.press("d")
        await pilot.pause()
        assert shown_card(app) is None and app.screen.query_one(Grid).lit is None
        await pilot.press("right")
        await pilot.pause()
        assert shown_card(app) is None


async def test_the_dictionary_is_read_in_a_thread_meanwhile_the_card_has_dots(monkeypatch):
    from threading import Event

    gate = Event()

    def slow(word: Word) -> Facts:
        gate.wait(60)
        return Facts("done")

    monkeypatch.setattr(card_module, "of_word", slow)
    app = make([linked(FARMERS_ZH, FARMERS)])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert shown_card(app) == "农民\n…"
        await pilot.press("escape")  # nobody wants it any more
        await pilot.pause()
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert shown_card(app) is None


async def test_a_lexicon_that_cannot_be_read_is_said_on_the_card(monkeypatch):
    def broken(word: Word) -> Facts:
        raise OSError("core.tsv is gone")

    monkeypatch.setattr(card_module, "of_word", broken)
    app = make([linked(FARMERS_ZH, FARMERS)])
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("d")
        assert "core.tsv is gone" in await looked_up(pilot)


async def test_pointing_with_ctrl_or_after_d_shows_words():
    app = make([linked(FARMERS_ZH, FARMERS)])
    async with app.run_test(size=(160, 45)) as pilot:
        text = ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]
        y = next(at for at, line in enumerate(text) if "harvested" in line)
        x = cell_len(text[y][: text[y].index("harvested")])
        grid = app.screen.query_one(Grid)
        await pilot.hover(Grid, offset=(x, y - grid.region.y))
        await pilot.pause()
        assert shown_card(app) is None
        await pilot.press("d")
        assert (await looked_up(pilot)).startswith("收获")
        await pilot.hover(Grid, offset=(x + 11, y - grid.region.y))
        await pilot.pause()
        assert (await looked_up(pilot)).startswith("水稻")


async def test_enter_lists_the_places_of_a_term_and_goes_to_one():
    app = make(rows())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("tab")
        await pilot.pause()
        places = occurrences(grid.rows, "越南")
        assert f"{len(places)} times in this article" in str(shown_card(app))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, OccurrencesScreen)
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert grid.current == places[2][0] and "越南" in str(shown_card(app))
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert grid.current == places[2][0]


async def test_a_click_on_a_term_and_then_on_its_card_lists_its_places():
    app = make(rows())
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        text = ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]
        y = next(at for at, line in enumerate(text) if "Vietnam" in line)
        x = cell_len(text[y][: text[y].index("Vietnam")])
        await pilot.click(Grid, offset=(x + 1, y - grid.region.y))
        await pilot.pause()
        assert "越南" in str(shown_card(app))
        await pilot.click(Card)
        await pilot.pause()
        assert isinstance(app.screen, OccurrencesScreen)


def test_counts_follow_the_rows():
    found = rows()
    census = Census(found)
    count = census.count("越南")
    row = found[1]
    census.change(row.entities, ())
    assert census.count("越南") == count - sum(entity.zh == "越南" for entity in row.entities)
    assert census.count("nowhere") == 0


@pytest.mark.parametrize("cells", [8, 20, 60])
def test_a_snippet_shows_the_term(cells):
    long = "专家认为，运输成本仍然偏高。" * 9 + SENTENCES[0]
    at = long.index("越南")
    entity = Entity("越南", at, at + 2, EntityType.PLACE, "Vietnam", "Việt Nam")
    line = snippet(Row(plain(long).segment, (entity,)), entity, ALL, cells)
    assert cell_len(str(line)) <= max(8, cells) + 2
    if cells >= 20:
        assert [str(line)[span.start : span.end] for span in line.spans] == ["越南"]


@pytest.mark.parametrize("size", [(20, 6), (40, 12)])
async def test_cards_and_panels_fit_small_terminals(size):
    app = make([linked(FARMERS_ZH, FARMERS, index) for index in range(9)])
    async with app.run_test(size=size) as pilot:
        await pilot.press("d")
        await looked_up(pilot)
        region = app.screen.query_one(Card).region
        assert region.width <= size[0] and region.height <= size[1]
        await pilot.press("n", "enter")
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.screen.query_one(Grid).current == 1
