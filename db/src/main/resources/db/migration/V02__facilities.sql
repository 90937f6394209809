CREATE TABLE facility (
  facility_id     uuid PRIMARY KEY,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  zone            text NOT NULL,
  languages       text[] NOT NULL CHECK (cardinality(languages) > 0),
  callback_number text,
  demonstration   boolean NOT NULL DEFAULT false,
  created_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE facility IS 'A hospital or clinic with one IANA time zone.';
COMMENT ON COLUMN facility.zone IS 'IANA name. Days, weeks and months of everything below are made in it.';
COMMENT ON COLUMN facility.languages IS 'What patients may choose, in the order in which it is offered.';
COMMENT ON COLUMN facility.demonstration IS 'Its patients are invented. Set when it is made and never changed, so that invented and real numbers cannot mix.';

CREATE TABLE unit (
  facility_id uuid NOT NULL REFERENCES facility,
  unit_id     uuid NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (facility_id, unit_id),
  UNIQUE (facility_id, name)
);
COMMENT ON TABLE unit IS 'A ward, department or clinic inside a facility.';

CREATE TABLE sender (
  address     text PRIMARY KEY CHECK (address ~ '^(\+[1-9][0-9]{6,14}|MG[0-9a-fA-F]{32})$'),
  facility_id uuid NOT NULL REFERENCES facility,
  created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE sender IS 'A number or messaging service that texts for one facility and only one: the To of an inbound text decides the facility. Not distributed, since it is what finds the facility.';
CREATE INDEX sender_of_facility ON sender (facility_id, created_at);

GRANT SELECT, INSERT, UPDATE (name, zone, languages, callback_number) ON facility TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (name) ON unit TO "${service_role}";
GRANT SELECT, INSERT, DELETE ON sender TO "${service_role}";
