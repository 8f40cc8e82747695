"""Files that begin with a byte order mark, as Windows programs write them."""

from pathlib import Path

import pytest

from translate.terms.exchange.formats import CSV, TSV, read
from translate.terms.glossary_rows import Fault, Numbered
from translate.terms.termbase import load_termbase

MARK = "\ufeff"


def test_a_glossary_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text(f"{MARK}zh\ten\tvi\ttype\n稻香村\tRice Village\tLàng Lúa\tplace\n", "utf-8")
    entry = load_termbase(path).get("稻香村")
    assert entry is not None and entry.en == ("Rice Village",)


def test_an_empty_glossary_has_no_entries(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("", "utf-8")
    assert len(load_termbase(path)) == len(load_termbase())


@pytest.mark.parametrize(("form", "comma"), [(TSV, "\t"), (CSV, ",")])
@pytest.mark.parametrize("header", [True, False])
def test_a_mark_before_the_first_cell_is_none_of_it(form: str, comma: str, header: bool) -> None:
    lines = [comma.join(("zh", "en", "vi", "type"))] if header else []
    lines.append(comma.join(("稻香村", "Rice Village", "Làng Lúa", "place")))
    (row,) = read(MARK + "\n".join(lines), form, "", lambda zh: None)
    assert isinstance(row, Numbered) and row.entry.zh == "稻香村"


@pytest.mark.parametrize(("form", "comma"), [(TSV, "\t"), (CSV, ",")])
def test_a_header_without_a_column_is_told_in_both_formats(form: str, comma: str) -> None:
    (row,) = read(comma.join(("zh", "en", "type")) + "\n", form, "", lambda zh: None)
    assert row == Fault(1, "the header lacks vi")
