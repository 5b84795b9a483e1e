"""So many at so much each."""
