"""Tests stay on this machine, and the guard that sees to it works."""

import socket

import pytest


@pytest.mark.parametrize("adres", ["192.0.2.1", "198.51.100.7", "0.0.0.1"])
def test_een_verbinding_naar_buiten_wordt_geweigerd(adres: str) -> None:
    with socket.socket() as lijn, pytest.raises(RuntimeError, match="een test blijft op deze machine"):
        lijn.connect((adres, 80))


def test_een_naam_van_buiten_wordt_niet_opgezocht() -> None:
    with pytest.raises(RuntimeError, match=r"voorbeeld\.invalid"):
        socket.getaddrinfo("voorbeeld.invalid", 80)


def test_de_eigen_machine_is_bereikbaar() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as luister,
        socket.create_connection(luister.getsockname(), timeout=5) as lijn,
    ):
        assert lijn.getpeername() == luister.getsockname()
