"""Stretches of time and the lengths that are told of them."""
