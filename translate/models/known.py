"""The packages sanyu can fetch by name."""

from __future__ import annotations

from dataclasses import dataclass

# Both hold the same files. The first is the one the package index names.
HOSTS = ("https://argos-net.com/v1", "https://data.argosopentech.com/argospm/v1")
MIRROR = "SANYU_MODELS_URL"


@dataclass(frozen=True, slots=True)
class Known:
    """A published package.

    ``size`` is that of the archive in bytes. The publisher states no digest: ``sha256`` is what
    people who fetched the archive measured, several of them independently and alike. ``listed``
    says whether the package index of Argos Translate still has it.
    """

    name: str
    version: str
    size: int
    sha256: str
    licence: str
    by: str
    listed: bool

    @property
    def file(self) -> str:
        """The name of the archive."""
        return f"translate-{self.name}-{self.version.replace('.', '_')}.argosmodel"

    def links(self, mirror: str = "") -> list[str]:
        """Where the archive is, in the order to try; only a mirror, where one is given."""
        return [f"{host.rstrip('/')}/{self.file}" for host in ([mirror] if mirror else HOSTS)]


KNOWN = {
    known.name: known
    for known in (
        Known(
            "zh_en",
            "1.9",
            74_481_402,
            "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
            "CC-BY-4.0",
            "OPUS-MT, packaged by Argos Translate",
            listed=True,
        ),
        Known(
            "zt_en",
            "1.9",
            74_498_034,
            "a9ea826d801f059dd47f1f47b6c1dc9d762519a80ea3afd2a982130a42a25486",
            "CC-BY-4.0",
            "OPUS-MT, packaged by Argos Translate",
            listed=True,
        ),
        Known(
            "en_vi",
            "1.9",
            67_770_159,
            "86957101aa4099aa9a1a7492e41987d938d3cf0fdaf4fb684c0797a9d567dd16",
            "CC-BY-4.0",
            "OPUS-MT, packaged by Argos Translate",
            listed=False,
        ),
    )
}
