"""The report is written here: outline, manuscript, true page, problems and review."""
