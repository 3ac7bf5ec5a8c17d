"""How far two municipalities lie apart, as the crow flies between their main towns: pure."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
ROUGHLY = 5

# Main town of each municipality: degrees north and east, to about a kilometre.
MAIN_TOWNS: dict[str, tuple[float, float]] = {
    "GM1979": (53.33, 6.92),  # Eemsdelta: Delfzijl, Appingedam
    "GM0014": (53.22, 6.57),  # Groningen
    "GM1966": (53.40, 6.60),  # Het Hogeland: Winsum, Uithuizen
    "GM1952": (53.16, 6.76),  # Midden-Groningen: Hoogezand
    "GM1895": (53.14, 7.03),  # Oldambt: Winschoten
    "GM0765": (53.10, 7.00),  # Pekela
    "GM0037": (52.99, 6.95),  # Stadskanaal
    "GM0047": (53.10, 6.88),  # Veendam
    "GM1969": (53.18, 6.35),  # Westerkwartier: Leek, Zuidhorn
    "GM1950": (53.01, 7.08),  # Westerwolde: Vlagtwedde
    "GM0059": (53.21, 6.14),  # Achtkarspelen: Buitenpost
    "GM0060": (53.44, 5.77),  # Ameland: Nes
    "GM1891": (53.28, 5.99),  # Dantumadiel: Damwâld
    "GM1940": (52.97, 5.79),  # De Fryske Marren: Joure
    "GM0072": (53.17, 5.42),  # Harlingen
    "GM0074": (52.96, 5.92),  # Heerenveen
    "GM0080": (53.20, 5.80),  # Leeuwarden
    "GM1970": (53.33, 6.00),  # Noardeast-Fryslân: Dokkum
    "GM0085": (52.99, 6.29),  # Ooststellingwerf: Oosterwolde
    "GM0086": (53.06, 6.06),  # Opsterland: Beetsterzwaag
    "GM0088": (53.48, 6.16),  # Schiermonnikoog
    "GM0090": (53.11, 6.10),  # Smallingerland: Drachten
    "GM1900": (53.03, 5.66),  # Súdwest-Fryslân: Sneek
    "GM0093": (53.36, 5.22),  # Terschelling: West
    "GM0737": (53.20, 5.99),  # Tytsjerksteradiel: Burgum
    "GM0096": (53.30, 5.07),  # Vlieland: Oost
    "GM1949": (53.19, 5.54),  # Waadhoeke: Franeker
    "GM0098": (52.88, 6.00),  # Weststellingwerf: Wolvega
}


def kilometres(one: str, other: str) -> int | None:
    """Kilometres between two municipalities (CBS codes), to the nearest five and at least five.

    0 for the same municipality, None when one of them is not known here. Source: haversine formula.
    """
    if one == other and one:
        return 0
    if one not in MAIN_TOWNS or other not in MAIN_TOWNS:
        return None
    (north, east), (north2, east2) = MAIN_TOWNS[one], MAIN_TOWNS[other]
    half_up, half_along = radians(north2 - north) / 2, radians(east2 - east) / 2
    share = sin(half_up) ** 2 + cos(radians(north)) * cos(radians(north2)) * sin(half_along) ** 2
    return max(ROUGHLY, ROUGHLY * round(2 * EARTH_KM * asin(sqrt(share)) / ROUGHLY))
