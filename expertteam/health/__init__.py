"""Tells whether database, broker and worker are there, and what people see when the database is not."""
