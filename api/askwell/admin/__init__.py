"""Running the service: bringing the database to its newest shape, telling whether it is well, greeting phones.

An operator sees whether the service works, never what it holds: nothing here reads an answer.
"""
