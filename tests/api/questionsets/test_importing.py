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


def rezipped(data: bytes, **more: bytes) -> bytes:
    """Add entries to a workbook, `__` for a slash."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            archive.writestr(entry.filename, source.read(entry))
        for name, content in more.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def test_macros_links_and_embedded_files_are_told_and_neither_run_nor_followed(desk) -> None:
    data = rezipped(
        workbook(survey=SURVEY),
        xl__vbaProject_dot_bin=b"macro",
        xl__externalLinks__externalLink1_dot_xml=b"<externalLink/>",
        xl__embeddings__object1_dot_bin=b"thing",
    )
    made = send(desk, data, "application/vnd.ms-excel.sheet.macroenabled.12", "form.xlsm").json()
    assert [(note["kind"], note["where"]) for note in made["notes"]] == [
        ("left_out", "workbook, macros"),
        ("left_out", "workbook, links to other workbooks"),
        ("left_out", "workbook, embedded files"),
    ]
    assert len(made["draft"]["survey"]) == 3
    assert "vba" not in str(made["draft"]).lower()


def test_a_sheet_that_is_no_part_of_a_form_is_told(desk) -> None:
    made = send(desk, workbook(survey=SURVEY, Remarks=[["mind", "the", "gap"]])).json()
    assert [note["where"] for note in made["notes"]] == ["workbook, sheet Remarks"]


def test_a_small_file_that_unpacks_to_a_hundred_times_as_much_is_not_unpacked(desk) -> None:
    data = rezipped(workbook(survey=SURVEY), xl__comments_dot_xml=b" " * 2_000_000)
    assert len(data) < 20_000
    refused = send(desk, data)
    assert (refused.status_code, refused.json()["code"]) == (413, "file_too_large")


def test_a_file_that_lies_about_its_size_is_refused_before_it_grows(desk) -> None:
    data = bytearray(rezipped(workbook(survey=SURVEY), xl__worksheets__sheet2_dot_xml=b"<a/>" * 500_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    assert send(desk, bytes(data)).status_code in {201, 413, 422}
    grown = send(desk, bytes(data)).json()
    assert "<a/>" not in str(grown)


def test_a_name_that_comes_twice_in_a_workbook_is_refused(desk) -> None:
    data = io.BytesIO(workbook(survey=SURVEY))
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    refused = send(desk, data.getvalue())
    assert (refused.status_code, refused.json()["code"]) == (422, "unreadable_file")


def test_a_workbook_with_a_password_says_so(desk) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    refused = send(desk, locked)
    assert refused.status_code == 422
    assert "password" in refused.json()["title"]


def test_more_rows_than_a_draft_may_have_are_not_brought_in(desk) -> None:
    lines = ["survey,,", ",type,name", *(f",note,n{number}" for number in range(20_001))]
    refused = send(desk, "\n".join(lines).encode(), "text/csv")
    assert (refused.status_code, refused.json()["code"]) == (413, "file_too_large")
    assert "20,000 rows" in refused.json()["title"]


def test_one_cell_at_the_far_end_of_a_sheet_costs_nothing(desk) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in SURVEY[:2]:
        sheet.append(row)
    sheet["XFD1048576"] = "far away"
    data = io.BytesIO()
    book.save(data)
    assert len(send(desk, data.getvalue()).json()["draft"]["survey"]) == 1
