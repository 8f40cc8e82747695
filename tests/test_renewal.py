"""Rows made anew by the real pipeline after the glossary or the memory has changed; all engines there are."""

from contextlib import closing
from pathlib import Path

import pytest

from cache.places import Places
from cache.recognitions import Recognitions
from reader.desk import Cells, Desk
from seeds.article import Kind
from seeds.load import load_bytes
from translate.endpoint.settings import EndpointSettings
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.row import EntityType, Row, Target
from translate.terms.own_glossary import OwnGlossary, put
from translate.terms.termentry import TermEntry
from translate.workshop import Workshop

EN = Target.EN
TEXT = "绿水合作社收获水稻。\n\n天气很好。\n\n记者访问了绿水合作社。\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "state", tmp_path / "cache")


def test_only_the_rows_that_have_a_term_are_made_anew(places: Places) -> None:
    glossary, memory = OwnGlossary(places), TranslationMemory(places.memory)
    workshop = Workshop(choice="transfer", user_glossary=places.glossary, compiled_termbase=places.termbase)
    pipeline = workshop.pipeline(None, edits=Edits(memory))
    bare = pipeline.open(load_bytes(TEXT.encode(), "a.txt", plain=True))
    rows = {row.segment.index: row for batch in pipeline.fill(bare) for row in batch}
    assert len(rows) == 3 and all(len(row.cells) == 2 for row in rows.values())
    assert not any("Greenwater Cooperative" in row.cells[EN].text for row in rows.values())
    cells = Cells(desk_with(memory, glossary, workshop), [row.segment.text for row in bare])
    cells.save(rows[2], Target.VI, "Câu của tôi.")
    with glossary.changing("add") as own:
        entry = TermEntry(
            "绿水合作社", ("Greenwater Cooperative",), ("Hợp tác xã Nước Xanh",), EntityType.ORGANISATION
        )
        put(own, entry)
    workshop.renew()
    renewed = [row for batch in pipeline.fill(bare, only={0, 2}) for row in batch]
    assert [row.segment.index for row in renewed] == [0, 2]
    assert all("Greenwater Cooperative" in row.cells[EN].text for row in renewed)
    assert "Hợp tác xã Nước Xanh" in renewed[0].cells[Target.VI].text
    assert (renewed[1].cells[Target.VI].text, renewed[1].cells[Target.VI].state) == ("Câu của tôi.", "edited")
    memory.close()


def test_all_engines_are_offered_the_chosen_one_first() -> None:
    endpoint = EndpointSettings(base_url="http://localhost:9/v1", model="some")
    for choice, names in {"transfer": ["transfer", "openai"], "openai": ["openai", "transfer"]}.items():
        workshop = Workshop(choice=choice, endpoint=endpoint)
        assert [engine.name for engine in workshop.choices(EN)] == names
    assert [engine.name for engine in Workshop().choices(EN)] == ["transfer"]


def test_a_row_is_drafted_by_the_engine_that_is_asked_for(places: Places) -> None:
    memory = TranslationMemory(places.memory)
    workshop = Workshop(choice="transfer")
    cells = Cells(desk_with(memory, OwnGlossary(places), workshop), ["天气很好。"])
    row = Row(workshop.pipeline(None).open(load_bytes("天气很好。".encode(), "a.txt"))[0].segment)
    (engine,) = cells.engines(EN)
    made = cells.draft(row, EN, engine)
    assert made.engine == "transfer" and made.text and row.segment.kind in Kind
    memory.close()


def desk_with(memory: TranslationMemory, glossary: OwnGlossary, workshop: Workshop) -> Desk:
    """A desk without bookmarks."""
    return Desk(memory, None, glossary, workshop)  # type: ignore[arg-type]


def test_what_an_older_glossary_recognised_is_not_remembered_as_the_work_of_a_later_one(
    places: Places,
) -> None:
    glossary = OwnGlossary(places)

    def entities_of(workshop: Workshop, text: str) -> set[str]:
        with closing(Recognitions(places.recognitions)) as recognitions:
            pipeline = workshop.pipeline(None, recognitions=recognitions)
            bare = pipeline.open(load_bytes(text.encode(), "a.txt", plain=True))
            return {e.zh for batch in pipeline.fill(bare) for row in batch for e in row.entities}

    reading = Workshop(choice="transfer", user_glossary=places.glossary)
    entities_of(reading, "天气很好。\n")
    with glossary.changing("by somebody else") as own:
        put(own, TermEntry("绿水合作社", ("Greenwater",), ("Nước Xanh",), EntityType.ORGANISATION))
    assert "绿水合作社" not in entities_of(reading, TEXT)
    assert "绿水合作社" in entities_of(Workshop(choice="transfer", user_glossary=places.glossary), TEXT)
    reading.renew()
    assert "绿水合作社" in entities_of(reading, TEXT)
