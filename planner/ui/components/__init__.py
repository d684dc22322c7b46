"""The parts every screen is built of; each looks right in both schemes and at any text size."""
