"""Changes, and the figures before and after."""
