"""A server to save drafts to."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from tests.expertteam.ui.draft_server import DraftServer, handler_for


@pytest.fixture
def draft_server() -> Iterator[DraftServer]:
    server = DraftServer()
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(server))
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    http.shutdown()
    http.server_close()
