"""Starts and stops the embedded database and broker, and for `make run` also web and worker.

Nothing in this package needs Django, except `prepare`; it can run before Django is set up.
"""
