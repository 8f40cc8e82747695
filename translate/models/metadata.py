"""metadata.json of a package: the languages, the version, the prefix."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from translate.models.errors import OtherPairError, PackageError

METADATA = "metadata.json"
# Traditional Chinese has a code of its own in the packages, and serves as Chinese.
TRADITIONAL = "zt"
PAIRS = frozenset({("zh", "en"), ("zt", "en"), ("zh", "vi"), ("en", "vi")})
NAMES = {"zh": "Chinese", "zt": "Chinese (traditional)", "en": "English", "vi": "Vietnamese"}

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?\Z")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,19}\Z")
_LONGEST_PREFIX = 40


@dataclass(frozen=True, slots=True)
class Metadata:
    """What sanyu takes from metadata.json. ``from_code`` and ``to_code`` are those of the package."""

    from_code: str
    to_code: str
    version: str
    target_prefix: str = ""

    @property
    def name(self) -> str:
        """The pair as people and files write it: zh_en."""
        return f"{self.from_code}_{self.to_code}"

    @property
    def source(self) -> str:
        """The source language: zh or en."""
        return "zh" if self.from_code == TRADITIONAL else self.from_code

    @property
    def target(self) -> str:
        """The target language: en or vi."""
        return self.to_code


def parse(data: bytes) -> Metadata:
    """Reads metadata.json. Raises PackageError; OtherPairError for a pair sanyu has no use for."""
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise PackageError(f"{METADATA} is no JSON") from None
    if not isinstance(fields, dict):
        raise PackageError(f"{METADATA} is no JSON object")
    kind = fields.get("type", "translate")
    if kind != "translate":
        raise OtherPairError(f"it is a package of the type {str(kind)[:20]!r}, which translates nothing")
    version = text(fields, "package_version")
    if not _VERSION.match(version):
        raise PackageError(f"{METADATA} has no proper package_version")
    prefix = text(fields, "target_prefix") if "target_prefix" in fields else ""
    if len(prefix) > _LONGEST_PREFIX or not (prefix.isprintable() and prefix == prefix.strip()):
        raise PackageError(f"{METADATA} has no proper target_prefix")
    return checked(Metadata(text(fields, "from_code"), text(fields, "to_code"), version, prefix))


def checked(metadata: Metadata) -> Metadata:
    """The metadata themselves, if their pair is one of ours."""
    for code in (metadata.from_code, metadata.to_code):
        if not _CODE.match(code):
            raise PackageError(f"{METADATA} has no proper language codes")
    if (metadata.from_code, metadata.to_code) not in PAIRS:
        raise OtherPairError(
            f"it translates {metadata.from_code}→{metadata.to_code};"
            " sanyu translates zh→en, zh→vi and en→vi and can use no other"
        )
    return metadata


def text(fields: dict[str, object], key: str) -> str:
    """A field that must be text."""
    value = fields.get(key)
    if not isinstance(value, str):
        raise PackageError(f"{METADATA} has no {key}")
    return value


def compose(metadata: Metadata) -> bytes:
    """metadata.json for a package that came without one."""
    fields = {
        "package_version": metadata.version,
        "argos_version": "1.9",
        "from_code": metadata.from_code,
        "from_name": NAMES[metadata.from_code],
        "to_code": metadata.to_code,
        "to_name": NAMES[metadata.to_code],
        "type": "translate",
    } | ({"target_prefix": metadata.target_prefix} if metadata.target_prefix else {})
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()
