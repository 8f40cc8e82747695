"""What another process changes in the glossary while an article is open is seen, and its rows renewed."""

import pytest
from tui_desk import WorkingPipeline, app_with, desk_in, filled_grid, keys, said, until

from cache.places import Places
from cache.versions import VersionedFile, VersionError
from reader.others import OtherTerms, forms_in, rows_with
from reader.tui import bench, term_bench
from reader.tui.term_form import TermForm
from translate.row import EntityType, Target
from translate.terms.own_glossary import OwnGlossary, put
from translate.terms.termentry import TermEntry

TEXTS = ["越南大米出口。", "農業部表示樂觀。", "天气很好。"]


@pytest.fixture(autouse=True)
def often(monkeypatch):
    monkeypatch.setattr(bench, "_LOOK_EVERY", 0.05)


@pytest.fixture
def desk(tmp_path):
    made = desk_in(tmp_path)
    yield made
    made.memory.close()
    made.annotations.close()


def entry(zh: str, en: str = "one", vi: str = "một") -> TermEntry:
    return TermEntry(zh, (en,), (vi,), EntityType.TERM, "user")


def glossary_in(folder) -> OwnGlossary:
    return OwnGlossary(Places(folder / "config", folder / "data", folder / "state", folder / "cache"))


def added(glossary: OwnGlossary, *entries: TermEntry) -> None:
    with glossary.changing("add") as file:
        for one in entries:
            put(file, one)


def looking(desk) -> bool:
    """Whether the reader knows the glossary as it was when the article was opened."""
    return desk._others._lines is not None


async def opened(pilot):
    grid = await filled_grid(pilot)
    bench = pilot.app.screen.query_one(term_bench.TermBench)
    await until(pilot, lambda: looking(bench))
    return grid


async def test_an_entry_added_elsewhere_renews_the_rows_that_have_it(desk, tmp_path):
    app = app_with(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await opened(pilot)
        await keys(pilot, *"jj")
        before = grid.current, grid._at
        added(glossary_in(tmp_path), entry("大米", "milled rice"))
        await until(pilot, lambda: "[milled rice]" in grid.rows[0].cells[Target.EN].text)
        await until(pilot, lambda: "changed elsewhere" in said(app))
        assert desk.tools.renewals == 1
        assert (grid.current, grid._at) == before
        added(glossary_in(tmp_path), entry("大米", "white rice"))
        await until(pilot, lambda: "[white rice]" in grid.rows[0].cells[Target.EN].text)
        glossary_in(tmp_path).undo()
        await until(pilot, lambda: "[milled rice]" in grid.rows[0].cells[Target.EN].text)


async def test_an_entry_removed_by_hand_is_noticed_too(desk, tmp_path):
    added(glossary_in(tmp_path), entry("大米", "milled rice"))
    app = app_with(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        grid = await opened(pilot)
        assert "[milled rice]" in grid.rows[0].cells[Target.EN].text
        (tmp_path / "data" / "glossary.tsv").unlink()
        await until(pilot, lambda: "[milled rice]" not in grid.rows[0].cells[Target.EN].text)


async def test_another_glossary_that_says_nothing_of_the_article_changes_no_row(desk, tmp_path):
    pipeline = WorkingPipeline(desk=desk)
    app = app_with(desk, pipeline=pipeline)
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        added(glossary_in(tmp_path), entry("钢铁", "steel"))
        await until(pilot, lambda: desk.tools.renewals == 1)
        assert "elsewhere" not in said(app) and not pipeline.asked


async def test_our_own_entry_is_not_called_somebody_elses(desk, tmp_path):
    app = app_with(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        grid = await opened(pilot)
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        app.screen.set_values(zh="大米", en="rice grain", vi="gạo")
        await keys(pilot, "ctrl+s")
        await until(pilot, lambda: "[rice grain]" in grid.rows[0].cells[Target.EN].text)
        bench = app.screen.query_one(term_bench.TermBench)
        await until(pilot, lambda: bench._others._stamp == desk.glossary.stamp())
        assert desk.tools.renewals == 1 and "elsewhere" not in said(app)
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: "[rice grain]" not in grid.rows[0].cells[Target.EN].text)
        await until(pilot, lambda: bench._others._stamp == desk.glossary.stamp())
        assert "elsewhere" not in said(app)


def test_ours_and_theirs_at_once_are_told_apart(tmp_path):
    glossary = glossary_in(tmp_path)
    others = OtherTerms(glossary, TEXTS)
    assert others.changed() is None
    ours = entry("大米")
    others.leave_out(ours.zh, ours.line())
    added(glossary, ours)
    added(glossary_in(tmp_path), entry("农业部"))
    assert others.changed() == [1]
    assert others.changed() is None
    others.leave_out("大米")
    with glossary.changing("remove") as file:
        file.remove("大米")
    assert others.changed() is None
    with glossary_in(tmp_path).changing("theirs") as file:
        file.remove("农业部")
    assert others.changed() == [1]
    added(glossary_in(tmp_path), entry("大米"))
    assert others.changed() == [0]


def test_a_glossary_that_cannot_be_read_is_looked_at_again(tmp_path, monkeypatch):
    glossary = glossary_in(tmp_path)
    others = OtherTerms(glossary, TEXTS)
    others.changed()
    added(glossary_in(tmp_path), entry("天气"))
    with monkeypatch.context() as patch:

        def refuse(self):
            raise VersionError("held")

        patch.setattr(VersionedFile, "read", refuse)
        assert others.changed() is None
    assert others.changed() == [2]


def test_many_forms_find_the_same_rows_as_one_by_one():
    forms = {"大米", "出口", "农业部", "天气", *(f"形式{number}" for number in range(20))}
    assert rows_with(forms, TEXTS) == [0, 1, 2]
    assert rows_with({"农业部"}, TEXTS) == [1]
    assert rows_with({"農業"}, TEXTS) == []  # forms come in Simplified


def test_the_forms_of_a_line_in_any_order_of_columns():
    assert "大米" in forms_in("rice\tgạo\t大米".encode())
    assert forms_in("農業部\tMinistry\tBộ".encode()) == {"农业部"}
    assert forms_in(b"\xff\t") == {"�"}
    assert forms_in(b"") == set()
