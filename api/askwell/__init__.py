"""Askwell: offline-first interviews and surveys that nobody can trace.

Read `app.py` first (how the service is wired), then `logic/` (what a question set means), then one domain
folder: `models.py` are its tables, `schemas.py` its wire, `queries.py` its selects, `routes.py` its HTTP, and one
module per verb.
"""

__version__ = "0.1.0"
