"""Places in a row of occurrences, and the occurrences told."""
