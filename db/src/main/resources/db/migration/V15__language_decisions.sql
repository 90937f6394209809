CREATE TABLE language_decision (
  facility_id uuid NOT NULL REFERENCES facility,
  decision_id uuid NOT NULL,
  language    text NOT NULL,
  enabled     boolean NOT NULL,
  review      text NOT NULL CHECK (review IN ('draft', 'unreviewed', 'reviewed')),
  confirmed   boolean NOT NULL,
  decided_by  uuid NOT NULL REFERENCES person,
  decided_at  timestamptz NOT NULL,
  PRIMARY KEY (facility_id, decision_id),
  CHECK (confirmed OR NOT enabled OR review <> 'draft')
);
COMMENT ON TABLE language_decision IS 'Who let patients choose a language, or no longer, and when. Append-only. facility.languages is what holds.';
COMMENT ON COLUMN language_decision.review IS 'What was known of the wording when it was decided.';
COMMENT ON COLUMN language_decision.confirmed IS 'The person was told that it is a draft and enabled it all the same.';
CREATE INDEX language_decision_latest ON language_decision (facility_id, language, decided_at);

GRANT SELECT, INSERT ON language_decision TO "${service_role}";
