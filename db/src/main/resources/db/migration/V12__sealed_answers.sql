CREATE TABLE sealing_key (
  facility_id  uuid NOT NULL REFERENCES facility,
  key_id       uuid NOT NULL,
  public_key   bytea NOT NULL CHECK (length(public_key) = 65),
  private_key  bytea,
  made_at      timestamptz NOT NULL,
  destroyed_at timestamptz,
  PRIMARY KEY (facility_id, key_id),
  CHECK ((private_key IS NULL) = (destroyed_at IS NOT NULL))
);
COMMENT ON TABLE sealing_key IS 'Key pairs that the tablets of a facility seal answers to (HPKE). The newest is handed out; older ones open what is still in queues.';
COMMENT ON COLUMN sealing_key.public_key IS 'A point on P-256, uncompressed.';
COMMENT ON COLUMN sealing_key.private_key IS 'Sealed by the vault. Null once destroyed: what was sealed to it can never be opened again.';

CREATE TABLE sealing_need (
  facility_id uuid NOT NULL,
  kiosk_id    uuid NOT NULL,
  key_id      uuid NOT NULL,
  heard_at    timestamptz NOT NULL,
  PRIMARY KEY (facility_id, kiosk_id),
  FOREIGN KEY (facility_id, kiosk_id) REFERENCES kiosk,
  FOREIGN KEY (facility_id, key_id) REFERENCES sealing_key
);
COMMENT ON TABLE sealing_need IS 'The oldest key that a kiosk''s queue may need, as it said when it was last heard. A private key that is needed is not destroyed.';

CREATE TABLE held_answer (
  facility_id uuid NOT NULL,
  response_id uuid NOT NULL,
  kiosk_id    uuid NOT NULL,
  visit_code  text,
  language    text NOT NULL,
  body        bytea,
  body_digest bytea NOT NULL CHECK (length(body_digest) = 32),
  answered_at timestamptz NOT NULL,
  held_at     timestamptz NOT NULL,
  held_by     text NOT NULL,
  settled_at  timestamptz,
  settled_by  text,
  settled_as  text CHECK (settled_as IN ('visit', 'walk-up', 'removed')),
  PRIMARY KEY (facility_id, response_id),
  FOREIGN KEY (facility_id, kiosk_id) REFERENCES kiosk,
  CHECK ((body IS NULL) = (settled_at IS NOT NULL)),
  CHECK (num_nonnulls(settled_at, settled_by, settled_as) IN (0, 3))
);
COMMENT ON TABLE held_answer IS 'Answers that staff rescued from a tablet and that belong to no known visit. They wait for staff to place them, and count nowhere until then.';
COMMENT ON COLUMN held_answer.response_id IS 'The id under which they will be stored as a response.';
COMMENT ON COLUMN held_answer.visit_code IS 'As it was typed on the tablet; no discharge has it.';
COMMENT ON COLUMN held_answer.body IS 'Sealed by the vault. Null once they were placed or removed.';
COMMENT ON COLUMN held_answer.body_digest IS 'SHA-256 of the bytes that the tablet stored: the same bytes again are a replay.';
COMMENT ON COLUMN held_answer.held_by IS 'person:<id>, as settled_by.';
CREATE INDEX held_answer_waiting ON held_answer (facility_id, answered_at) WHERE settled_at IS NULL;

GRANT SELECT, INSERT, UPDATE (private_key, destroyed_at) ON sealing_key TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (key_id, heard_at) ON sealing_need TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (body, settled_at, settled_by, settled_as) ON held_answer TO "${service_role}";
