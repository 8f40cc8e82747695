"""Encodings: right on short texts, never a silent loss, errors that say what to do."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.decode import decode, decode_as, normalise
from seeds.errors import (
    BinarySource,
    EmptySource,
    MissingSource,
    NoArticles,
    SourceError,
    UndecodableSource,
    UnreadableSource,
)

SIMPLIFIED = [
    "今年上半年,全国大米出口量达460万吨,出口额约为29亿美元。",
    "两国领导人就进一步加强经贸、投资、教育和旅游等领域的合作交换了意见。",
    "连接南北的高速公路建成后,从河内到岘港的行车时间将大大缩短。",
    "会议强调,各级部门要主动应对气候变化,保护森林和水资源。",
    "渔民们清晨出海捕鱼,傍晚时分满载而归,码头上一片繁忙景象。",
]
TRADITIONAL = [
    "今年上半年，全國大米出口量達460萬噸，出口額約為29億美元。",
    "兩國領導人就進一步加強經貿、投資、教育和旅遊等領域的合作交換了意見。",
    "連接南北的高速公路建成後，從河內到峴港的行車時間將大大縮短。",
    "會議強調，各級部門要主動應對氣候變化，保護森林和水資源。",
    "漁民們清晨出海捕魚，傍晚時分滿載而歸，碼頭上一片繁忙景象。",
]


def pieces(sentences: list[str]) -> st.SearchStrategy[str]:
    """Any stretch of at least ten characters of the sentences, one after another in any order."""
    whole = st.permutations(sentences).map("".join)
    return st.tuples(whole, st.integers(0, 60), st.integers(10, 60)).map(
        lambda t: t[0][t[1] : t[1] + t[2]].strip()
    )


@given(
    pieces(SIMPLIFIED),
    st.sampled_from(["gb18030", "gbk", "utf-8", "utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"]),
)
def test_short_simplified_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="x").text == text


@given(
    pieces(TRADITIONAL),
    st.sampled_from(["big5", "cp950", "gb18030", "utf-8", "utf-16-le", "utf-16-be", "utf-32"]),
)
def test_short_traditional_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="x").text == text


@pytest.mark.parametrize(
    ("encoding", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gb2312", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32-le", "utf-32-le"),
    ],
)
def test_encoding_is_reported(encoding: str, reported: str) -> None:
    decoded = decode(SIMPLIFIED[0].encode(encoding), name="x")
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED[0], reported)
    assert decode(TRADITIONAL[0].encode("big5"), name="x").encoding == "big5"


def test_a_large_legacy_file_that_begins_in_ascii() -> None:
    text = "plain ASCII lines\n" * 2000 + "\n".join(SIMPLIFIED * 500)
    assert decode(text.encode("gb18030"), name="x").text == text


def test_japanese_is_left_to_charset_normalizer() -> None:
    text = "春になると、川のそばの柳に新しい葉が出て、子どもたちは草の上を走り回っています。" * 3
    assert decode(text.encode("shift_jis"), name="x").text == text


def test_western_code_pages_are_not_guessed() -> None:
    text = "Le général a déjà visité la forêt près de l'étang, où les élèves étaient arrivés à l'été."
    with pytest.raises(UndecodableSource, match="encoding is not known"):
        decode(text.encode("cp1252"), name="x")


@pytest.mark.parametrize("bad", [b"\xff", b"\xe4\xbd", b"\x80\x80"])
def test_damaged_utf8_is_an_error_that_names_the_byte(bad: bytes) -> None:
    start = "".join(SIMPLIFIED).encode()
    with pytest.raises(UndecodableSource) as caught:
        decode(start + bad + SIMPLIFIED[1].encode(), name="page.txt")
    assert caught.value.offset == len(start)
    assert caught.value.looks_like == "UTF-8"
    assert "page.txt" in str(caught.value) and str(len(start)) in str(caught.value)


def test_a_file_cut_inside_a_character_is_an_error() -> None:
    with pytest.raises(UndecodableSource):
        decode(SIMPLIFIED[0].encode()[:-1], name="x")
    with pytest.raises(UndecodableSource, match="UTF-16"):
        decode(SIMPLIFIED[0].encode("utf-16")[:-1], name="x")


def test_damaged_gb18030_is_an_error() -> None:
    data = "".join(SIMPLIFIED).encode("gb18030")
    with pytest.raises(UndecodableSource, match="GB18030"):
        decode(data + b"\xff\xff" + data, name="x")


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", "\u3000\n\xa0".encode(), b"\xef\xbb\xbf", "\u200b".encode(), b"\xff\xfe"]
)
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"page\.txt: there is no text"):
        decode(data, name="page.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\nrest", "PNG"),
        (b"\xff\xd8\xff\xe0rest", "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"\x01\x02\x03\x04 text " * 100, "binary"),
    ],
)
def test_binary(data: bytes, what: str) -> None:
    with pytest.raises(BinarySource, match=what):
        decode(data, name="x")


def test_normal_form() -> None:
    assert normalise("一\r\n二\r三\n") == "一\n二\n三\n"
    assert normalise("a\x00b\x1bc\x7fd\x85e\tf") == "a\u2400b\u241bc\u2421d\ufffde\tf"
    assert normalise("a\u2028b\u2029c") == "a b c"
    assert normalise("a\u0309nh\xa01 \u202ex") == "ảnh\xa01 \u202ex"


def test_a_stray_nul_is_shown_not_lost() -> None:
    text = SIMPLIFIED[0] + "\x00" + SIMPLIFIED[1]
    assert decode(text.encode(), name="x").text == text.replace("\x00", "\u2400")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_named_error(data: bytes) -> None:
    try:
        decoded = decode(data, name="x")
    except SourceError as error:
        assert str(error).startswith("x: ") and str(error).endswith(".") and "\n" not in str(error)
    else:
        assert unicodedata.is_normalized("NFC", decoded.text)
        assert "\r" not in decoded.text and "\x00" not in decoded.text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf8_text_comes_back(text: str) -> None:
    data = ("字" + text).encode("utf-8-sig")
    assert decode(data, name="x").text == normalise("字" + text)


def test_decode_as() -> None:
    assert decode_as("中文".encode("gb2312"), "GBK") == "中文"
    assert decode_as("\ufeff中文".encode(), "utf-8") == "中文"
    assert decode_as(b"\xff", "utf-8") is None
    assert decode_as(b"abc", "no-such-charset") is None


@pytest.mark.parametrize(
    "error",
    [
        SourceError("n"),
        MissingSource("n"),
        UnreadableSource("n", "permission denied"),
        NoArticles("n"),
        EmptySource("n"),
        BinarySource("n", "a PNG image"),
        UndecodableSource("n", 7, "UTF-8"),
        UndecodableSource("n", 7, None),
    ],
)
def test_errors_are_one_sentence_and_survive_pickling(error: SourceError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error) and str(copy) == str(error)
    assert str(error).startswith("n: ") and str(error).endswith(".") and ". " not in str(error)
