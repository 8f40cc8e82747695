"""Where a rendering comes from, in words."""

SOURCES = {
    "seed": "glossary",
    "user": "your glossary",
    "mined": "found in texts",
    "reading": "Hán-Việt reading",
    "pinyin": "pinyin: a guess",
    "rule": "rule",
}
"""What the source of an entity means; of one that is not among them its name is shown."""
