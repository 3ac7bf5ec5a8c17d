"""Who may come where: one row for every named address of the site. A new address needs a row here.

The columns are, in this order:

    P  Petra, procesregisseur of the team of the case
    E  Emre, expert, to whom the case was given
    e  Noor, expert, to whom it was not
    Z  Zora, zorgadviseur; matching was asked for
    C  Carla, coördinator
    S  Sietske, secretaris
    B  Bas, functioneel beheerder
    L  Lies, lezer van de monitor
    F  Fokke, procesregisseur of another team
    V  a visitor who is not logged in

and the signs:

    +  may come in: a page, a redirect, or a form that says what is missing
    -  is told that they may not (403)
    0  cannot tell that it exists (404)
    >  is sent to the login page, or asked to log in by a page that keeps what was typed (401)

Every address is asked with GET, and with POST by everybody who may not come in; `only_post=True` is an address without
a page, which everybody asks with POST.
The rows stand in tests/access_rows, a module per room; its `furnish(world)`, when it has one, puts in `world.things`
what its addresses point to.
Arguments of the address are functions of the `World` of the test; `data` is what POST sends.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests import access_rows
from tests.access_rows.row import Row

ROOMS = [
    import_module(f"tests.access_rows.{m.name}")
    for m in iter_modules(access_rows.__path__)
    if m.name != "row"
]
ROWS: dict[str, Row] = {name: row for room in ROOMS for name, row in room.ROWS.items()}
