-- Once per server that no CloudNativePG keeps: the databases of no service are for administrators only.
-- Never under CloudNativePG, whose replication users connect to "postgres": there pg_hba is the wall (databases.yaml).
REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;
