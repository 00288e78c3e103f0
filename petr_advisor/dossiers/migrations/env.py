"""What alembic runs its steps with: the connection that is handed over, in the transaction under way."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
