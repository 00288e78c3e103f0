"""Many cases at once, as columns: the same program over bit planes, one bit a row, in three values, exactly."""
