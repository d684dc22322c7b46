"""The second version: what was added since the first."""

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite would write an added column behind the checks
    rewriting: Literal["always", "never"] = (
        "always" if op.get_bind().dialect.name == "sqlite" else "never"
    )
    with op.batch_alter_table(
        "person",
        table_args=(sa.CheckConstraint("name <> ''", name=op.f("ck_person_name_not_empty")),),
        recreate=rewriting,
    ) as batch:
        batch.add_column(sa.Column("portrait", sa.Text(), nullable=True))
