"""first tables."""

import sqlalchemy as sa
from alembic import op


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('installation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('store_epoch', sa.String(), nullable=False),
    sa.Column('hash_key', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_installation'))
    )
    op.create_table('member',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('password_hash', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('operator', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_member')),
    sa.UniqueConstraint('email', name=op.f('uq_member_email'))
    )
    op.create_table('organization',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('founded_year', sa.Integer(), nullable=True),
    sa.Column('size_band', sa.String(), nullable=True),
    sa.Column('sector', sa.String(), nullable=True),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('invented', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organization'))
    )
    op.create_table('rate_window',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('window', sa.BigInteger(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', 'window', name=op.f('pk_rate_window'))
    )
    op.create_table('membership',
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('member_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_membership_member_id_member')),
    sa.ForeignKeyConstraint(['org_id'], ['organization.id'], name=op.f('fk_membership_org_id_organization')),
    sa.PrimaryKeyConstraint('org_id', 'member_id', 'role', name=op.f('pk_membership'))
    )
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_membership_member_id'), ['member_id'], unique=False)

    op.create_table('question_set',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('draft', sa.JSON(), nullable=False),
    sa.Column('draft_rev', sa.Integer(), nullable=False),
    sa.Column('copied_from', sa.String(), nullable=True),
    sa.Column('retired', sa.Boolean(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['org_id'], ['organization.id'], name=op.f('fk_question_set_org_id_organization')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_set')),
    sa.UniqueConstraint('org_id', 'id', name=op.f('uq_question_set_org_id_id'))
    )
    with op.batch_alter_table('question_set', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_set_org_id'), ['org_id'], unique=False)

    op.create_table('sign_in',
    sa.Column('token_hash', sa.String(), nullable=False),
    sa.Column('member_id', sa.Uuid(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_sign_in_member_id_member')),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_sign_in'))
    )
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_member_id'), ['member_id'], unique=False)

    op.create_table('version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('question_set_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('version_hash', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('document', sa.LargeBinary(), nullable=False),
    sa.Column('xform', sa.String(), nullable=False),
    sa.Column('draft', sa.JSON(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'question_set_id'], ['question_set.org_id', 'question_set.id'], name=op.f('fk_version_org_id_question_set_id_question_set')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_version')),
    sa.UniqueConstraint('org_id', 'id', name=op.f('uq_version_org_id_id')),
    sa.UniqueConstraint('question_set_id', 'number', name=op.f('uq_version_question_set_id_number')),
    sa.UniqueConstraint('question_set_id', 'version_hash', name=op.f('uq_version_question_set_id_version_hash'))
    )
    with op.batch_alter_table('version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_version_question_set_id'), ['question_set_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_version_version_hash'), ['version_hash'], unique=False)

    op.create_table('round',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('mode', sa.String(), nullable=False),
    sa.Column('k', sa.Integer(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('join_code', sa.String(), nullable=True),
    sa.Column('join_code_hash', sa.String(), nullable=True),
    sa.Column('last_seq', sa.Integer(), nullable=False),
    sa.CheckConstraint("mode in ('open_link', 'cards', 'interview')", name=op.f('ck_round_mode')),
    sa.CheckConstraint('k >= 5', name=op.f('ck_round_k_at_least_5')),
    sa.ForeignKeyConstraint(['org_id', 'version_id'], ['version.org_id', 'version.id'], name=op.f('fk_round_org_id_version_id_version')),
    sa.ForeignKeyConstraint(['org_id'], ['organization.id'], name=op.f('fk_round_org_id_organization')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_round')),
    sa.UniqueConstraint('join_code_hash', name=op.f('uq_round_join_code_hash')),
    sa.UniqueConstraint('org_id', 'id', name=op.f('uq_round_org_id_id'))
    )
    with op.batch_alter_table('round', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_round_org_id'), ['org_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_round_version_id'), ['version_id'], unique=False)

    op.create_table('capability',
    sa.Column('token_hash', sa.String(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('single', sa.Boolean(), nullable=False),
    sa.Column('spent', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'round_id'], ['round.org_id', 'round.id'], name=op.f('fk_capability_org_id_round_id_round')),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_capability')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('capability', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_capability_round_id'), ['round_id'], unique=False)

    op.create_table('card',
    sa.Column('code_hash', sa.String(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('used', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'round_id'], ['round.org_id', 'round.id'], name=op.f('fk_card_org_id_round_id_round')),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_card')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_round_id'), ['round_id'], unique=False)

    op.create_table('conflict',
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('instance_id', sa.Uuid(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('settled', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'round_id'], ['round.org_id', 'round.id'], name=op.f('fk_conflict_org_id_round_id_round')),
    sa.PrimaryKeyConstraint('round_id', 'instance_id', 'rev', 'sha256', name=op.f('pk_conflict')),
    sqlite_with_rowid=False
    )
    op.create_table('submission',
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('instance_id', sa.Uuid(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('quality', sa.String(length=12), nullable=False),
    sa.Column('problem', sa.String(length=40), nullable=True),
    sa.Column('late', sa.Boolean(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=True),
    sa.Column('findings', sa.JSON(), nullable=True),
    sa.Column('settled', sa.Boolean(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=True),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['org_id', 'round_id'], ['round.org_id', 'round.id'], name=op.f('fk_submission_org_id_round_id_round')),
    sa.PrimaryKeyConstraint('round_id', 'instance_id', 'rev', name=op.f('pk_submission')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('submission', schema=None) as batch_op:
        batch_op.create_index('ix_submission_round_settled_problem', ['round_id', 'settled', 'problem'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('submission', schema=None) as batch_op:
        batch_op.drop_index('ix_submission_round_settled_problem')

    op.drop_table('submission')
    op.drop_table('conflict')
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_round_id'))

    op.drop_table('card')
    with op.batch_alter_table('capability', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_capability_round_id'))

    op.drop_table('capability')
    with op.batch_alter_table('round', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_round_version_id'))
        batch_op.drop_index(batch_op.f('ix_round_org_id'))

    op.drop_table('round')
    with op.batch_alter_table('version', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_version_version_hash'))
        batch_op.drop_index(batch_op.f('ix_version_question_set_id'))

    op.drop_table('version')
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_member_id'))

    op.drop_table('sign_in')
    with op.batch_alter_table('question_set', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_set_org_id'))

    op.drop_table('question_set')
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_membership_member_id'))

    op.drop_table('membership')
    op.drop_table('rate_window')
    op.drop_table('organization')
    op.drop_table('member')
    op.drop_table('installation')
