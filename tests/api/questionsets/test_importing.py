"""Files become drafts; what is no question set is refused with a sentence that helps."""

import io
import zipfile

import openpyxl
import pytest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


SURVEY = [
    ["type", "name", "label::English (en)", "theme", "probe::English (en)"],
    ["text", "day", "How was your day?", "job_satisfaction", "standard: What made the difference?"],
    [],
    ["integer", "years", "Years here?", None, None],
]


def send(desk, data: bytes, kind: str = XLSX, filename: str = "") -> object:
    params = {"filename": filename} if filename else {}
    return desk.client.post(f"{desk.url}/imports", content=data, headers={"Content-Type": kind}, params=params)


def test_a_workbook_keeps_its_rows_and_all_its_columns(desk) -> None:
    settings = [["form_title", "version"], ["A good day", 2]]
    made = send(desk, workbook(survey=SURVEY, settings=settings)).json()
    assert made["title"] == "A good day"
    assert made["draft"] == {
        "survey": [
            {
                "type": "text",
                "name": "day",
                "label::English (en)": "How was your day?",
                "theme": "job_satisfaction",
                "probe::English (en)": "standard: What made the difference?",
            },
            {},
            {"type": "integer", "name": "years", "label::English (en)": "Years here?"},
        ],
        "choices": [],
        "settings": {"form_title": "A good day", "version": "2", "form_id": "a_good_day"},
    }


def test_a_file_without_a_title_is_called_as_the_file(desk) -> None:
    made = send(desk, workbook(survey=SURVEY), filename="Spring talk.xlsx").json()
    assert made["title"] == "Spring talk"


def test_a_csv_is_read_whatever_its_encoding(desk) -> None:
    text = '"survey",,\n,"type","name","label"\n,"text","año","¿Qué tal?"\n'
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        made = send(desk, text.encode(encoding), "text/csv").json()
        assert made["draft"]["survey"] == [{"type": "text", "name": "año", "label": "¿Qué tal?"}]


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"", XLSX, "no .xlsx workbook"),
        (b"not a workbook", XLSX, "no .xlsx workbook"),
        (b"PK\x03\x04 torn", XLSX, "damaged"),
        (b"\xd0\xcf\x11\xe0 torn", "application/vnd.ms-excel", "save it again"),
        (b"hello", "text/csv", "could not be read"),
        (b"\x00\x01\x02", "application/octet-stream", "could not be read"),
        (workbook(questions=SURVEY, other=SURVEY), XLSX, "sheet called survey"),
        (workbook(survey=[["kind", "name"], ["text", "a"]]), XLSX, "column called type"),
    ],
)
def test_what_is_no_question_set_is_refused_with_a_remedy(desk, data: bytes, kind: str, says: str) -> None:
    refused = send(desk, data, kind)
    assert (refused.status_code, refused.json()["code"]) == (422, "unreadable_file")
    assert says in refused.json()["title"]


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(desk) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    refused = send(desk, bomb.getvalue())
    assert (refused.status_code, refused.json()["code"]) == (413, "file_too_large")


def test_a_file_with_too_many_entries_is_not_unpacked(desk) -> None:
    crowd = io.BytesIO()
    with zipfile.ZipFile(crowd, "w") as archive:
        for number in range(201):
            archive.writestr(f"part{number}", b"x")
    assert send(desk, crowd.getvalue()).status_code == 413


def test_a_file_that_is_too_large_is_not_read_to_its_end(desk) -> None:
    refused = send(desk, b"PK\x03\x04" + b"0" * (10 * 1024 * 1024))
    assert (refused.status_code, refused.json()["code"]) == (413, "file_too_large")


def test_nothing_outside_the_workbook_is_read(desk) -> None:
    data = workbook(survey=SURVEY)
    poisoned = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(poisoned, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "xl/workbook.xml":
                head = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
                content = content.replace(b"<workbook", head + b"<workbook", 1)
            target.writestr(entry.filename, content)
    assert send(desk, poisoned.getvalue()).status_code == 422
