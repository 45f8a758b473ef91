"""The demonstration: the whole site in one process, on this machine only."""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

GASTHEER = "127.0.0.1"
VOORKEURSPOORT = 8000
_WAT_NU = (
    "Open dit adres in uw browser. Met /demo/ erachter logt u in: als inwoner, mantelzorger, consulent, beslisser",
    "of in een andere rol. Alle mensen en zaken zijn verzonnen. Stoppen: Ctrl-C.",
)
MAG_MEE = ("KEUKENTAFEL_LOG", "KEUKENTAFEL_NAAM", "KEUKENTAFEL_LOGO", "KEUKENTAFEL_THEMA")


def start(poort: int | None = None, map_: Path | None = None) -> None:
    """Serve the site until Ctrl-C; prints `Adres: http://127.0.0.1:N` once it answers.

    Without a port a free one is taken, 8000 by preference. `map_` holds the data; without one they go with the process.
    Raises SystemExit (1) with a plain message when the port is taken or the folder cannot be used.
    """
    with ExitStack() as opruimen:
        contact = _luister(poort)
        opruimen.callback(contact.close)
        werkmap = _werkmap(map_) if map_ else Path(opruimen.enter_context(tempfile.TemporaryDirectory()))
        _richt_in(werkmap)
        _bedien(contact)


def _richt_in(werkmap: Path) -> None:
    """Lay out the made-up municipality in this folder, unless it is there already, and open the demo's login."""
    from keukentafel.inrichting.geheimen import voor_de_demo

    # The demo keeps to its own folder: what the environment says about a real installation does not count here.
    for naam in [naam for naam in os.environ if naam.startswith("KEUKENTAFEL_") and naam not in MAG_MEE]:
        del os.environ[naam]
    os.environ |= {"KEUKENTAFEL_MAP": str(werkmap), "DJANGO_SETTINGS_MODULE": "keukentafel.inrichting.settings"}
    os.environ["KEUKENTAFEL_MAIL"] = "map://"
    os.environ.setdefault("KEUKENTAFEL_LOG", "WARNING")
    voor_de_demo(werkmap, os.environ)

    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.DEMO = True
    django.setup(set_prefix=False)
    call_command("migrate", verbosity=0, interactive=False)

    from keukentafel.brieven.gemeente import berichten_voor
    from keukentafel.dossier.models import Gemeente
    from keukentafel.dossier.vastleggen import vandaag
    from keukentafel.inrichting.voorbeeldgemeente import bouw

    if not Gemeente.objects.exists():
        bouw(vandaag(), berichten_voor)


def _bedien(contact: socket.socket) -> None:
    """Load the site and answer on the socket that is already bound, so that the address can be given for certain."""
    import waitress

    from keukentafel.inrichting.wsgi import application
    from keukentafel.koppelingen.berichten.werker import achtergrond

    server = waitress.create_server(
        application,
        sockets=[contact],
        threads=4,
        ident=None,
        max_request_body_size=12 * 1024 * 1024,
        # A body stays in memory: nothing that a visitor sends meets the disk.
        inbuf_overflow=16 * 1024 * 1024,
        outbuf_overflow=16 * 1024 * 1024,
    )
    # A polite end by the system is the same as Ctrl-C: what was laid out for a while is cleared away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    adres = f"http://{GASTHEER}:{contact.getsockname()[1]}"
    print(f"Adres: {adres}", *_WAT_NU, sep="\n", flush=True)
    with suppress(KeyboardInterrupt), achtergrond():
        server.run()
    server.close()
    print("Gestopt.", flush=True)


def _luister(poort: int | None) -> socket.socket:
    """A bound socket on the wished port; without a wish the preferred one, else any that is free."""
    pogingen = [poort] if poort is not None else [VOORKEURSPOORT, 0]
    for keuze in pogingen:
        contact = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        contact.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            contact.bind((GASTHEER, keuze))
            contact.listen(128)
        except (OSError, OverflowError):
            contact.close()
            continue
        return contact
    print(
        f"Poort {poort} kan niet gebruikt worden: een ander programma luistert daar al, of de poort mag niet. "
        "Kies een andere, bijvoorbeeld:  keukentafel demo --poort 8080",
        file=sys.stderr,
    )
    raise SystemExit(1)


def _werkmap(map_: Path) -> Path:
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        print(f"De map {map_} kan niet gebruikt worden: {fout.strerror}.", file=sys.stderr)
        raise SystemExit(1) from fout
    return map_
