"""Settings that keep strangers out, as they are for `make run` and for real use."""

import runpy
from typing import Any

import pytest

from expertteam.settings.embedded import allowed_hosts

SAFE = {
    "SECRET_KEY": "k3Y" * 20,
    "PUBLIC_URL": "https://expertteam.example",
    "DATABASE_URL": "postgresql://expertteam:geheim@db:5432/expertteam",
    "BROKER_URL": "redis://:geheim@redis:6379/0",
}


def hosts_of(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    """Under which names `make run` answers in this environment."""
    for name in ("HOST", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return allowed_hosts()


def test_on_ones_own_computer_a_strange_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page elsewhere can let its own name point to 127.0.0.1 and then read what stands here."""
    hosts = hosts_of(monkeypatch)
    assert "localhost" in hosts and "127.0.0.1" in hosts
    assert "*" not in hosts and not [name for name in hosts if "example" in name]


def test_who_opens_it_to_others_says_how_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hosts_of(monkeypatch, HOST="0.0.0.0") == ["*"]
    named = hosts_of(monkeypatch, HOST="0.0.0.0", ALLOWED_HOSTS="toets.example,localhost")
    assert named == ["toets.example", "localhost"]


def test_cookies_of_real_use_are_of_this_host_and_of_tls_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    found = runpy.run_module("expertteam.settings.production")
    for kind in ("SESSION", "CSRF"):
        assert found[f"{kind}_COOKIE_NAME"].startswith("__Host-") and found[f"{kind}_COOKIE_SECURE"] is True
        assert f"{kind}_COOKIE_DOMAIN" not in found and f"{kind}_COOKIE_PATH" not in found
    assert found["TRUSTED_PROXY_COUNT"] == 1 and found["ALLOWED_HOSTS"] == ["expertteam.example"]


def test_counters_of_attempts_are_not_pushed_out_by_others(settings: Any) -> None:
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 10_000
