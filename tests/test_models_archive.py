"""Archives and packages made to harm, or made badly: one sentence, and nothing installed."""

import io
import json
import stat
import struct
import zipfile
from pathlib import Path

import model_fakes as fakes
import pytest
from cli_help import sanyu, written
from hypothesis import given, settings
from hypothesis import strategies as st

from cache.places import Places
from translate.models import archive, model_file
from translate.models.errors import PackageError


def refused(path: Path, *reasons: str) -> None:
    """Installing fails with one sentence that names the file and the reason; nothing is left or outside."""
    before = written(path.parent)
    result = sanyu("models", "install", path)
    assert result.code == 1 and result.out == "" and result.err.count("\n") == 1, result.err
    assert str(path) in result.err and "Nothing was installed" in result.err
    for reason in reasons:
        assert reason in result.err, result.err
    assert written(path.parent) == before
    assert written(Places.find().models) <= {".lock", "digests.json"}


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "translate-fake/../../evil",
        "/etc/evil",
        "translate-fake/model/../../../evil",
        "..\\evil",
        "translate-fake\\model\\model.bin",
        "C:/evil",
        "C:evil",
        "translate-fake/model.bin:stream",
        "translate-fake//evil",
        "./evil",
        "translate-fake/e\x1b[31mvil",
        "translate-fake/" + "a" * 300,
        "/".join("a" * 30),
    ],
)
def test_paths_that_lead_outside(tmp_path: Path, name: str) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(zipfile.ZipInfo(name), b"evil")
    refused(path, "leads outside")


def test_a_name_with_a_zero_byte(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package() | {"modelX.bin": b"x"})
    path.write_bytes(path.read_bytes().replace(b"modelX.bin", b"model\0.bin"))
    refused(path)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices(tmp_path: Path, kind: int) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    member = zipfile.ZipInfo("translate-fake/model/link")
    member.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(member, "/etc/passwd")
    refused(path, "a link or a device")


def test_the_same_name_twice_in_any_case(tmp_path: Path) -> None:
    files = fakes.package()
    refused(fakes.archive(tmp_path / "a.argosmodel", files | {"MODEL/model.bin": b"x"}), "same name twice")


def test_bombs(tmp_path: Path) -> None:
    zeros = bytes(40 << 20)
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package() | {"model/zeros.bin": zeros})
    refused(path, "unpacks to")


def test_a_bomb_that_lies_about_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FREE_OF_RATIO", 1 << 20)
    path = fakes.archive(
        tmp_path / "a.argosmodel", {"metadata.json": b"{}", "model/zeros.bin": bytes(4 << 20)}
    )
    data = path.read_bytes().replace(struct.pack("<I", 4 << 20), struct.pack("<I", 4 << 10))
    path.write_bytes(data)
    refused(path)


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 100)
    files = {f"model/{number}": b"" for number in range(101)}
    refused(fakes.archive(tmp_path / "a.argosmodel", fakes.package() | files), "more than 100 members")


def test_an_encrypted_member(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    refused(path, "encrypted")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_archive(tmp_path: Path, share: float) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused(path, "damaged or incomplete" if share else "no zip archive")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_damage_gets_past(data: st.DataObject) -> None:
    """Whatever bytes change, either the archive is refused or what comes out is what went in."""
    import tempfile

    files = {"metadata.json": b'{"a": 1}', "model/model.bin": bytes(range(256)) * 4}
    with tempfile.TemporaryDirectory() as name:
        path = fakes.archive(Path(name) / "a.argosmodel", files)
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(content)
        folder = Path(name) / "out"
        folder.mkdir()
        try:
            archive.unpack(path, folder)
        except PackageError:
            assert written(Path(name)) <= {"a.argosmodel", *(f"out/{name}" for name in files)}
            return
        there = {name: (folder / name).read_bytes() for name in written(folder)}
        assert all(there[name] == files.get(name, there[name]) for name in there)


@pytest.mark.parametrize("noise", [b"", b"hello", b"PK\x05\x06", b"\x1f\x8b" + b"x" * 100])
def test_no_archive_at_all(tmp_path: Path, noise: bytes) -> None:
    path = tmp_path / "a.argosmodel"
    path.write_bytes(noise)
    refused(path)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"from_code": "de"}, "de→en; sanyu translates zh→en, zh→vi and en→vi"),
        ({"to_code": "fr"}, "zh→fr"),
        ({"from_code": "en", "to_code": "zh"}, "en→zh"),
        ({"from_code": "../../x"}, "language codes"),
        ({"from_code": 3}, "no from_code"),
        ({"from_code": None}, "no from_code"),
        ({"package_version": "1/../../x"}, "package_version"),
        ({"package_version": "1" * 100}, "package_version"),
        ({"package_version": 1.9}, "package_version"),
        ({"type": "sbd"}, "sbd"),
        ({"target_prefix": "x" * 100}, "target_prefix"),
        ({"target_prefix": "\x1b[2J"}, "target_prefix"),
        ({"target_prefix": ["x"]}, "target_prefix"),
    ],
)
def test_metadata_are_validated(tmp_path: Path, changes: dict[str, object], reason: str) -> None:
    files = fakes.package()
    files["metadata.json"] = json.dumps(json.loads(files["metadata.json"]) | changes).encode()
    refused(fakes.archive(tmp_path / "a.argosmodel", files), reason)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 60_000, b'{"a": ' + b" " * 70_000 + b"1}"]
)
def test_metadata_that_are_no_json(tmp_path: Path, data: bytes) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package() | {"metadata.json": data})
    refused(path, "metadata.json is no JSON")


def test_several_packages_in_one_archive(tmp_path: Path) -> None:
    files = {f"{root}/{name}": data for root in ("a", "b") for name, data in fakes.package().items()}
    refused(fakes.archive(tmp_path / "a.argosmodel", files, root=""), "several packages")


def without(name: str) -> dict[str, bytes]:
    return {key: data for key, data in fakes.package().items() if key != name}


def with_model(data: bytes) -> dict[str, bytes]:
    return fakes.package() | {"model/model.bin": data}


def model() -> bytes:
    return fakes.package()["model/model.bin"]


def test_no_sentencepiece(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", without("sentencepiece.model"))
    refused(path, "no SentencePiece model")
    files = without("sentencepiece.model") | {"bpe.model": b"#version: 0.2\n"}
    refused(fakes.archive(path, files), "BPE", "take a version of the package")


@pytest.mark.parametrize("data", [b"", b"junk" * 50, b"\x0a\xff\xff"])
def test_sentencepiece_that_is_none(tmp_path: Path, data: bytes) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package() | {"sentencepiece.model": data})
    refused(path, "sentencepiece.model is no SentencePiece model")


def test_sentencepiece_of_another_model(tmp_path: Path) -> None:
    other = {"sentencepiece.model": fakes.sentencepiece("vi", "vi")}
    refused(fakes.archive(tmp_path / "a.argosmodel", fakes.package() | other), "belongs to another model")


def test_no_vocabulary(tmp_path: Path) -> None:
    refused(fakes.archive(tmp_path / "a.argosmodel", without("model/shared_vocabulary.json")), "vocabulary")
    bad = fakes.package() | {"model/shared_vocabulary.json": b'{"a": 1}'}
    refused(fakes.archive(tmp_path / "a.argosmodel", bad), "shared_vocabulary.json is damaged")


def test_no_model(tmp_path: Path) -> None:
    refused(fakes.archive(tmp_path / "a.argosmodel", without("model/model.bin")), "no model.bin")


def test_a_model_of_a_newer_ctranslate2(tmp_path: Path) -> None:
    data = struct.pack("<I", 7) + model()[4:]
    refused(
        fakes.archive(tmp_path / "a.argosmodel", with_model(data)),
        "newer CTranslate2",
        "pip install --upgrade",
    )


def test_a_model_that_generates_and_does_not_translate(tmp_path: Path) -> None:
    other = b"WhisperSpec\0"
    data = model()[:4] + struct.pack("<H", len(other)) + other + model()[4 + 2 + len("TransformerSpec") + 1 :]
    refused(fakes.archive(tmp_path / "a.argosmodel", with_model(data)), "WhisperSpec")


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.99])
def test_a_truncated_model(tmp_path: Path, share: float) -> None:
    data = model()[: int(len(model()) * share)]
    refused(fakes.archive(tmp_path / "a.argosmodel", with_model(data)), "model.bin is damaged or incomplete")


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 99, b"version https://git-lfs.github.com/spec/v1\n"])
def test_a_model_that_is_something_else(tmp_path: Path, data: bytes) -> None:
    refused(fakes.archive(tmp_path / "a.argosmodel", with_model(data)), "no CTranslate2 model")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_looking_at_a_model_ends_in_a_verdict(data: bytes) -> None:
    """Any bytes after a proper header are refused in a sentence, soon and in no other way."""
    header = model()[: 4 + 2 + len("TransformerSpec") + 1 + 4]
    with pytest.raises(PackageError):
        model_file.walk(io.BytesIO(data), len(data))
    with pytest.raises(PackageError):
        model_file.walk(io.BytesIO(header + data), len(header + data))


def test_an_archive_inside_a_folder_of_the_same_kind_is_unharmed(tmp_path: Path) -> None:
    """What macOS and other packers add beside the package does no harm."""
    files = {f"pack/{name}": data for name, data in fakes.package().items()}
    more = {"__MACOSX/pack/._metadata.json": b"x", ".DS_Store": b"x"}
    path = fakes.archive(tmp_path / "a.argosmodel", files | more, root="")
    assert sanyu("models", "install", path).code == 0
