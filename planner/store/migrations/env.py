"""What Alembic runs: migrations on the connection that is handed over."""

from alembic import context

from planner.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
