"""Equations that words spell out."""
