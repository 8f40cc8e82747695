"""Derives glossary/cldr.tsv from the CLDR in the package babel: ``python -m seeds.tools.derive_places``.

Countries and territories, languages and currencies, in Chinese, English and Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from seeds.tables import folder, read_rows
from seeds.tools.table import SEEDS, write_table

# Where CLDR's own name is not what newspapers print.
PREFERRED = {
    "MM": ("Myanmar", "Myanmar"),
    "TR": ("Türkiye", "Thổ Nhĩ Kỳ"),
    "CN": ("China", "Trung Quốc"),
    "HK": ("Hong Kong", "Hồng Kông"),
    "MO": ("Macao", "Ma Cao"),
    "KR": ("Republic of Korea", "Hàn Quốc"),
    "KP": ("Democratic People's Republic of Korea", "Triều Tiên"),
    "CZ": ("Czech Republic", "Cộng hòa Séc"),
    "PS": ("Palestine", "Palestine"),
}
TAILS = re.compile("(?:特别行政区|领土)$")


def entries() -> Iterator[tuple[str, str, str, str, str]]:
    """(zh, en, vi, type, note) from CLDR."""
    from babel import Locale

    zh, en, vi = Locale("zh", script="Hans"), Locale("en"), Locale("vi")
    for code, name in zh.territories.items():
        if len(code) != 2 or code in ("ZZ", "XA", "XB", "EZ", "UN", "EU"):
            continue
        names = PREFERRED.get(code, (en.territories[code], vi.territories.get(code, en.territories[code])))
        for form in {name, TAILS.sub("", name)}:
            yield form, names[0], names[1], "place", f"country or territory, code {code}"
    for code, name in zh.languages.items():
        if len(code) == 2 and code in en.languages and code in vi.languages and len(name) > 1:
            yield name, en.languages[code], vi.languages[code], "term", f"language, code {code}"


def main() -> None:
    """Writes the table, without what the hand-written tables hold already."""
    hand = {
        row["zh"]
        for table in folder("glossary").iterdir()
        if table.name.endswith(".tsv") and table.name != "cldr.tsv"
        for _, row in read_rows(table)
    }
    rows = {}
    for zh, en, vi, kind, note in entries():
        bare = (re.sub(r" ?\(.*\)", "", name).replace("’", "'") for name in (en, vi))
        en, vi = (unicodedata.normalize("NFC", name) for name in bare)
        if zh not in hand and re.fullmatch("[\u3400-\u9fff·]+", zh):
            vi = vi[0].lower() + vi[1:] if kind == "term" else vi
            rows[zh] = (zh, en, vi, kind, "seed", note, "Unicode CLDR")
    write_table(
        SEEDS / "glossary" / "cldr.tsv", ["zh", "en", "vi", "type", "status", "note", "source"], rows.values()
    )


if __name__ == "__main__":
    main()
