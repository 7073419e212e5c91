"""Short names of months and weekdays; both engines use this list, and not the system's, so that they agree."""

from __future__ import annotations

MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
}
WEEKDAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun mar mer jeu ven sam dim",
    "pt": "seg ter qua qui sex sáb dom",
    "de": "Mo Di Mi Do Fr Sa So",
}


def names_for(language: str, names: dict[str, str]) -> list[str]:
    """Pick the names of a language, whatever its region; English where there are none."""
    base = language.lower().replace("_", "-").split("-")[0]
    return names.get(base, names["en"]).split(" ")
