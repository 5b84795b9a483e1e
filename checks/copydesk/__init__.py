"""copydesk: does the story hold up?"""

__version__ = "0.1.0"
