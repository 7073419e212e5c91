"""The demonstration behind `make demo`: invented organizations, filled through the real HTTP interface.

`organizations.py` holds what is invented, `desk.py` does what members do, `phone.py` what a phone does, `answering.py`
makes up answers that the question set's own logic accepts, and `running.py` starts the server and shows where to go.
Nothing here has a way into the database of its own: what the demonstration shows is what a member or a phone can do.
"""
