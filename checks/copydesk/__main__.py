"""`python -m copydesk`."""

from copydesk.cli import console

if __name__ == "__main__":
    console()
