"""How soon the phone app can be answered, and how fast it answers a key, beside a hand-written page of the same."""
