CREATE TABLE concern (
  facility_id     uuid NOT NULL,
  concern_id      uuid NOT NULL,
  unit_id         uuid NOT NULL,
  discharge_id    uuid,
  response_id     uuid,
  conversation_id uuid,
  kind            text NOT NULL CHECK (kind IN ('explain', 'urgent', 'wrong-person')),
  items           text[] NOT NULL DEFAULT '{}' CHECK (items <@ ARRAY['diagnosis', 'treatment', 'next-steps']),
  raised_at       timestamptz NOT NULL,
  taken_by        uuid REFERENCES person,
  taken_at        timestamptz,
  outcome         text,
  ended_by        uuid REFERENCES person,
  ended_at        timestamptz,
  PRIMARY KEY (facility_id, concern_id),
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit,
  FOREIGN KEY (facility_id, discharge_id) REFERENCES discharge,
  FOREIGN KEY (facility_id, response_id) REFERENCES response,
  FOREIGN KEY (facility_id, conversation_id) REFERENCES conversation,
  CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
  CHECK (num_nonnulls(outcome, ended_by, ended_at) IN (0, 3)),
  CHECK (ended_at IS NULL OR taken_at IS NOT NULL),
  CHECK (CASE kind
    WHEN 'explain' THEN outcome IN ('explained', 'left', 'declined')
    ELSE outcome IN ('reached', 'not-reached', 'nothing-needed') END)
);
COMMENT ON TABLE concern IS 'Something that staff must look at: raised, then taken by somebody, then ended. It says no more of the patient than the discharge it is about.';
COMMENT ON COLUMN concern.kind IS 'explain: asked on the kiosk that someone explains before they leave. urgent: a reply by text speaks of an emergency or of self-harm. wrong-person: somebody else answers on the number.';
COMMENT ON COLUMN concern.items IS 'What was not understood, when that is what it is about.';
COMMENT ON COLUMN concern.unit_id IS 'Whose desk it is on. It follows the discharge when that is corrected.';
-- The desk of a unit or of a facility: few rows, whatever the table has grown to.
CREATE INDEX concern_open ON concern (facility_id, unit_id, raised_at) WHERE ended_at IS NULL;
CREATE INDEX concern_ended ON concern (facility_id, ended_at, concern_id) WHERE ended_at IS NOT NULL;
-- One concern of a kind for each response; and for each conversation one that is open.
CREATE UNIQUE INDEX concern_of_response ON concern (facility_id, response_id, kind) WHERE response_id IS NOT NULL;
CREATE UNIQUE INDEX concern_of_conversation ON concern (facility_id, conversation_id, kind)
  WHERE conversation_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX concern_of_discharge ON concern (facility_id, discharge_id);

ALTER TABLE response ADD COLUMN explain text[]
  CHECK (explain <@ ARRAY['diagnosis', 'treatment', 'next-steps'] AND cardinality(explain) > 0);
COMMENT ON COLUMN response.explain IS 'The patient asked that someone explains these before they leave.';
ALTER TABLE response ADD CHECK (standing <> 'erased' OR explain IS NULL);

CREATE TABLE teach_back (
  facility_id uuid NOT NULL,
  response_id uuid NOT NULL,
  said_sealed bytea NOT NULL,
  verdict     text CHECK (verdict IN ('correct', 'not-correct')),
  marked_by   uuid REFERENCES person,
  marked_at   timestamptz,
  PRIMARY KEY (facility_id, response_id),
  FOREIGN KEY (facility_id, response_id) REFERENCES response,
  CHECK (num_nonnulls(verdict, marked_by, marked_at) IN (0, 3))
);
COMMENT ON TABLE teach_back IS 'What a patient says they will do first at home, in their own words: sealed (AEAD bound to this row). Staff mark it.';
CREATE INDEX teach_back_unmarked ON teach_back (facility_id, response_id) WHERE verdict IS NULL;

CREATE TABLE kiosk_options (
  facility_id            uuid PRIMARY KEY REFERENCES facility,
  offer_help             boolean NOT NULL DEFAULT true,
  ask_number             boolean NOT NULL DEFAULT false,
  teach_back             boolean NOT NULL DEFAULT false,
  keep_abandoned_answers boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE kiosk_options IS 'What a facility''s tablets do besides the three questions. No row: the defaults.';

CREATE TABLE consent_wording (
  version  integer NOT NULL CHECK (version > 0),
  language text NOT NULL,
  wording  text NOT NULL,
  PRIMARY KEY (version, language)
);
COMMENT ON TABLE consent_wording IS 'What patients agreed to, word for word. A consent names its version and language. Append-only: other words are another version.';

GRANT SELECT, INSERT,
  UPDATE (unit_id, taken_by, taken_at, outcome, ended_by, ended_at) ON concern TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (verdict, marked_by, marked_at), DELETE ON teach_back TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON kiosk_options TO "${service_role}";
GRANT SELECT, INSERT ON consent_wording TO "${service_role}";
