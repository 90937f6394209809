CREATE TABLE instrument (
  version      integer PRIMARY KEY CHECK (version > 0),
  published_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE instrument IS 'A versioned questionnaire: the three items and their wording per language and channel.';

CREATE TABLE instrument_wording (
  version  integer NOT NULL REFERENCES instrument,
  language text NOT NULL,
  key      text NOT NULL,
  wording  text NOT NULL,
  PRIMARY KEY (version, language, key)
);
COMMENT ON TABLE instrument_wording IS 'What patients were asked, word for word, for as long as there are answers to it. Append-only: other words are another version.';

GRANT SELECT, INSERT ON instrument, instrument_wording TO "${service_role}";
