CREATE TABLE conversation (
  facility_id     uuid NOT NULL REFERENCES facility,
  conversation_id uuid NOT NULL,
  discharge_id    uuid NOT NULL,
  touchpoint      text NOT NULL CHECK (touchpoint ~ '^day-[1-9][0-9]{0,2}$'),
  sender          text,
  language        text NOT NULL,
  state           text NOT NULL CHECK (state IN ('planned', 'asking', 'complete', 'expired', 'stopped', 'cancelled')),
  asking          text CHECK (asking IN ('diagnosis', 'treatment', 'next-steps')),
  misunderstood   integer NOT NULL DEFAULT 0,
  due_at          timestamptz NOT NULL,
  hour_waived     boolean NOT NULL DEFAULT false,
  expires_at      timestamptz NOT NULL,
  response_id     uuid,
  ended_because   text,
  planned_with    timestamptz,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (facility_id, conversation_id),
  UNIQUE (facility_id, discharge_id, touchpoint),
  FOREIGN KEY (facility_id, discharge_id) REFERENCES discharge,
  FOREIGN KEY (facility_id, response_id) REFERENCES response,
  CHECK ((state = 'asking') = (asking IS NOT NULL))
);
COMMENT ON TABLE conversation IS 'One discharge asked by text at one touchpoint: planned, then one question after another.';
COMMENT ON COLUMN conversation.due_at IS 'When the first text may go, by the plan. The hour is checked again when it is sent.';
COMMENT ON COLUMN conversation.planned_with IS 'The discharge''s corrected_at that the plan was made with: another one there means planning again. Comparing times of change would miss a correction that commits late.';
COMMENT ON COLUMN conversation.ended_because IS 'Why it ended without being answered here: suppressed, no-consent, discharge-<standing>, answered-elsewhere, expired.';
COMMENT ON COLUMN conversation.hour_waived IS 'Set only through the sandbox carrier, which may ask for its follow-ups now, whatever the hour.';
CREATE INDEX conversation_due ON conversation (facility_id, due_at) WHERE state = 'planned';
CREATE INDEX conversation_expiring ON conversation (facility_id, expires_at) WHERE state = 'asking';

CREATE TABLE outgoing_text (
  facility_id      uuid NOT NULL REFERENCES facility,
  text_id          uuid NOT NULL,
  conversation_id  uuid,
  sender           text NOT NULL,
  recipient_sealed bytea NOT NULL,
  recipient_hash   bytea NOT NULL CHECK (length(recipient_hash) = 32),
  purpose          text NOT NULL CHECK (purpose IN ('invitation', 'question', 'clarification', 'thanks', 'stop-confirmation', 'start-confirmation', 'help', 'closed')),
  body_sealed      bytea NOT NULL,
  status           text NOT NULL DEFAULT 'waiting' CHECK (status IN
                     ('waiting', 'attempting', 'unknown', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'withheld')),
  withheld_because text,
  not_before       timestamptz NOT NULL,
  attempts         integer NOT NULL DEFAULT 0,
  attempted_at     timestamptz,
  resent           boolean NOT NULL DEFAULT false,
  carrier_id       text,
  error_code       integer,
  created_at       timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL,
  PRIMARY KEY (facility_id, text_id),
  FOREIGN KEY (facility_id, conversation_id) REFERENCES conversation
);
COMMENT ON TABLE outgoing_text IS 'The outbox. A row is written in the transaction that decides the text, claimed by FOR UPDATE SKIP LOCKED, and marked attempting before the carrier is called.';
COMMENT ON COLUMN outgoing_text.status IS 'Ranks only rise. unknown: the carrier may have it; it is looked up there before anything is sent again.';
COMMENT ON COLUMN outgoing_text.withheld_because IS 'The rule that stopped it: suppressed, no-consent, discharge-<standing>, …';
CREATE INDEX outgoing_text_waiting ON outgoing_text (facility_id, not_before) WHERE status = 'waiting';
CREATE INDEX outgoing_text_unsettled ON outgoing_text (facility_id, attempted_at) WHERE status IN ('attempting', 'unknown');
-- A text at the carrier is one text of ours: reconciling cannot give it to two.
CREATE UNIQUE INDEX outgoing_text_at_carrier ON outgoing_text (facility_id, carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX outgoing_text_of_conversation ON outgoing_text (facility_id, conversation_id, created_at);
CREATE INDEX outgoing_text_of_number ON outgoing_text (facility_id, recipient_hash, created_at);

CREATE TABLE incoming_text (
  facility_id   uuid NOT NULL REFERENCES facility,
  carrier_id    text NOT NULL,
  recipient     text NOT NULL,
  sender_sealed bytea NOT NULL,
  sender_hash   bytea NOT NULL CHECK (length(sender_hash) = 32),
  body_sealed   bytea NOT NULL,
  media_count   integer NOT NULL DEFAULT 0,
  opt_out_type  text CHECK (opt_out_type IN ('STOP', 'START', 'HELP')),
  received_at   timestamptz NOT NULL,
  processed_at  timestamptz,
  failures      integer NOT NULL DEFAULT 0,
  conversation_id uuid,
  understood_as text,
  PRIMARY KEY (facility_id, carrier_id),
  FOREIGN KEY (facility_id, conversation_id) REFERENCES conversation
);
COMMENT ON TABLE incoming_text IS 'The inbox. Stored first, under the carrier''s own id, which is unique; processed after.';
COMMENT ON COLUMN incoming_text.recipient IS 'Our sender''s address: what decided the facility.';
COMMENT ON COLUMN incoming_text.failures IS 'How often processing it broke. Those that keep breaking stand aside, so that they do not hold up the others.';
CREATE INDEX incoming_text_pending ON incoming_text (facility_id, received_at) WHERE processed_at IS NULL;
CREATE INDEX incoming_text_of_number ON incoming_text (facility_id, sender_hash, received_at);

CREATE TABLE suppression_event (
  facility_id uuid NOT NULL REFERENCES facility,
  event_id    bigint GENERATED ALWAYS AS IDENTITY,
  phone_hash  bytea NOT NULL CHECK (length(phone_hash) = 32),
  event       text NOT NULL CHECK (event IN ('stop', 'start')),
  source      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (facility_id, event_id)
);
COMMENT ON TABLE suppression_event IS 'The suppression ledger, append-only. A number is suppressed while its last event is a stop. It outlives the erasure of a patient: that is what keeps a stopped number stopped.';
COMMENT ON COLUMN suppression_event.source IS 'reply:<carrier id>, carrier:<error code>, person:<id>, …';
CREATE INDEX suppression_of_number ON suppression_event (facility_id, phone_hash, event_id DESC);

GRANT SELECT, INSERT, UPDATE ON conversation, outgoing_text, incoming_text TO "${service_role}";
GRANT SELECT, INSERT ON suppression_event TO "${service_role}";
