"""An OpenID provider in a process of its own, for the login tests; prints its port. It holds the client to PKCE.

The provider itself is oidc-provider-mock; it knows no PKCE, so that stands around it here.
"""

from __future__ import annotations

import base64
import hashlib
import warnings
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

warnings.simplefilter("ignore")


class Stil(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing: the only line on the output is the port."""


class Pkce:
    """Refuse a request without a S256 challenge, and a token request whose verifier does not fit it."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.uitdagingen: dict[str, str] = {}

    def __call__(self, omgeving: dict[str, Any], begin: Any) -> Any:
        wat = {"/oauth2/authorize": self.vraag, "/oauth2/token": self.inwisselen}.get(omgeving["PATH_INFO"], self.app)
        return wat(omgeving, begin)

    def vraag(self, omgeving: dict[str, Any], begin: Any) -> Any:
        vraag = parse_qs(omgeving.get("QUERY_STRING", ""))
        if vraag.get("code_challenge_method") != ["S256"] or not vraag.get("state") or not vraag.get("nonce"):
            begin("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"PKCE, state en nonce horen erbij"]

        def onthoud(status: str, koppen: list[tuple[str, str]], *rest: Any) -> Any:
            naar = parse_qs(urlsplit(dict(koppen).get("Location", "")).query)
            self.uitdagingen.update(dict.fromkeys(naar.get("code", []), vraag["code_challenge"][0]))
            return begin(status, koppen, *rest)

        return self.app(omgeving, onthoud)

    def inwisselen(self, omgeving: dict[str, Any], begin: Any) -> Any:
        lijf = omgeving["wsgi.input"].read(int(omgeving.get("CONTENT_LENGTH") or 0))
        velden = parse_qs(lijf.decode())
        proef = hashlib.sha256(velden.get("code_verifier", [""])[0].encode()).digest()
        past = base64.urlsafe_b64encode(proef).rstrip(b"=").decode()
        if self.uitdagingen.pop(velden.get("code", [""])[0], None) != past:
            begin("400 Bad Request", [("Content-Type", "application/json")])
            return [b'{"error": "invalid_grant"}']
        return self.app(omgeving | {"wsgi.input": BytesIO(lijf)}, begin)


if __name__ == "__main__":
    import os

    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    from authlib import jose
    from flask import request
    from oidc_provider_mock import app as aanbieder
    from oidc_provider_mock._storage import storage

    app = aanbieder(require_nonce=True)

    @app.post("/teken")
    def teken() -> str:
        """Sign what is asked, as the provider signs a logout token."""
        lijf = request.get_json()
        return jose.JsonWebToken(["RS256"]).encode(lijf["kop"], lijf["claims"], storage.jwk).decode()

    with make_server("127.0.0.1", 0, Pkce(app), handler_class=Stil) as server:
        print(server.server_port, flush=True)
        server.serve_forever()
