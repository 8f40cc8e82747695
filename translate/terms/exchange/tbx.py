"""Glossaries as TBX, the interchange format of termbases (ISO 30042)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from translate.terms.glossary_rows import KINDS, Fault, GlossaryRow, Numbered, RowError, entry_from, tidy
from translate.terms.termentry import TermEntry

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en">
<tbxHeader><fileDesc><sourceDesc><p>A glossary of sanyu</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
FOOT = "</body></text>\n</tbx>\n"
CONCEPTS = ("{*}conceptEntry", "{*}termEntry")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
# Declared entities are how a small file unfolds into a huge one, or fetches another. TBX needs none.
ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
# XML has no place for these at all.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_tbx(entries: Iterable[TermEntry]) -> Iterator[str]:
    """Entries as the lines of a TBX-Basic file."""
    yield HEAD
    for number, entry in enumerate(entries, 1):
        yield f'<conceptEntry id="c{number}">'
        yield element("descrip", entry.type.value, "subjectField")
        if entry.source:
            yield element("admin", entry.source, "source")
        if entry.note:
            yield f"<note>{text_of(entry.note)}</note>"
        for language, forms in (("zh", (entry.zh,)), ("en", entry.en), ("vi", entry.vi)):
            yield f'<langSec xml:lang="{language}">'
            for form in forms:
                # TBX-Basic has this one beside a term, not above all of them.
                status = element("admin", entry.status, "projectSubset") if language == "zh" else ""
                yield f"<termSec><term>{text_of(form)}</term>{status}</termSec>"
            yield "</langSec>"
        yield "</conceptEntry>\n"
    yield FOOT


def read_tbx(text: str, kind: str = "") -> Iterator[GlossaryRow]:
    """The rows of a TBX file, of the edition of 2008 or of 2019, concept by concept.

    Nothing outside the file is opened, and a file that declares entities is not read at all.
    """
    from lxml import etree  # type: ignore[import-untyped]

    declared = ENTITIES.search(text)
    if declared:
        line = text.count("\n", 0, declared.start()) + 1
        yield Fault(line, "the file declares XML entities, which sanyu does not read; save it without them")
        return
    # The text is decoded already, whatever encoding it claims. Line feeds keep the lines' numbers.
    head = DECLARATION.match(text)
    bare = "\n" * head[0].count("\n") + text[head.end() :] if head else text
    source = io.BytesIO(bare.lstrip("\ufeff").encode())
    found = False
    try:
        for _, concept in etree.iterparse(
            source, events=("end",), tag=CONCEPTS, resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            found = True
            yield row_from(concept, kind)
            # What is read is let go, or a large file would stand in memory as a tree.
            concept.clear()
            while concept.getprevious() is not None:
                del concept.getparent()[0]
    except etree.XMLSyntaxError as error:
        yield Fault(error.lineno or 1, f"no well-formed XML ({error.msg}); nothing behind it was read")
        return
    if not found:
        yield Fault(1, "no termEntry or conceptEntry in it: not a TBX file?")


def row_from(concept: object, kind: str) -> GlossaryRow:
    """One concept as an entry or a fault."""
    terms: dict[str, list[str]] = {"zh": [], "en": [], "vi": []}
    cells = {"note": "", "source": "", "type": "", "status": ""}
    language = ""
    for part in concept.iter("{*}*"):  # type: ignore[attr-defined]
        name = part.tag.rpartition("}")[2]
        if name in ("langSec", "langSet"):
            language = part.get(LANGUAGE, part.get("lang", "")).lower().replace("_", "-").partition("-")[0]
        content = tidy("".join(part.itertext()))
        if name == "term" and language in terms:
            # A | would separate renderings.
            terms[language].append(content.replace("|", "/"))
        elif name == "note":
            cells["note"] = cells["note"] or content
        elif name == "admin" and part.get("type") == "source":
            cells["source"] = cells["source"] or content
        elif name == "admin" and part.get("type") == "projectSubset":
            cells["status"] = content if content in ("user", "mined", "seed") else ""
        elif name == "descrip" and part.get("type") == "subjectField" and content in KINDS:
            cells["type"] = content
    cells |= {"zh": next(iter(terms["zh"]), "")}
    cells |= {target: " | ".join(filter(None, terms[target])) for target in ("en", "vi")}
    try:
        return Numbered(concept.sourceline, entry_from(cells, kind))  # type: ignore[attr-defined]
    except RowError as error:
        return Fault(concept.sourceline, str(error))  # type: ignore[attr-defined]


def element(name: str, content: str, kind: str) -> str:
    """An element with a type."""
    return f"<{name} type={quoteattr(kind)}>{text_of(content)}</{name}>"


def text_of(content: str) -> str:
    """Text as XML may hold it."""
    return escape(FORBIDDEN.sub("\ufffd", content))
