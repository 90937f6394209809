CREATE TABLE baseline (
  facility_id uuid NOT NULL REFERENCES facility,
  baseline_id uuid NOT NULL,
  unit_id     uuid,
  item        text NOT NULL CHECK (item IN ('diagnosis', 'treatment', 'next-steps', 'all-three')),
  touchpoint  text NOT NULL,
  channel     text NOT NULL,
  language    text,
  period      text NOT NULL CHECK (period IN ('day', 'week', 'month')),
  first_day   date NOT NULL,
  last_day    date NOT NULL,
  excluded    date[] NOT NULL DEFAULT '{}',
  centre_x    bigint NOT NULL CHECK (centre_x >= 0),
  centre_n    bigint NOT NULL CHECK (centre_n > 0),
  points      integer NOT NULL CHECK (points > 0),
  frozen_at   timestamptz NOT NULL,
  frozen_by   text NOT NULL,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  ended_at    timestamptz,
  PRIMARY KEY (facility_id, baseline_id),
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit,
  CHECK (last_day >= first_day)
);
COMMENT ON TABLE baseline IS 'A frozen stretch of a series. Its centre line is centre_x / centre_n as counted when it was frozen: late arrivals restate their points, never the line.';
COMMENT ON COLUMN baseline.unit_id IS 'Null: the whole facility.';
COMMENT ON COLUMN baseline.excluded IS 'First days of the periods that a person left out.';
CREATE UNIQUE INDEX baseline_of_series ON baseline (facility_id, unit_id, item, touchpoint, channel, language, period)
  NULLS NOT DISTINCT WHERE ended_at IS NULL;

CREATE TABLE change (
  facility_id uuid NOT NULL REFERENCES facility,
  change_id   uuid NOT NULL,
  on_day      date NOT NULL,
  description text NOT NULL CHECK (length(description) BETWEEN 1 AND 200),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (facility_id, change_id)
);
COMMENT ON TABLE change IS 'A dated, described improvement or event, drawn on the chart. It claims nothing.';
CREATE INDEX change_newest ON change (facility_id, on_day, change_id);

CREATE TABLE change_unit (
  facility_id uuid NOT NULL,
  change_id   uuid NOT NULL,
  unit_id     uuid NOT NULL,
  PRIMARY KEY (facility_id, change_id, unit_id),
  FOREIGN KEY (facility_id, change_id) REFERENCES change,
  FOREIGN KEY (facility_id, unit_id) REFERENCES unit
);
COMMENT ON TABLE change_unit IS 'The units a change touches. None: the whole facility.';

GRANT SELECT, INSERT, UPDATE (ended_at) ON baseline TO "${service_role}";
GRANT SELECT, INSERT ON change, change_unit TO "${service_role}";
