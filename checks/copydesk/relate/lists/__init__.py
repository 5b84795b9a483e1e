"""Lists, and the numbers that announce them."""
