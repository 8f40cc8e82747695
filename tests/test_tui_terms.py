"""Adding to one's glossary while reading; the rows that have the term become new."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tui_desk import WorkingPipeline, app_with, desk_in, filled_grid, keys, said, screen_text, until
from tui_fakes import FARMERS, FARMERS_ZH, SENTENCES, linked

from reader.proposal import propose
from reader.tui.article_screen import ArticleScreen
from reader.tui.look import Language
from reader.tui.selected import Selected
from reader.tui.term_form import TermForm
from translate.row import EntityType, Target
from translate.terms.own_glossary import put
from translate.terms.termentry import TermEntry

WIDE = (160, 45)


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


async def form(pilot) -> TermForm:
    await keys(pilot, "a")
    await until(pilot, lambda: isinstance(pilot.app.screen, TermForm))
    await until(pilot, lambda: not pilot.app.screen.zh or pilot.app.screen._proposal.en)
    return pilot.app.screen


async def test_a_term_stepped_to_fills_the_form(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid.go(1)
        await keys(pilot, "n")
        sheet = await form(pilot)
        assert sheet.values == {
            "zh": "越南",
            "en": "Vietnam",
            "vi": "Việt Nam",
            "type": "place",
            "note": "made up",
        }
        await keys(pilot, "escape")


async def test_saving_renews_the_rows_that_have_it_and_no_others(desk):
    pipeline = WorkingPipeline(desk=desk)
    app = app_with(desk, pipeline=pipeline)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid._select(Selected(Language.ZH, (1, 8), (1, 9)))
        word = grid.rows[1].segment.text[8:10]
        holding = [row.segment.index for row in grid.rows if word in row.segment.text]
        before = {row.segment.index: row.cells[Target.EN].text for row in grid.rows}
        sheet = await form(pilot)
        assert sheet.values["zh"] == word
        sheet.set_values(en="Paddy", vi="Gạo")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        await until(pilot, lambda: "made new" in said(app))
        assert sorted(pipeline.asked) == holding and desk.tools.renewals == 1
        for row in grid.rows:
            index, text = row.segment.index, row.cells[Target.EN].text
            assert text == before[index] + (" [Paddy]" if index in holding else "")
        assert desk.glossary.read().get(word).vi == ("Gạo",)
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: "Taken back" in said(app))
        assert desk.glossary.read().get(word) is None
        assert {row.segment.index: row.cells[Target.EN].text for row in grid.rows} == before


async def test_an_edited_cell_stays_when_its_row_is_renewed(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid.choose(Language.EN)
        await keys(pilot, "e")
        await until(pilot, lambda: hasattr(app.screen, "writing"))
        app.screen.writing.write("Mine")
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        grid._select(Selected(Language.ZH, (0, 2), (0, 3)))
        sheet = await form(pilot)
        sheet.set_values(en="rice", vi="gạo")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: "made new" in said(app))
        assert grid.rows[0].cells[Target.EN].text == "Mine"


async def test_what_is_wrong_is_said_in_the_form(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        sheet = await form(pilot)
        assert sheet.focused.id == "zh"
        await keys(pilot, "enter")
        assert "zh is empty" in sheet.trouble
        sheet.set_values(zh="大米", en="gạo", vi="rice")
        await pilot.pause()
        await until(pilot, lambda: "swapped" in sheet.trouble)
        sheet.set_values(en="rice", vi="gạo | lúa")
        await until(pilot, lambda: not sheet.trouble)
        assert app.screen is sheet
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen))
        assert desk.glossary.read().get("大米").vi == ("gạo", "lúa")


async def test_vietnamese_input_methods_work_in_the_fields(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        await filled_grid(pilot)
        sheet = await form(pilot)
        for _ in range(2):
            await keys(pilot, "tab")
        await keys(pilot, "g", "a", "backspace", "ạ", "o")
        assert sheet.values["vi"] == "gạo"


async def test_one_key_goes_through_the_candidates(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid.go(1)
        await keys(pilot, "n")
        sheet = await form(pilot)
        assert sheet.focused.id == "en" and len(sheet._proposal.en) > 1
        await keys(pilot, "f2")
        assert sheet.values["en"] == sheet._proposal.en[1]
        assert sheet._proposal.en[1] in screen_text(app)


async def test_a_glossary_that_refuses_leaves_the_form_as_it_is(desk, monkeypatch):
    def refuse(*_, **__):
        raise OSError("the disk is full")

    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid.go(1)
        await keys(pilot, "n")
        sheet = await form(pilot)
        monkeypatch.setattr(desk.glossary, "changing", refuse)
        sheet.set_values(en="Viet Nam")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: "the disk is full" in sheet.trouble)
        assert app.screen is sheet and sheet.values["en"] == "Viet Nam"


async def test_what_a_translation_stands_for_can_be_added(desk):
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        at = grid.rows[1].cells[Target.EN].text.index("Vietnam")
        grid._select(Selected(Language.EN, (1, at), (1, at + 6)))
        sheet = await form(pilot)
        assert sheet.values["zh"] == "越南"


def test_a_person_is_proposed_with_readings():
    row = linked(("总理", "裴青山", "讲话", "。"), {})
    made = propose("裴青山", [row])
    assert "Bùi Thanh Sơn" in made.vi and "Pei Qingshan" in made.en


def test_what_the_article_says_in_brackets_comes_first():
    row = linked(("绿水公司", "（Green Water）", "成立", "。"), {})
    made = propose("绿水公司", [row])
    assert (made.en[0], made.vi[0], made.type) == ("Green Water", "Green Water", EntityType.ORGANISATION)


def test_a_phrase_with_punctuation_is_not_read_aloud():
    assert propose("独立、自主", []).vi == ()
    assert "độc lập" in propose("独立", []).vi


def test_what_engines_made_of_a_word_is_a_candidate():
    row = linked(FARMERS_ZH, FARMERS)
    made = propose("收获", [row])
    assert "harvested" in made.en and "thu hoạch" in made.vi


def test_ones_own_entry_comes_before_all():
    known = TermEntry("芹苴市", ("Cantho",), ("Cần Thơ",), EntityType.PLACE, "user", "a note")
    made = propose("芹苴市", [linked(FARMERS_ZH, FARMERS)], known)
    assert (made.en[0], made.vi[0], made.note, made.known) == ("Cantho", "Cần Thơ", "a note", known)


async def test_a_correction_is_taken_back_to_what_stood_there(desk):
    with desk.glossary.changing("before") as glossary:
        put(glossary, TermEntry("越南", ("Viet-Nam",), ("Việt Nam",), EntityType.PLACE, "user"))
    app = app_with(desk)
    async with app.run_test(size=WIDE) as pilot:
        grid = await filled_grid(pilot)
        grid.go(1)
        grid._select(Selected(Language.ZH, (1, SENTENCES[0].index("越")), (1, SENTENCES[0].index("南"))))
        sheet = await form(pilot)
        assert sheet.values["en"] == "Viet-Nam"
        sheet.set_values(en="Vietnam!")
        await pilot.pause()
        await keys(pilot, "enter")
        await until(pilot, lambda: "made new" in said(app))
        assert desk.glossary.read().get("越南").en == ("Vietnam!",)
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: "Taken back" in said(app))
        assert desk.glossary.read().get("越南").en == ("Viet-Nam",)
