"""Models that are changed: as values, and in the files that they were read from."""
