"""Results of votes, matches and races."""
