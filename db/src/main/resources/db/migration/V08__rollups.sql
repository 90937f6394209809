-- Counts by local day and cell. A statement that adds, changes or removes responses also adds, in its own transaction,
-- the difference it makes to `rollup_delta`; a consumer folds differences into `rollup`. Readers sum both in one
-- statement, so that what they see equals a recount in every snapshot, whatever has been folded. No writer ever waits
-- for a counter another writer holds.

CREATE TABLE rollup (
  facility_id      uuid NOT NULL,
  day              date NOT NULL,
  unit_id          uuid NOT NULL,
  touchpoint       text NOT NULL,
  channel          text NOT NULL,
  language         text NOT NULL,
  respondent       text NOT NULL,
  walk_up          boolean NOT NULL,
  instrument       integer NOT NULL,
  responses        integer NOT NULL,
  diagnosis_yes    integer NOT NULL,
  diagnosis_partly integer NOT NULL,
  diagnosis_no     integer NOT NULL,
  treatment_yes    integer NOT NULL,
  treatment_partly integer NOT NULL,
  treatment_no     integer NOT NULL,
  next_steps_yes    integer NOT NULL,
  next_steps_partly integer NOT NULL,
  next_steps_no     integer NOT NULL,
  all_answered     integer NOT NULL,
  all_yes          integer NOT NULL,
  -- A series has one touchpoint and one channel, and a stretch of days: together in the index, and no others between.
  PRIMARY KEY (facility_id, touchpoint, channel, walk_up, day, unit_id, language, respondent, instrument)
);
-- Starting workers takes longer than a series does.
ALTER TABLE rollup SET (parallel_workers = 0);
COMMENT ON TABLE rollup IS 'Counts of counted responses (open and complete, not voided) and retained counts, by local day and cell. Read it together with rollup_delta.';

CREATE TABLE rollup_delta (
  LIKE rollup,
  delta_id bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (facility_id, delta_id)
);
COMMENT ON TABLE rollup_delta IS 'Differences not yet folded into rollup.';

CREATE TABLE retained_count (
  LIKE rollup,
  retained_id uuid NOT NULL,
  reason      text NOT NULL CHECK (reason IN ('imported', 'erased')),
  retained_at timestamptz NOT NULL,
  voided_at   timestamptz,
  PRIMARY KEY (facility_id, retained_id),
  FOREIGN KEY (facility_id) REFERENCES facility
);
COMMENT ON TABLE retained_count IS 'Counts without responses: imported as counts, or kept when a response was erased.';

-- What counts, and how, is said once here and built into the view that a recount reads and into the triggers.
DO $migration$
DECLARE
  dimensions CONSTANT text := 'facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument';
  counts CONSTANT text[] := ARRAY['responses',
    'diagnosis_yes', 'diagnosis_partly', 'diagnosis_no',
    'treatment_yes', 'treatment_partly', 'treatment_no',
    'next_steps_yes', 'next_steps_partly', 'next_steps_no',
    'all_answered', 'all_yes'];
  response_is_counted CONSTANT text := $sql$
    standing IN ('open', 'complete') AND voided_at IS NULL
    AND num_nonnulls(diagnosis, treatment, next_steps) > 0$sql$;
  cell_of_response CONSTANT text := $sql$
    facility_id, day, unit_id, touchpoint, channel, language, respondent,
    discharge_id IS NULL AS walk_up, instrument, 1 AS responses,
    (diagnosis IS NOT DISTINCT FROM 'yes')::integer AS diagnosis_yes,
    (diagnosis IS NOT DISTINCT FROM 'partly')::integer AS diagnosis_partly,
    (diagnosis IS NOT DISTINCT FROM 'no')::integer AS diagnosis_no,
    (treatment IS NOT DISTINCT FROM 'yes')::integer AS treatment_yes,
    (treatment IS NOT DISTINCT FROM 'partly')::integer AS treatment_partly,
    (treatment IS NOT DISTINCT FROM 'no')::integer AS treatment_no,
    (next_steps IS NOT DISTINCT FROM 'yes')::integer AS next_steps_yes,
    (next_steps IS NOT DISTINCT FROM 'partly')::integer AS next_steps_partly,
    (next_steps IS NOT DISTINCT FROM 'no')::integer AS next_steps_no,
    (num_nonnulls(diagnosis, treatment, next_steps) = 3)::integer AS all_answered,
    ((diagnosis = 'yes' AND treatment = 'yes' AND next_steps = 'yes') IS TRUE)::integer AS all_yes$sql$;
  cell_of_retained CONSTANT text := dimensions || ', ' || array_to_string(counts, ', ');
  summed CONSTANT text := (SELECT string_agg(format('sum(sign * %I)', c), ', ') FROM unnest(counts) c);
  something CONSTANT text := (SELECT string_agg(format('sum(sign * %I) <> 0', c), ' OR ') FROM unnest(counts) c);
  source record;
  event record;
  added text;
  removed text;
BEGIN
  EXECUTE format('CREATE VIEW counted AS SELECT %s FROM response WHERE %s UNION ALL SELECT %s FROM retained_count WHERE voided_at IS NULL',
    cell_of_response, response_is_counted, cell_of_retained);
  FOR source IN
    SELECT * FROM (VALUES
      ('response', cell_of_response, response_is_counted),
      ('retained_count', cell_of_retained, 'voided_at IS NULL')) s (name, cell, rule)
  LOOP
    added := format('SELECT 1 AS sign, %s FROM added_rows WHERE %s', source.cell, source.rule);
    removed := format('SELECT -1 AS sign, %s FROM removed_rows WHERE %s', source.cell, source.rule);
    FOR event IN
      SELECT * FROM (VALUES
        ('insert', added, 'NEW TABLE AS added_rows'),
        ('update', added || ' UNION ALL ' || removed, 'NEW TABLE AS added_rows OLD TABLE AS removed_rows'),
        ('delete', removed, 'OLD TABLE AS removed_rows')) e (name, rows, tables)
    LOOP
      EXECUTE format($sql$
        CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          INSERT INTO rollup_delta (%2$s, %3$s)
          SELECT %2$s, %4$s FROM (%5$s) difference GROUP BY %2$s HAVING %6$s;
          RETURN NULL;
        END $body$ $sql$,
        source.name || '_' || event.name || '_counts', dimensions, array_to_string(counts, ', '), summed, event.rows, something);
      EXECUTE format('CREATE TRIGGER counts_on_%s AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
        event.name, event.name, source.name, event.tables, source.name || '_' || event.name || '_counts');
    END LOOP;
  END LOOP;
END
$migration$;
COMMENT ON VIEW counted IS 'One row for every counted response or retained count: what a recount sums.';

GRANT SELECT, INSERT, UPDATE ON rollup TO "${service_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_delta TO "${service_role}";
GRANT SELECT, INSERT, UPDATE (voided_at) ON retained_count TO "${service_role}";
GRANT SELECT ON counted TO "${service_role}";
