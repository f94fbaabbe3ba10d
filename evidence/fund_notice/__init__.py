"""The notice 收支公示表 for the board of a community: income and spending of its funds, and by when more must be published."""
