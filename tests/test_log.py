"""Unforeseen errors: one line for people, the details in a log that stays small and holds no secrets."""

from hypothesis import given
from hypothesis import strategies as st

from cache.places import Places
from reader.cli.trouble import LONGEST, internal_error, log, without_secrets


def raised(text: str) -> Exception:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_the_line_names_the_log_and_the_log_has_the_traceback():
    line = internal_error(raised("something\nodd \x1b[31m"), "a.txt")
    path = Places.find().log
    assert "\n" not in line and "\x1b" not in line
    assert line.startswith("a.txt: internal error (ValueError: something odd") and str(path) in line
    assert "in raised" in path.read_text("utf-8")


def test_a_log_that_has_grown_long_is_put_aside_once():
    path = log(raised("first"))
    path.write_text("x" * (LONGEST + 1), "utf-8")
    log(raised("second"))
    aside = path.with_name("sanyu.log.1")
    assert aside.stat().st_size == LONGEST + 1
    assert "second" in path.read_text("utf-8") and path.stat().st_size < 10_000
    path.write_text("y" * (LONGEST + 1), "utf-8")
    log(raised("third"))
    assert aside.read_text("utf-8").startswith("y") and "third" in path.read_text("utf-8")
    assert len(list(path.parent.iterdir())) == 2


def test_keys_do_not_get_into_the_log(monkeypatch):
    monkeypatch.setenv("SANYU_API_KEY", "sk-very-secret-4711")
    path = log(raised("401 for Bearer sk-very-secret-4711 at http://localhost"))
    text = path.read_text("utf-8")
    assert "4711" not in text and "Bearer [secret] at http://localhost" in text


@given(st.text(), st.text("abcXYZ019-_", min_size=6))
def test_a_secret_is_blotted_out_wherever_it_stands(around, secret):
    text = without_secrets(f"{around}{secret}{around}", {"MY_TOKEN": secret})
    assert secret not in text.replace("[secret]", "")


def test_short_values_and_other_variables_stay():
    assert without_secrets("on 12345 at home", {"KEYBOARD": "12345", "HOME": "at home"}) == "on 12345 at home"


def test_a_log_that_cannot_be_written_is_no_further_trouble(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SANYU_HOME", str(tmp_path / "file"))
    assert log(raised("a")) is None
    assert "the log file could not be written" in internal_error(raised("a"))
