"""The backend of the database (ENGINE): Django's own, of which a web process keeps a few connections open."""
