"""Settings: what is right in the file counts, what is wrong is said in one line and left alone."""

from __future__ import annotations

import dataclasses
import os
import stat
import tomllib
from pathlib import Path

import click
import pytest
from cli_help import CHINESE, sanyu
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import options
from reader.settings import ENDPOINT, SETTINGS, Settings
from reader.settings_file import SettingsError, read_settings, write_settings
from reader.settings_kinds import WrongValueError
from translate.endpoint.settings import EndpointSettings
from translate.row import Target
from translate.workshop import CHOICES

SOME = """\
# mine
engine = "argos"   # neural
targets = ["vi"]

[endpoint]
# the machine under the desk
base_url = "http://10.0.0.7:11434/v1"
timeout = 30
"""


def read(path: Path, **environ: str) -> tuple[Settings, list[str]]:
    """The settings of a file and the notices."""
    notices: list[str] = []
    return read_settings(path, notices.append, environ), notices


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def config(home: Path) -> Path:
    """Where the commands of this test look for their settings."""
    (home / "config").mkdir()
    return home / "config" / "settings.toml"


# The description


def test_every_setting_is_described_and_every_description_is_of_a_setting() -> None:
    own = {field.name for field in dataclasses.fields(Settings)} - {ENDPOINT}
    inner = {f"{ENDPOINT}.{field.name}" for field in dataclasses.fields(EndpointSettings)}
    assert set(SETTINGS) == own | inner
    assert all(s.help.endswith(".") and "\n" not in s.help and len(s.help) < 100 for s in SETTINGS.values())


def test_every_default_is_a_right_value() -> None:
    for key in SETTINGS:
        assert Settings().having(key, Settings().value(key)) == Settings()


def test_the_engines_and_targets_are_those_there_are() -> None:
    assert SETTINGS["engine"].kind.words == CHOICES  # type: ignore[union-attr]
    assert SETTINGS["targets"].kind.words == tuple(target.value for target in Target)  # type: ignore[union-attr]


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().engine = "argos"  # type: ignore[misc]


# Reading


def test_no_file_means_defaults_and_no_words(file: Path) -> None:
    assert read(file) == (Settings(), [])
    assert not file.parent.exists()


def test_what_is_written_counts(tmp_path: Path) -> None:
    settings, notices = read(written(tmp_path / "s.toml", SOME))
    assert notices == []
    assert (settings.engine, settings.targets, settings.theme) == ("argos", ("vi",), "auto")
    assert settings.endpoint == EndpointSettings(base_url="http://10.0.0.7:11434/v1", timeout=30.0)


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + SOME.replace("\n", "\r\n").encode()
    assert read(written(tmp_path / "s.toml", text))[0].engine == "argos"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            'engine = "argo"',
            'engine cannot be "argo": choose auto, transfer, argos or openai; "auto" is used.',
        ),
        ("engine = 3", "engine cannot be 3: choose"),
        ("targets = []", 'targets cannot be []: write a list of some of these, as ["en", "vi"]'),
        ('targets = ["en", "en"]', "write a list"),
        ('targets = "en"', "write a list"),
        ('columns = ["zh", "fr"]', "write a list"),
        ("prefer_transfer_when_flagged = 1", "write true or false; true is used."),
        ("jobs = 0", "jobs cannot be 0: write a whole number from 1 to 64; 1 is used."),
        ("jobs = true", "write a whole number"),
        ("jobs = 2.5", "write a whole number"),
        ('theme = "../x"', "write the name of a theme"),
        ("endpoint.timeout = nan", "write a number from 0.1 to 3600; 120.0 is used."),
        ("endpoint.timeout = inf", "write a number"),
        ('endpoint.timeout = "5"', "write a number"),
        ('endpoint.base_url = "ftp://x"', "http:// or https://; it is ignored."),
        ("endpoint.base_url = 8080", "write an address"),
        ("endpoint = 3", "write [endpoint]"),
        ('egnine = "argos"', "there is no setting egnine; did you mean engine?"),
        ('model = "m"', "there is no setting model; did you mean endpoint.model?"),
        ("endpoint.retry = 3", "did you mean endpoint.retries?"),
        ("zzz = 1", "there is no setting zzz; choose among engine, targets"),
    ],
)
def test_what_is_wrong_is_one_line_with_place_and_mend(tmp_path: Path, line: str, words: str) -> None:
    path = written(tmp_path / "s.toml", f"# first\n{line}\nlanguage = 'vi'\n")
    settings, notices = read(path)
    assert settings == dataclasses.replace(Settings(), language="vi")
    (notice,) = notices
    assert notice.startswith(f"{path}, line 2: ") and words in notice
    assert path.read_text() == f"# first\n{line}\nlanguage = 'vi'\n"


def test_the_line_of_a_key_in_a_table_is_found(tmp_path: Path) -> None:
    path = written(tmp_path / "s.toml", "jobs = 1\n[endpoint]\nmodel = 'm'\n\n'retries' = -1\n")
    settings, (notice,) = read(path)
    assert notice.startswith(f"{path}, line 5: endpoint.retries cannot be -1")
    assert settings.endpoint.model == "m"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"engine = \n", "no TOML"),
        (b"{}", "no TOML"),
        (b"a = 1\na = 2", "no TOML"),
        (b"x = " + b"[" * 50_000, "no TOML"),
        (b"\xff\xfee\x00", "not UTF-8"),
        (b"#" * 1_100_000, "far too large"),
    ],
)
def test_a_file_that_is_no_toml_is_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    path = written(tmp_path / "s.toml", content)
    settings, notices = read(path)
    assert settings == Settings() and len(notices) == 1
    assert words in notices[0] and str(path) in notices[0] and "default settings are used" in notices[0]
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"engine = \n", b"a = 1\na = 2", b"\xff\xfee\x00", b"endpoint = 3\n"])
def test_nothing_is_written_into_a_file_that_is_no_toml(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path / "s.toml", content)
    with pytest.raises(SettingsError, match="nothing is written"):
        write_settings(path, {"endpoint.retries": 1})
    assert path.read_bytes() == content


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    settings, notices = read(tmp_path)
    assert settings == Settings() and "cannot be read (Is a directory)" in notices[0]
    with pytest.raises(SettingsError, match="cannot be read"):
        write_settings(tmp_path, {"jobs": 2})


def test_a_flood_of_wrong_keys_is_cut_short(tmp_path: Path) -> None:
    path = written(tmp_path / "s.toml", "".join(f"wrong{n} = 1\n" for n in range(50)))
    assert len(read(path)[1]) == 11 and "40 more" in read(path)[1][-1]


@pytest.mark.parametrize(
    "line",
    [
        'key = "sk-4711"',
        'api_key = "sk-4711"',
        'token = "sk-4711"',
        'key_env = "sk-4711"',
        'key_env = "sk_4711"',
    ],
)
def test_a_key_in_the_file_is_neither_used_nor_repeated(tmp_path: Path, line: str) -> None:
    settings, (notice,) = read(written(tmp_path / "s.toml", f"[endpoint]\n{line}\n"))
    assert settings == Settings()
    assert "4711" not in notice and "environment variable" in notice


def test_a_password_in_an_address_is_not_repeated(tmp_path: Path) -> None:
    settings, (notice,) = read(written(tmp_path / "s.toml", "endpoint.base_url = 'http://me:4711@host'\n"))
    assert settings == Settings() and "4711" not in notice


def test_the_environment_wins(tmp_path: Path) -> None:
    path = written(tmp_path / "s.toml", SOME)
    settings, notices = read(path, SANYU_ENDPOINT_URL="localhost:8080", SANYU_ENDPOINT_MODEL="qwen")
    assert (settings.endpoint.base_url, settings.endpoint.model) == ("localhost:8080", "qwen")
    assert settings.endpoint.timeout == 30.0 and settings.endpoint.is_configured and notices == []
    settings, (notice,) = read(path, SANYU_ENDPOINT_URL="ftp://x", SANYU_ENDPOINT_MODEL="")
    assert settings.endpoint.base_url == "http://10.0.0.7:11434/v1" and "SANYU_ENDPOINT_URL" in notice


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), st.lists))
def test_no_value_is_taken_that_is_not_of_its_kind(value: object) -> None:
    for key in SETTINGS:
        try:
            changed = Settings().having(key, value)
        except WrongValueError as error:
            assert str(error)
        else:
            assert type(changed.value(key)) is type(Settings().value(key))


# Writing


def test_comments_order_and_what_is_unknown_stay(tmp_path: Path) -> None:
    path = written(tmp_path / "s.toml", SOME + "mine = 1\n")
    write_settings(path, {"engine": "transfer", "endpoint.timeout": 60, "jobs": 2, "endpoint.model": "qwen"})
    text = path.read_text()
    assert text.startswith('# mine\nengine = "transfer"   # neural\ntargets = ["vi"]\n')
    assert "# the machine under the desk\n" in text and "mine = 1" in text
    settings, notices = read(path)
    assert (settings.engine, settings.jobs, settings.targets) == ("transfer", 2, ("vi",))
    assert settings.endpoint == EndpointSettings("http://10.0.0.7:11434/v1", "qwen", timeout=60.0)
    assert len(notices) == 1 and "endpoint.mine" in notices[0]


def test_a_fresh_file_holds_what_differs_and_says_what_it_is(file: Path) -> None:
    write_settings(
        file, {"targets": ("vi", "en"), "engine": "auto", "endpoint.retries": 3, "reading": "hanviet"}
    )
    text = file.read_text()
    assert tomllib.loads(text) == {"targets": ["vi", "en"], "reading": "hanviet"}
    assert SETTINGS["reading"].help in text
    assert os.listdir(file.parent) == ["settings.toml"]
    write_settings(file, {"reading": "none"})
    assert read(file) == (Settings(targets=("vi", "en")), [])


@pytest.mark.parametrize(
    "start",
    [
        "",
        "jobs = 3\n[endpoint]\n",
        "endpoint = {retries = 1}\n",
        "endpoint.retries = 1\n",
        "[other]\nx = 1\n",
    ],
)
def test_all_settings_can_be_written_and_read_again(tmp_path: Path, start: str) -> None:
    path = written(tmp_path / "s.toml", start)
    changes: dict[str, object] = {
        "engine": "openai", "targets": ["vi"], "en_names": "ascii", "theme": "nord", "language": "vi",
        "script": "traditional", "columns": ["vi", "zh"], "reading": "pinyin",
        "prefer_transfer_when_flagged": False, "cache_limit_mb": 5, "jobs": 4,
        "endpoint.base_url": "https://h/v1", "endpoint.model": 'a "b" \\ ü', "endpoint.key_env": "MY_KEY",
        "endpoint.concurrency": 3, "endpoint.timeout": 2.5, "endpoint.retries": 0,
    }  # fmt: skip
    assert set(changes) == set(SETTINGS)
    for key, value in changes.items():
        write_settings(path, {key: value})
    settings, _ = read(path)
    for key, value in changes.items():
        assert settings.value(key) == (tuple(value) if isinstance(value, list) else value)


def test_a_wrong_value_is_not_written(file: Path) -> None:
    with pytest.raises(WrongValueError, match="choose"):
        write_settings(file, {"jobs": 2, "engine": "argo"})
    with pytest.raises(KeyError):
        write_settings(file, {"egnine": "argos"})
    assert not file.exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles.toml", "jobs = 2\n")
    link = tmp_path / "settings.toml"
    link.symlink_to(real)
    write_settings(link, {"jobs": 3})
    assert link.is_symlink() and real.read_text() == "jobs = 3\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path = written(tmp_path / "s.toml", "jobs = 2\n")
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(SettingsError, match="cannot be written"):
            write_settings(path, {"jobs": 3})
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    written(tmp_path / "config", "")
    with pytest.raises(SettingsError):
        write_settings(tmp_path / "config" / "settings.toml", {"jobs": 3})


# On the command line


@click.command()
@options.engine_option
@options.to_option
@options.en_names_option
def shown(engine: str, targets: tuple[Target, ...], en_names: str) -> None:
    click.echo(f"{engine} {','.join(targets)} {en_names}")


def run(*arguments: str) -> tuple[str, str]:
    """What a command with the shared options prints on stdout and stderr."""
    from click.testing import CliRunner

    result = CliRunner().invoke(shown, list(arguments), catch_exceptions=False)
    return result.stdout.strip(), result.stderr


def test_options_not_given_come_from_the_settings(config: Path) -> None:
    assert run() == ("auto en,vi diacritics", "")
    written(config, 'engine = "transfer"\ntargets = ["vi"]\nen_names = "ascii"\n')
    assert run() == ("transfer vi ascii", "")
    assert run("--engine", "auto", "--to", "en", "--en-names", "diacritics") == ("auto en diacritics", "")


def test_what_is_wrong_in_the_file_is_said_once(config: Path) -> None:
    written(config, 'engine = "argo"\n')
    out, err = run()
    assert out == "auto en,vi diacritics" and err.count("\n") == 1 and "choose auto" in err


def test_help_does_not_read_the_file(config: Path) -> None:
    written(config, "no toml at all")
    out, err = run("--help")
    assert "as in the settings" in out and err == ""
    for command in ("translate", "read"):
        outcome = sanyu(command, "--help")
        assert outcome.code == 0 and outcome.err == ""


def test_translate_follows_the_settings(config: Path, tmp_path: Path, one_workshop: None) -> None:
    written(config, 'targets = ["en"]\n')
    outcome = sanyu("translate", "-", "-o", "-", "--format", "jsonl", stdin=CHINESE)
    assert outcome.code == 0, outcome.err
    assert '"vi": null' in outcome.out.replace('":null', '": null')


def test_the_doctor_shows_the_file_and_the_endpoint_but_no_key(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = sanyu("doctor").out
    assert f"{config} (none yet" in out and "not configured" in out
    monkeypatch.setenv("SANYU_API_KEY", "sesame-4711")
    written(config, '[endpoint]\nbase_url = "http://localhost:1/v1"\nmodel = "qwen"\n')
    out = sanyu("doctor").out
    assert "qwen at http://localhost:1/v1, key in SANYU_API_KEY: set" in out and "4711" not in out
    written(config, "jobs = 0\n")
    outcome = sanyu("doctor")
    assert outcome.code == 1 and "jobs cannot be 0" in outcome.out
