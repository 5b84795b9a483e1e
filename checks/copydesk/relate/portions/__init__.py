"""Parts of a whole as percentages and fractions."""
