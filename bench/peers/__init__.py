"""Askwell beside other clients of the field, rendering the same questions in one run."""
