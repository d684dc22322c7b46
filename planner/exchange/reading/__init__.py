"""Earlier reports and background articles, read into staged records by rules and dictionaries."""
