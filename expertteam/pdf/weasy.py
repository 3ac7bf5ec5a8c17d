"""The one place that knows WeasyPrint. Importing this needs libraries of the system: import it late."""

import functools
import mimetypes
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element  # nosec B405

from fontTools.ttLib import woff2
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SVG = "{http://www.w3.org/2000/svg}"


class Stopped(FatalURLFetchingError):
    """Stops the rendering: WeasyPrint would otherwise go on without the file and nobody would notice."""


class StaticFetcher(URLFetcher):
    """Serves files below one directory, and nothing on the network or elsewhere on the disk."""

    def __init__(self, static: Path) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False)
        self.static = static.resolve()

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file of a `file:` address below the directory; Stopped for every other address."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        allowed = parts.scheme == "file" and not parts.netloc and path.is_relative_to(self.static)
        if not allowed or not path.is_file():
            raise Stopped(url)
        if path.suffix == ".woff2":
            return URLFetcherResponse(url, unpacked(path), {"Content-Type": "font/ttf"})
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


@functools.lru_cache(maxsize=64)
def unpacked(font: Path) -> bytes:
    """A woff2 font as WeasyPrint needs it; kept, because unpacking ours takes longer than making most documents."""
    out = BytesIO()
    with font.open("rb") as packed:
        woff2.decompress(packed, out)
    return out.getvalue()


def tell(drawing: Element) -> None:
    """Put the description of a drawing behind its title: WeasyPrint takes the title alone as alternative text."""
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    if title is not None and description is not None and description.text:
        title.text = ". ".join(part for part in (title.text, description.text) if part)


def write(html: str, static: Path) -> bytes:
    """The tagged PDF of an HTML document whose files lie below `static`. Raises Stopped."""
    document = HTML(string=html, base_url=f"{static.as_uri()}/", url_fetcher=StaticFetcher(static))
    for drawing in document.etree_element.iter(f"{SVG}svg"):
        tell(drawing)
    result: bytes = document.write_pdf(pdf_variant="pdf/ua-1", optimize_images=True)
    return result
