"""Limits, bounds and extremes, and what is told to lie within."""
