"""What a person prefers: each setting with its kind, its default and a line of help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reader.settings_kinds import Address, Choice, Flag, Kind, Number, Several, Text, Whole
from translate.endpoint.settings import KEY_NAME, EndpointSettings, chat_url

ENDPOINT = "endpoint"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``SETTINGS`` describes each; the values here are the defaults."""

    engine: str = "auto"
    targets: tuple[str, ...] = ("en", "vi")
    en_names: str = "diacritics"
    theme: str = "auto"
    language: str = "auto"
    script: str = "as-is"
    columns: tuple[str, ...] = ("zh", "en", "vi")
    reading: str = "none"
    prefer_transfer_when_flagged: bool = True
    cache_limit_mb: int = 2000
    jobs: int = 1
    endpoint: EndpointSettings = field(default_factory=EndpointSettings)

    def value(self, key: str) -> object:
        """The value of a setting, named as in ``endpoint.model``."""
        section, _, name = key.rpartition(".")
        return getattr(self.endpoint if section == ENDPOINT else self, name)

    def having(self, key: str, value: object) -> Settings:
        """With one setting changed. Raises WrongValueError, KeyError."""
        checked = SETTINGS[key].kind.checked(value)
        section, _, name = key.rpartition(".")
        if section == ENDPOINT:
            return replace(self, endpoint=replace(self.endpoint, **{name: checked}))  # type: ignore[arg-type]
        return replace(self, **{name: checked})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the kind of its values, and a line that says what it does."""

    kind: Kind
    help: str


SETTINGS: Mapping[str, Setting] = {
    "engine": Setting(
        Choice(("auto", "transfer", "argos", "openai")),
        "Which engine translates; auto takes argos where its models are installed, else transfer.",
    ),
    "targets": Setting(Several(("en", "vi")), "The languages to translate into."),
    "en_names": Setting(
        Choice(("diacritics", "ascii")),
        "Vietnamese people in English: with their diacritics, or in plain letters.",
    ),
    "theme": Setting(
        Text("[A-Za-z0-9_-]{1,64}", "write the name of a theme, as the reader lists them, or auto"),
        "The colours of the reader, by the name of a theme.",
    ),
    "language": Setting(Choice(("auto", "en", "vi", "zh")), "The language of menus and messages."),
    "script": Setting(
        Choice(("as-is", "simplified", "traditional")), "The script in which Chinese is shown."
    ),
    "columns": Setting(Several(("zh", "en", "vi")), "The languages shown side by side, from left to right."),
    "reading": Setting(Choice(("none", "pinyin", "hanviet")), "How to pronounce the Chinese, shown with it."),
    "prefer_transfer_when_flagged": Setting(
        Flag(), "Where a model's draft fails the checks and transfer's passes them, show transfer's."
    ),
    "cache_limit_mb": Setting(
        Whole(0, 1_000_000), "Megabytes that remembered translations may take; 0 for no limit."
    ),
    "jobs": Setting(Whole(1, 64), "How many articles are translated at once."),
    "endpoint.base_url": Setting(
        Address(chat_url), "The address of an OpenAI-compatible server, as http://localhost:11434/v1."
    ),
    "endpoint.model": Setting(
        Text("[^\x00-\x1f\x7f]{0,200}", "write the name of a model in quotation marks"),
        "The model to ask for there.",
    ),
    "endpoint.key_env": Setting(
        Text(KEY_NAME.pattern, "write the name of an environment variable, in capitals; not the key itself"),
        "The environment variable that holds the key, if the server wants one.",
    ),
    "endpoint.concurrency": Setting(Whole(1, 64), "How many requests run at once."),
    "endpoint.timeout": Setting(Number(0.1, 3600), "Seconds that one answer may take."),
    "endpoint.retries": Setting(Whole(0, 20), "How often a segment is asked for again."),
}
