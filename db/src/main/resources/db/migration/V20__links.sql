CREATE TABLE link (
  facility_id     uuid NOT NULL REFERENCES facility,
  token_hash      bytea NOT NULL CHECK (length(token_hash) = 32),
  conversation_id uuid NOT NULL,
  expires_at      timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (facility_id, token_hash),
  FOREIGN KEY (facility_id, conversation_id) REFERENCES conversation
);
COMMENT ON TABLE link IS 'The addresses by which a conversation can be answered on the patient''s own phone, each good for one discharge at one touchpoint until it expires.';
COMMENT ON COLUMN link.token_hash IS 'SHA-256 of the secret part of the token in the address, which itself is kept only inside the sealed text that carried it.';

GRANT SELECT, INSERT ON link TO "${service_role}";
