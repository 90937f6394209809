CREATE TABLE person (
  person_id                  uuid PRIMARY KEY,
  name                       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash              text NOT NULL,
  organisation_administrator boolean NOT NULL DEFAULT false,
  created_at                 timestamptz NOT NULL DEFAULT now(),
  disabled_at                timestamptz
);
COMMENT ON TABLE person IS 'Somebody who signs in. Not of one facility: see membership.';
COMMENT ON COLUMN person.password_hash IS 'Argon2id in its PHC string, parameters and salt included.';
COMMENT ON COLUMN person.organisation_administrator IS 'May make facilities.';
CREATE UNIQUE INDEX person_name ON person (lower(name));

CREATE TABLE membership (
  facility_id uuid NOT NULL REFERENCES facility,
  person_id   uuid NOT NULL REFERENCES person,
  role        text NOT NULL CHECK (role IN ('administrator', 'analyst')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (facility_id, person_id)
);
COMMENT ON TABLE membership IS 'What a person may do at a facility. No row, no access.';
CREATE INDEX membership_of_person ON membership (person_id);

CREATE TABLE session (
  session_hash bytea PRIMARY KEY CHECK (length(session_hash) = 32),
  person_id    uuid NOT NULL REFERENCES person,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
COMMENT ON TABLE session IS 'A signed-in browser. The cookie holds 256 random bits; only their SHA-256 is kept here.';

CREATE TABLE sign_in_failure (
  name_hash bytea NOT NULL,
  failed_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_failure IS 'Failed sign-ins by SHA-256 of the lower-cased account name, to slow guessing down.';
CREATE INDEX sign_in_failure_recent ON sign_in_failure (name_hash, failed_at);

CREATE TABLE service_token (
  facility_id uuid NOT NULL REFERENCES facility,
  token_hash  bytea NOT NULL CHECK (length(token_hash) = 32),
  name        text NOT NULL,
  created_by  uuid NOT NULL REFERENCES person,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (facility_id, token_hash)
);
COMMENT ON TABLE service_token IS 'A hospital system that sends discharges. The token is shown once; its SHA-256 is kept.';

GRANT SELECT, INSERT, UPDATE (name, password_hash, disabled_at, organisation_administrator) ON person TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (role), DELETE ON membership TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (last_seen_at), DELETE ON session TO "${service_role}";
GRANT SELECT, INSERT, DELETE ON sign_in_failure TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (revoked_at) ON service_token TO "${service_role}";
