"""Interop: file formats in and out, one module per format.

`columns` and `rows` make the table that every export of answers writes: what its cells say, which interviews are in
it, and in which order. `csv_export` and `xlsx_export` only spell it. Only settled, understood submissions leave.
"""
