"""What whole.facts.yml names."""


def few(killed):
    return len(killed) < 9
