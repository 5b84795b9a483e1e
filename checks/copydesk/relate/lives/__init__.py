"""People, their births and their ages, and of whom a sentence tells."""
