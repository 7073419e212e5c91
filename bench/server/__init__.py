"""How quickly submissions are received, beside a route that does nothing and one that only inserts."""
