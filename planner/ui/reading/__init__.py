"""Earlier reports beside what was found in them: the screen where findings become records."""
