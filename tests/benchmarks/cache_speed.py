"""100,000 remembered segments: stored, looked up, and what one takes on the disk beyond its texts.

Run: python tests/benchmarks/cache_speed.py
"""

from __future__ import annotations

import time
from pathlib import Path

from timing import temporary

from cache.translations import Translation, Translations, key_of
from translate.links import pack_links
from translate.row import Link

NUMBER = 100_000
# As many drafts as the pipeline commits at a time.
BATCH = 32
STORED, FOUND, BYTES = 3.0, 1.0, 450


def draft(number: int) -> Translation:
    """A draft like those of a news sentence: 24 links."""
    source = f"越南第{number}次会议在河内举行，双方同意进一步加强经济贸易合作和文化交流。"
    text = f"The {number}th meeting of Vietnam was held in Hanoi; both sides agreed to step up co-operation."
    links = pack_links([Link(i, i + 2, 4 * i, 4 * i + 3) for i in range(24)])
    key = key_of(source, "en", "transfer/1", [("越南", "Vietnam"), ("河内", "Hanoi")])
    return Translation(key, source, "en", "transfer", "transfer/1", text, ("number",), links)


def main() -> None:
    """Prints both times against their bounds, and the bytes."""
    drafts = [draft(number) for number in range(NUMBER)]
    keys = [each.key for each in drafts]
    with temporary() as folder:
        path = Path(folder) / "translations.sqlite"
        store = Translations(path)
        start = time.perf_counter()
        for first in range(0, NUMBER, BATCH):
            store.put_many(drafts[first : first + BATCH])
        stored = time.perf_counter() - start
        store.close()
        size = path.stat().st_size
        store = Translations(path)
        start = time.perf_counter()
        found = store.get_many(keys)
        looked_up = time.perf_counter() - start
        store.close()
    assert len(found) == NUMBER
    texts = sum(len((each.source + each.text).encode()) for each in drafts)
    beyond = (size - texts) / NUMBER
    for name, value, bound, unit in (
        ("stored, in batches of 32", stored, STORED, "s"),
        ("looked up", looked_up, FOUND, "s"),
        ("a translation beyond its texts", beyond, BYTES, "bytes"),
    ):
        print(f"{name:<32} {value:8.2f} {unit:<6} ({'within' if value <= bound else 'ABOVE'} {bound:g})")


if __name__ == "__main__":
    main()
