CREATE TABLE discharge (
  facility_id   uuid NOT NULL REFERENCES facility,
  discharge_id  uuid NOT NULL,
  unit_id       uuid NOT NULL,
  visit_number  text NOT NULL CHECK (length(visit_number) BETWEEN 1 AND 64),
  visit_code    text NOT NULL CHECK (visit_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  discharged_at timestamptz NOT NULL,
  day           date NOT NULL,
  language      text NOT NULL,
  standing      text NOT NULL DEFAULT 'active'
                CHECK (standing IN ('active', 'cancelled', 'died', 'readmitted', 'excluded')),
  standing_at   timestamptz NOT NULL,
  created_at    timestamptz NOT NULL,
  corrected_at  timestamptz,
  PRIMARY KEY (facility_id, discharge_id),
  UNIQUE (facility_id, visit_number),
  UNIQUE (facility_id, visit_code),
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit
);
COMMENT ON TABLE discharge IS 'One patient leaving one unit at one moment.';
COMMENT ON COLUMN discharge.visit_number IS 'The hospital''s own key of the visit.';
COMMENT ON COLUMN discharge.visit_code IS 'Ours, for people: seven random Crockford base-32 characters and a check character.';
COMMENT ON COLUMN discharge.day IS 'The local day of discharged_at in the facility''s zone.';
COMMENT ON COLUMN discharge.standing IS 'Anything but active stops every text, in the transaction that claims a send.';
CREATE INDEX discharge_newest ON discharge (facility_id, day, discharged_at, discharge_id);

CREATE TABLE contact (
  facility_id  uuid NOT NULL,
  discharge_id uuid NOT NULL,
  phone_sealed bytea NOT NULL,
  phone_hash   bytea NOT NULL CHECK (length(phone_hash) = 32),
  PRIMARY KEY (facility_id, discharge_id),
  FOREIGN KEY (facility_id, discharge_id) REFERENCES discharge
);
COMMENT ON TABLE contact IS 'The number to text about a discharge: sealed (AEAD bound to this row), and a keyed hash of it for look-up.';
CREATE INDEX contact_by_phone ON contact (facility_id, phone_hash);

CREATE TABLE consent (
  facility_id     uuid NOT NULL,
  consent_id      uuid NOT NULL,
  discharge_id    uuid NOT NULL,
  phone_hash      bytea NOT NULL CHECK (length(phone_hash) = 32),
  given_at        timestamptz NOT NULL,
  recorded_by     text NOT NULL,
  wording_version integer NOT NULL,
  language        text NOT NULL,
  channel         text NOT NULL CHECK (channel IN ('kiosk', 'staff', 'sms', 'web', 'import')),
  PRIMARY KEY (facility_id, consent_id),
  FOREIGN KEY (facility_id, discharge_id) REFERENCES discharge
);
COMMENT ON TABLE consent IS 'A patient agreed to be texted at this number about this discharge. Append-only.';
COMMENT ON COLUMN consent.recorded_by IS 'person:<id>, token:<name> or kiosk:<id>.';
CREATE INDEX consent_of_discharge ON consent (facility_id, discharge_id, given_at);

CREATE TABLE consent_withdrawal (
  facility_id  uuid NOT NULL,
  consent_id   uuid NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  recorded_by  text NOT NULL,
  PRIMARY KEY (facility_id, consent_id),
  FOREIGN KEY (facility_id, consent_id) REFERENCES consent
);
COMMENT ON TABLE consent_withdrawal IS 'The consent no longer holds. Append-only.';

GRANT SELECT, INSERT,
  UPDATE (unit_id, discharged_at, day, language, standing, standing_at, corrected_at) ON discharge TO "${service_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO "${service_role}";
GRANT SELECT, INSERT ON consent, consent_withdrawal TO "${service_role}";
