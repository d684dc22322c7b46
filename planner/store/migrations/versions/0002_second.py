"""The second version: what was added since the first."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "person",
        table_args=(sa.CheckConstraint("name <> ''", name=op.f("ck_person_name_not_empty")),),
    ) as batch:
        batch.add_column(sa.Column("portrait", sa.Text(), nullable=True))
        batch.add_column(
            sa.Column("disclosure", sa.String(length=40), nullable=False, server_default="public")
        )
    with op.batch_alter_table(
        "person",
        table_args=(sa.CheckConstraint("name <> ''", name=op.f("ck_person_name_not_empty")),),
    ) as batch:
        batch.alter_column("disclosure", server_default=None)
        batch.create_check_constraint(
            op.f("ck_person_disclosure"), "disclosure IN ('public', 'internal')"
        )
