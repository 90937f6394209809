-- Two roles, from the first migration on. The owner, which runs these files, owns every object. The service's role
-- (${service_role}) is granted, table by table below, what the service does and nothing else: it cannot change the
-- schema, and of what is append-only it can only read and add.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "${service_role}";
