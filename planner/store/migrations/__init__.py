"""Alembic's folder: each file under versions/ brings a store one version further."""
