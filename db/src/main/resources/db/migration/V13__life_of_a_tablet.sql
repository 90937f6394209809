ALTER TABLE kiosk
  ADD COLUMN locked_at           timestamptz,
  ADD COLUMN unsent              integer CHECK (unsent >= 0),
  ADD COLUMN unsent_since        timestamptz,
  ADD COLUMN quarantined         integer CHECK (quarantined >= 0),
  ADD COLUMN storage_persisted   boolean,
  ADD COLUMN battery_percent     integer CHECK (battery_percent BETWEEN 0 AND 100),
  ADD COLUMN charging            boolean,
  ADD COLUMN clock_ahead_seconds bigint;
COMMENT ON COLUMN kiosk.locked_at IS 'Put out of use until an administrator unlocks it. It asks no patients and finds no visits; what it holds it still sends.';
COMMENT ON COLUMN kiosk.unsent IS 'Answers that waited on the tablet when it last reported. Null before its first report, as are the columns after this one.';
COMMENT ON COLUMN kiosk.unsent_since IS 'Since when the oldest of them has waited, by the server''s clock. Null when none waits.';
COMMENT ON COLUMN kiosk.quarantined IS 'Answers that the server refused and the tablet keeps for staff.';
COMMENT ON COLUMN kiosk.storage_persisted IS 'Whether the browser has promised not to clear the tablet''s storage by itself.';
COMMENT ON COLUMN kiosk.battery_percent IS 'Null where the browser does not tell.';
COMMENT ON COLUMN kiosk.clock_ahead_seconds IS 'The tablet''s clock less the server''s. Shown to staff; no time is ever taken from the tablet''s clock.';

CREATE TABLE unit_pin (
  facility_id uuid NOT NULL,
  unit_id     uuid NOT NULL,
  pin_hash    text NOT NULL,
  set_at      timestamptz NOT NULL,
  set_by      uuid NOT NULL REFERENCES person,
  PRIMARY KEY (facility_id, unit_id),
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit
);
COMMENT ON TABLE unit_pin IS 'What a unit''s staff type on a tablet to pick a patient''s visit from the day''s discharges. No row: nobody may.';
COMMENT ON COLUMN unit_pin.pin_hash IS 'Argon2id in its PHC string, like a password.';

CREATE TABLE kiosk_attempts (
  facility_id uuid NOT NULL,
  kiosk_id    uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('visit-code', 'pin')),
  since       timestamptz NOT NULL,
  attempts    integer NOT NULL,
  PRIMARY KEY (facility_id, kiosk_id, kind),
  FOREIGN KEY (facility_id, kiosk_id) REFERENCES kiosk
);
COMMENT ON TABLE kiosk_attempts IS 'How often a tablet has tried to guess since the stretch of time began that its limit is for. One row for each kind, so that many attempts at once are counted one after another.';

GRANT UPDATE (locked_at, unsent, unsent_since, quarantined, storage_persisted, battery_percent, charging,
  clock_ahead_seconds) ON kiosk TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (pin_hash, set_at, set_by), DELETE ON unit_pin TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (since, attempts), DELETE ON kiosk_attempts TO "${service_role}";
