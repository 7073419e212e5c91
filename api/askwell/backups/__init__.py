"""Backups: a copy of everything that must be restored, proved by restoring it, and put back with a new epoch.

A backup is a tar file, encrypted with age: first `manifest.json`, then the files it names. The stock tools open it
(`age -d`, `tar x`); nothing in it needs Askwell to be read.

    backing_up   database → copy → manifest → archive, whole or not at all
    verifying    archive → scratch database → compared with the running one, row by row → noted as *safe*
    restoring    archive → empty database → migrated → erased again what the logbook says → new epoch
    archive      the tar file and its encryption
    sqlite, postgresql   how a database of that kind is copied, tried, and put back; both have the same three functions

What is to be restored beside the database goes into the folder that `backing_up` packs, and into the manifest with it.
Left out is what only tells when somebody was there: sessions of members, and windows of rate limits.
"""
