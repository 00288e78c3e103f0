"""The tables of the database: dossiers, and all that was ever said in each.

Nothing said is written over: an entry stands at a position, and what stood there and after it before is taken back.
"""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String(100), nullable=False, unique=True),  # what leads to it: letters, figures and hyphens
    Column("name", Text, nullable=False),  # as the person gave it
    Column("as_of", String(10), nullable=False),
    Column("key_questions", Text, nullable=False),  # JSON
    Column("rule_base", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("digest", String(64), nullable=False),  # of the row and of its last entry: it tells damage, and another hand
    Column("created_at", String(40), nullable=False),  # moments are ISO 8601, UTC: they sort as they read
    Column("changed_at", String(40), nullable=False),
    Column("archived_at", String(40)),
    Column("deleted_at", String(40)),
    Column("variant_of", String(100)),
)

entries = Table(
    "entries",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 0, in the order in which they were said
    Column("position", Integer, nullable=False),  # among the events: those from there on are taken back first
    Column("content", Text, nullable=False),  # an event as JSON; `null`: only taken back; {"set": …}: of the dossier
    Column("at", String(40), nullable=False),
    Column("digest", String(64), nullable=False),  # of this entry and of the one before it
)
