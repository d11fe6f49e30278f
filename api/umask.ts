// Whatever the process makes is for its own account alone: the database with the signing key, evidence, backups, exports. Imported first.
process.umask(0o077);
