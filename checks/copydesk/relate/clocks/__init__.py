"""The clocks of two places."""
