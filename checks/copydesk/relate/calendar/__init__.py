"""What dates, clocks and lengths of time say by themselves: shared by the relations of time."""
