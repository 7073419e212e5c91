"""media of question sets: pictures, sounds, films and list files."""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('medium_content',
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('md5', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['org_id'], ['organization.id'], name=op.f('fk_medium_content_org_id_organization')),
    sa.PrimaryKeyConstraint('org_id', 'sha256', name=op.f('pk_medium_content'))
    )
    op.create_table('draft_medium',
    sa.Column('question_set_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'question_set_id'], ['question_set.org_id', 'question_set.id'], name=op.f('fk_draft_medium_org_id_question_set_id_question_set')),
    sa.ForeignKeyConstraint(['org_id', 'sha256'], ['medium_content.org_id', 'medium_content.sha256'], name=op.f('fk_draft_medium_org_id_sha256_medium_content')),
    sa.PrimaryKeyConstraint('question_set_id', 'name', name=op.f('pk_draft_medium'))
    )
    with op.batch_alter_table('draft_medium', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_medium_sha256'), ['sha256'], unique=False)

    op.create_table('version_medium',
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('org_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['org_id', 'sha256'], ['medium_content.org_id', 'medium_content.sha256'], name=op.f('fk_version_medium_org_id_sha256_medium_content')),
    sa.ForeignKeyConstraint(['org_id', 'version_id'], ['version.org_id', 'version.id'], name=op.f('fk_version_medium_org_id_version_id_version')),
    sa.PrimaryKeyConstraint('version_id', 'name', name=op.f('pk_version_medium'))
    )
    with op.batch_alter_table('version_medium', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_version_medium_sha256'), ['sha256'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('version_medium', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_version_medium_sha256'))

    op.drop_table('version_medium')
    with op.batch_alter_table('draft_medium', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_medium_sha256'))

    op.drop_table('draft_medium')
    op.drop_table('medium_content')
