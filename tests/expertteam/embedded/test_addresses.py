"""Addresses of database and broker, from VAR_DIR or from the environment."""

import os
from pathlib import Path

import psycopg2
import pytest

from expertteam.embedded import database
from expertteam.embedded.addresses import broker_url, database_config, parse_database_url
from expertteam.embedded.place import LONGEST_SOCKET_DIR, place_of
from expertteam.embedded.session import services
from expertteam.embedded.speech import EmbeddedError


def test_every_part_of_the_address_is_read() -> None:
    config = parse_database_url("postgresql://an%40na:p%3Aw%2Fx@db.example:5433/naam?sslmode=require")
    assert (config["USER"], config["PASSWORD"]) == ("an@na", "p:w/x")
    assert (config["HOST"], config["PORT"], config["NAME"]) == ("db.example", "5433", "naam")
    assert config["OPTIONS"]["sslmode"] == "require"


def test_a_socket_directory_can_be_given_as_host() -> None:
    config = parse_database_url("postgresql://anna@/naam?host=/run/postgresql")
    assert config["HOST"] == "/run/postgresql"
    assert "host" not in config["OPTIONS"]


@pytest.mark.parametrize(
    "url",
    [
        "mysql://anna:geheim@db/naam",
        "postgresql://anna:geheim@db",
        "postgresql://anna:geheim@db:poort/naam",
        "geheim",
    ],
)
def test_an_unusable_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL") as refusal:
        parse_database_url(url)
    assert "geheim" not in str(refusal.value)


def test_addresses_of_the_environment_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://anna@db/naam")
    monkeypatch.setenv("BROKER_URL", "redis://broker/0")
    assert database_config(tmp_path)["HOST"] == "db"
    assert broker_url(tmp_path) == "redis://broker/0"


def test_no_password_in_the_settings(var_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert "PASSWORD" not in database_config(var_dir)
    assert (var_dir / "database.pass").stat().st_mode & 0o077 == 0


def test_the_place_is_decided_once(var_dir: Path) -> None:
    first = place_of(var_dir)
    assert place_of(var_dir / ".." / var_dir.name) == first


def test_a_long_path_gets_short_sockets_that_work(var_dir: Path) -> None:
    place = place_of(var_dir / ("lang/" * 25))
    try:
        assert len(os.fsencode(place.sockets)) <= LONGEST_SOCKET_DIR
        with services(place.var):
            assert place.sockets.stat().st_mode & 0o077 == 0
            assert database.answers(place)
    finally:
        place.sockets.rmdir()


def test_a_directory_of_somebody_else_is_refused(var_dir: Path) -> None:
    place = place_of(var_dir)
    place.state.symlink_to("/tmp")
    with pytest.raises(EmbeddedError, match="andere gebruiker"):
        database.prepare_directories(place)
    place.state.unlink()


def test_the_database_wants_a_password(var_dir: Path) -> None:
    with services(var_dir) as place, pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(
            dbname="postgres", user="expertteam", host=str(place.sockets), port=5432, passfile="/dev/null"
        )
