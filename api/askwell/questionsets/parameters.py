"""The `parameters` column: `start=0 end=10`, with spaces, commas or semicolons between them."""


def read_parameters(text: str) -> dict[str, str]:
    """Return what each parameter is set to; what sets nothing is left out."""
    pairs = (pair.partition("=") for pair in text.replace(",", " ").replace(";", " ").split())
    return {name: value for name, equals, value in pairs if equals}
