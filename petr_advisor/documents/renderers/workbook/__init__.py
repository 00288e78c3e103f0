"""The sheets of a workbook: contributions, the team's cost, votes, the calendar, the points to find out."""
