"""what was proved to be in a backup, and how far this copy of the data has come."""

import sqlalchemy as sa
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('proved',
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('instance_id', sa.Uuid(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'round_id'], ['round.org_id', 'round.id'], name=op.f('fk_proved_org_id_round_id_round')),
    sa.PrimaryKeyConstraint('round_id', 'instance_id', 'rev', 'sha256', name=op.f('pk_proved')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('installation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mark', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('verified_backups', sa.Integer(), server_default='0', nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('installation', schema=None) as batch_op:
        batch_op.drop_column('verified_backups')
        batch_op.drop_column('mark')
    op.drop_table('proved')
