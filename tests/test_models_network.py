"""Fetching where the environment itself is wrong: one sentence that names what to correct."""

import pytest
from cli_help import sanyu

pytestmark = pytest.mark.usefixtures("loopback")


def test_a_certificate_file_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    monkeypatch.setenv("SANYU_MODELS_URL", "https://127.0.0.1:9")
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and result.err.count("\n") == 1
    assert "SSL_CERT_FILE" in result.err and "translate-zh_en-1_9.argosmodel" in result.err


def test_a_proxy_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "nonsense://x")
    monkeypatch.setenv("SANYU_MODELS_URL", "http://192.0.2.1")
    result = sanyu("models", "install", "zh_en")
    assert result.code == 1 and "proxy" in result.err and result.err.count("\n") == 1
