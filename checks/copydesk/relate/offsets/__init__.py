"""How far one time lies from another, and which comes first."""
