CREATE TABLE kiosk_enrolment (
  code_hash   bytea PRIMARY KEY CHECK (length(code_hash) = 32),
  facility_id uuid NOT NULL REFERENCES facility,
  unit_id     uuid NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  expires_at  timestamptz NOT NULL,
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit
);
COMMENT ON TABLE kiosk_enrolment IS 'A single-use code that turns a tablet into a kiosk. Taken out when it is used, so two tablets cannot use one. Not distributed: the code does not say its facility.';

CREATE TABLE kiosk (
  facility_id     uuid NOT NULL REFERENCES facility,
  kiosk_id        uuid NOT NULL,
  unit_id         uuid NOT NULL,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  token_hash      bytea NOT NULL CHECK (length(token_hash) = 32),
  enrolled_at     timestamptz NOT NULL,
  last_contact_at timestamptz,
  app_version     text,
  revoked_at      timestamptz,
  PRIMARY KEY (facility_id, kiosk_id),
  UNIQUE (facility_id, token_hash),
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit
);
COMMENT ON TABLE kiosk IS 'An enrolled tablet. Its token is 256 random bits; only their SHA-256 is kept.';
COMMENT ON COLUMN kiosk.last_contact_at IS 'When it last asked for its set-up. A submission does not touch this row, so that submissions do not wait for one another.';

GRANT SELECT, INSERT, DELETE ON kiosk_enrolment TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (unit_id, name, last_contact_at, app_version, revoked_at) ON kiosk TO "${service_role}";
