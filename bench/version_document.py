"""Prints the version document of a file (.xlsx .xls .csv .md .json) or of a key of the starter library.

python bench/version_document.py pulse > pulse.json
"""

import json
import sys
from pathlib import Path
from typing import Any

from askwell.questionsets import starter
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.importing import file_type, read_draft


def draft_from(source: str) -> dict[str, Any]:
    """Read the rows: of a file if there is one with this name, or else of the library."""
    path = Path(source)
    if not path.is_file():
        return starter.draft_of(source)
    if path.suffix == ".json":
        written = json.loads(path.read_text(encoding="utf-8"))
        draft: dict[str, Any] = written.get("draft", written)
        return draft
    return read_draft(path.read_bytes(), file_type("", path.name))


def main() -> None:
    """Print the document; what is wrong goes to standard error."""
    compiled = compile_draft(draft_from(sys.argv[1]))
    for fault in compiled.faults:
        print(f"{fault.level}: {fault.where}: {fault.message} {fault.remedy}", file=sys.stderr)
    sys.stdout.buffer.write(compiled.data)
    sys.exit(not compiled.ok)


if __name__ == "__main__":
    main()
