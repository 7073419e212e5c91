"""what importing left out of a question set, and which repairs were accepted."""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('question_set', schema=None) as batch_op:
        batch_op.add_column(sa.Column('notes', sa.JSON(), server_default='[]', nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('question_set', schema=None) as batch_op:
        batch_op.drop_column('notes')
