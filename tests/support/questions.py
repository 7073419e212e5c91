"""The question sets of the browser's stories, in the shape of a draft."""

from typing import Any

Row = dict[str, str]
Draft = dict[str, Any]

SHIFTS: Draft = {
    "survey": [
        {"type": "select_one yes_no", "name": "swap", "label": "Can you swap shifts?"},
        {"type": "text", "name": "why", "label": "What gets in the way?", "relevant": "${swap} = 'no'"},
        {"type": "integer", "name": "weeks", "label": "How many weeks ahead do you know your hours?"},
        {"type": "text", "name": "else", "label": "Anything else?", "answer_options": "skip rather-not-say"},
    ],
    "choices": [
        {"list_name": "yes_no", "name": "yes", "label": "Yes"},
        {"list_name": "yes_no", "name": "no", "label": "No"},
    ],
    "settings": {"form_id": "shifts", "form_title": "Shifts", "default_language": "English (en)"},
}


def _row(type_: str, name: str, english: str, spanish: str, **more: str) -> Row:
    return {"type": type_, "name": name, "label::English (en)": english, "label::Español (es)": spanish, **more}


def _choices(list_name: str, **labels: tuple[str, str]) -> list[Row]:
    return [
        {"list_name": list_name, "name": name, "label::English (en)": english, "label::Español (es)": spanish}
        for name, (english, spanish) in labels.items()
    ]


def _pictured(choices: list[Row]) -> list[Row]:
    return [{**choice, "media::image::English (en)": f"{choice['name']}.png"} for choice in choices]


_HINT = {
    "hint::English (en)": "Without the way there and back.",
    "hint::Español (es)": "Sin contar el camino de ida y vuelta.",
}
EVERY_KIND: Draft = {
    "survey": [
        _row("note", "hello", "Thank you for making time.", "Gracias por su tiempo."),
        _row(
            "integer",
            "hours",
            "How many hours did you work last week?",
            "¿Cuántas horas trabajó la semana pasada?",
            required="yes",
            **_HINT,
        ),
        _row(
            "decimal",
            "pay",
            "What is your pay per hour?",
            "¿Cuánto gana por hora?",
            answer_options="rather-not-say dont-know skip",
        ),
        _row("select_one often", "seen", "My effort is seen.", "Mi esfuerzo se ve.", appearance="likert"),
        _row(
            "select_one shift",
            "shift",
            "Which shift do you mostly work?",
            "¿En qué turno trabaja casi siempre?",
            **{"media::image::English (en)": "shift.png", "media::audio::English (en)": "shift.wav"},
        ),
        _row("select_one shift", "wish", "And which would you choose?", "¿Y cuál elegiría?", appearance="minimal"),
        _row("select_one shift", "swap", "Which would you swap?", "¿Cuál cambiaría?", appearance="columns-2"),
        _row("select_multiple needs", "missing", "What is missing most often?", "¿Qué falta con más frecuencia?"),
        _row("rank needs", "order", "Put these in your order.", "Póngalas en su orden."),
        _row(
            "range",
            "ideal",
            "How far is this from your ideal job?",
            "¿Qué tan lejos está de su trabajo ideal?",
            parameters="start=0 end=10 step=1",
        ),
        _row(
            "range",
            "stars",
            "How well do you sleep after it?",
            "¿Qué tan bien duerme después?",
            appearance="rating",
            parameters="start=1 end=5",
        ),
        _row(
            "range",
            "breaks",
            "How many breaks do you take?",
            "¿Cuántos descansos toma?",
            appearance="picker",
            parameters="start=0 end=6",
        ),
        _row("date", "since", "Since when do you work here?", "¿Desde cuándo trabaja aquí?"),
        _row("date", "month", "In which month did it change?", "¿En qué mes cambió?", appearance="month-year"),
        _row("time", "begin", "When does your day begin?", "¿A qué hora empieza su día?"),
        _row("dateTime", "rest", "When was your last break?", "¿Cuándo fue su último descanso?"),
        _row("geopoint", "spot", "Where do you mostly work?", "¿Dónde trabaja casi siempre?"),
        _row("geotrace", "way", "Which way do you walk to it?", "¿Por dónde camina hasta allí?"),
        _row("geoshape", "area", "Which area do you look after?", "¿Qué zona está a su cargo?"),
        _row("barcode", "tag", "What is the number of your machine?", "¿Qué número tiene su máquina?"),
        _row("text", "word", "Which word opens the door?", "¿Qué palabra abre la puerta?", appearance="masked"),
        _row("select_one trades", "trade", "What is your trade?", "¿Cuál es su oficio?", appearance="autocomplete"),
        _row(
            "acknowledge",
            "agree",
            "You may use what I said in your own words.",
            "Pueden usar lo que dije con sus palabras.",
        ),
        _row("begin_group", "team", "About your team", "Sobre su equipo", appearance="field-list"),
        _row("integer", "people", "How many people are in it?", "¿Cuántas personas son?"),
        _row("text", "does", "What does it do?", "¿Qué hace?"),
        {"type": "end_group"},
        _row("begin_group", "views", "How are your days?", "¿Cómo son sus días?", appearance="table-list"),
        _row("select_one often", "pauses", "I can take my breaks.", "Puedo tomar mis descansos."),
        _row("select_one often", "heard", "Somebody listens to me.", "Alguien me escucha."),
        {"type": "end_group"},
        _row(
            "integer",
            "crew",
            "How many work beside you?",
            "¿Cuántas personas trabajan a su lado?",
            appearance="counter",
        ),
        _row(
            "range",
            "ladder",
            "How high do you stand here?",
            "¿Qué tan alto está aquí?",
            parameters="start=0 end=10 step=1",
            appearance="vertical",
        ),
        {"type": "calculate", "name": "year", "calculation": "${hours} * 48"},
        _row("begin_repeat", "place", "Where you worked before", "Dónde trabajó antes"),
        _row("text", "called", "What kind of place was it?", "¿Qué tipo de lugar era?"),
        _row("integer", "stayed", "For how many years?", "¿Durante cuántos años?"),
        {"type": "end_repeat"},
        _row("text", "more", "What should we have asked?", "¿Qué deberíamos haber preguntado?", sensitivity="high"),
    ],
    "choices": [
        *_choices(
            "often",
            never=("Never", "Nunca"),
            rarely=("Rarely", "Rara vez"),
            often=("Often", "A menudo"),
            always=("Almost always", "Casi siempre"),
        ),
        *_choices(
            "trades",
            **{
                name.lower(): (name, other)
                for name, other in (
                    ("Baker", "Panadería"),
                    ("Butcher", "Carnicería"),
                    ("Carpenter", "Carpintería"),
                    ("Cleaner", "Limpieza"),
                    ("Cook", "Cocina"),
                    ("Driver", "Conducción"),
                    ("Electrician", "Electricidad"),
                    ("Gardener", "Jardinería"),
                )
            },
        ),
        *_pictured(_choices("shift", early=("Early", "Mañana"), late=("Late", "Tarde"), night=("Night", "Noche"))),
        *_choices(
            "needs",
            time=("Time", "Tiempo"),
            tools=("Tools", "Herramientas"),
            people=("People", "Gente"),
            say=("A say in it", "Que nos pregunten"),
        ),
    ],
    "settings": {"form_id": "every_kind", "form_title": "Every kind (invented)", "default_language": "English (en)"},
}
# One question a screen, and a group where the author asked for it.
SCREENS = (
    "hello",
    "hours",
    "pay",
    "seen",
    "shift",
    "wish",
    "swap",
    "missing",
    "order",
    "ideal",
    "stars",
    "breaks",
    "since",
    "month",
    "begin",
    "rest",
    "spot",
    "way",
    "area",
    "tag",
    "word",
    "trade",
    "agree",
    "team",
    "views",
    "crew",
    "ladder",
    "place",
    "more",
)
REQUIRED = "hours"
# Where places are typed, and how many.
PLACED = {"spot": 1, "way": 2, "area": 3}
REPEATED = "place"
PLACES = ("Harbour kitchen (invented)", "Night warehouse (invented)")
