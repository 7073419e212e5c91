"""Media: the pictures, sounds, films and list files that belong to a question set, each kept by its content.

    reading.read_medium(name, data)    what a file is, as it will be kept; raises what is wrong with it
    lists.rows_of(name, data)          the rows of a list file (.csv, .xml, .geojson)
    wanted.wanted(draft)               the files that a draft names, with the place of each
    keeping                            adds to a draft, takes away, and freezes with a version

A content is stored once per organization under its SHA-256, and stays as long as a draft or a version names it.
"""
