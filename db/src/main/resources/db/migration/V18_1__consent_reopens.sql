-- A patient who agrees anew, after a stop, may be texted again; and that this reopened the number is in the ledger.

CREATE FUNCTION consent_reopens() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO suppression_event (facility_id, phone_hash, event, source, recorded_at)
  SELECT e.facility_id, e.phone_hash, 'start', 'consent:' || NEW.consent_id, NEW.given_at
  FROM suppression_event e
  WHERE e.facility_id = NEW.facility_id AND e.phone_hash = NEW.phone_hash
    AND e.event_id = (
      SELECT max(l.event_id) FROM suppression_event l
      WHERE l.facility_id = NEW.facility_id AND l.phone_hash = NEW.phone_hash)
    AND e.event = 'stop' AND e.recorded_at < NEW.given_at;
  RETURN NULL;
END $body$;
CREATE TRIGGER reopens AFTER INSERT ON consent
  FOR EACH ROW EXECUTE FUNCTION consent_reopens();
COMMENT ON COLUMN suppression_event.source IS 'reply:<carrier id>, wrong-person:<carrier id>, carrier:<error code>, person:<id>, link; of a start also consent:<id>, a consent given after the stop.';
