"""The sentences, tables and figures of the reports: `round` tells of one round, `overview` of a whole process."""
