CREATE TABLE response (
  facility_id        uuid NOT NULL, -- a facility's, by way of its unit
  response_id        uuid NOT NULL,
  discharge_id       uuid,
  unit_id            uuid NOT NULL,
  kiosk_id           uuid,
  touchpoint         text NOT NULL CHECK (touchpoint ~ '^(at-discharge|day-[1-9][0-9]{0,2})$'),
  channel            text NOT NULL CHECK (channel IN ('kiosk', 'sms', 'web', 'staff', 'import')),
  respondent         text NOT NULL CHECK (respondent IN ('patient', 'carer', 'interpreter')),
  language           text NOT NULL,
  instrument         integer NOT NULL REFERENCES instrument,
  standing           text NOT NULL CHECK (standing IN ('open', 'complete', 'stopped', 'superseded', 'erased')),
  day                date NOT NULL,
  diagnosis          text CHECK (diagnosis IN ('yes', 'partly', 'no')),
  diagnosis_channel  text,
  treatment          text CHECK (treatment IN ('yes', 'partly', 'no')),
  treatment_channel  text,
  next_steps         text CHECK (next_steps IN ('yes', 'partly', 'no')),
  next_steps_channel text,
  body_digest        bytea,
  answered_at        timestamptz NOT NULL,
  received_at        timestamptz NOT NULL,
  closed_at          timestamptz,
  voided_at          timestamptz,
  PRIMARY KEY (facility_id, response_id),
  FOREIGN KEY (facility_id, discharge_id) REFERENCES discharge,
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit,
  FOREIGN KEY (facility_id, kiosk_id) REFERENCES kiosk,
  CHECK (standing <> 'complete' OR num_nonnulls(diagnosis, treatment, next_steps) > 0),
  CHECK (standing <> 'erased' OR num_nonnulls(discharge_id, diagnosis, treatment, next_steps, kiosk_id) = 0)
);
COMMENT ON TABLE response IS 'The answers for one discharge at one touchpoint. A skipped item is null. Its row outlives erasure, emptied, and so refuses the same submission for ever.';
COMMENT ON COLUMN response.response_id IS 'Made by the client, so that a submission whose acknowledgement was lost is the same one when it comes again.';
COMMENT ON COLUMN response.channel IS 'Where the response began; each answer records its own.';
COMMENT ON COLUMN response.standing IS 'open and complete count and use up the touchpoint; stopped was abandoned; superseded came second for its touchpoint; erased is a tombstone.';
COMMENT ON COLUMN response.day IS 'The discharge''s local day; for a walk-up the local day of its answer.';
COMMENT ON COLUMN response.body_digest IS 'SHA-256 of the submitted bytes: the same bytes again are a replay, other bytes a conflict.';
COMMENT ON COLUMN response.answered_at IS 'By the server''s clock: receipt less the time in the tablet''s queue.';
COMMENT ON COLUMN response.received_at IS 'With voided_at: what a chart showed as of any date.';

-- The first to commit has the touchpoint.
CREATE UNIQUE INDEX response_touchpoint ON response (facility_id, discharge_id, touchpoint)
  WHERE discharge_id IS NOT NULL AND standing IN ('open', 'complete');
-- For recounts of a stretch of days. Days grow, so inserts go to the right edge.
CREATE INDEX response_day ON response (facility_id, day);

GRANT SELECT, INSERT, UPDATE ON response TO "${service_role}";
