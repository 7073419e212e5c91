"""Write the tables of docs/xlsform.md from the code: `make docs`. Everything between two marks is replaced."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "xlsform.md"
sys.path[:0] = [str(ROOT / "api")]

from askwell.logic.functions import FUNCTIONS  # noqa: E402  after the path is set
from askwell.questionsets.question_types import ANSWERED, KINDS, WITHOUT_NAME_OR_LABEL  # noqa: E402

_ASKABLE = ROOT / "pwa" / "src" / "interview" / "questions" / "types.ts"
_GROUPS = {
    "conditions": "conditions and counting",
    "texts": "texts",
    "numbers": "numbers",
    "dates": "dates and times",
    "selects": "choices",
    "nodesets": "sets of answers, lists and repeats",
    "places": "places",
    "encodings": "encodings",
}


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def rewritten(page: str) -> str:
    """Return the page with its tables as the code has them."""
    for name, table in (("types", types()), ("functions", functions())):
        start, end = f"<!-- {name}: written by make docs -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}\n{table}\n{end}{rest.partition(end)[2]}"
    return page


def types() -> str:
    """Return the table of types, and how the phone takes each."""
    rows = [f"| `{kind}` | {_on_the_phone(kind)} |" for kind in sorted(KINDS, key=str.lower)]
    return "\n".join(["| type | on the phone |", "|---|---|", *rows])


def _on_the_phone(kind: str) -> str:
    if kind in {"calculate", "hidden", "start", "end", "today"}:
        return "worked out, not shown"
    if kind in {"csv-external", "xml-external"}:
        return "its rows are read by expressions"
    if kind in WITHOUT_NAME_OR_LABEL - {"note"}:
        return "kept for other tools; left blank"
    if kind in _askable():
        return "asked" if kind in ANSWERED else "shown"
    return "kept for other tools; shown as one that cannot be asked here yet, and never in anyone's way"


def _askable() -> frozenset[str]:
    listed = _ASKABLE.read_text(encoding="utf-8").partition("const askable = [")[2].partition("]")[0]
    return frozenset(re.findall(r'"([^"]+)"', listed))


def functions() -> str:
    """Return the table of functions with the number of arguments."""
    rows = []
    for module, words in _GROUPS.items():
        names = [name for name, each in FUNCTIONS.items() if each.run.__module__.endswith(f".{module}")]
        rows.append(f"| {words} | {', '.join(f'`{name}` ({_count(name)})' for name in sorted(names))} |")
    return "\n".join(["| about | functions (number of arguments) |", "|---|---|", *rows])


def _count(name: str) -> str:
    return FUNCTIONS[name].arity.removesuffix("s").removesuffix(" argument")


if __name__ == "__main__":
    main()
