-- Why a text went or did not go. Triggers write the trail, in the transaction of the change itself: whatever moves a
-- conversation or a text leaves its mark, and the service cannot leave one out, add one or change one.

ALTER TABLE conversation ADD COLUMN held_because text;
COMMENT ON COLUMN conversation.held_because IS 'The rule that moved due_at last: quiet-hours, daily-cap, weekly-cap, corrected, asked-for-now.';
ALTER TABLE outgoing_text ADD COLUMN held_because text;
COMMENT ON COLUMN outgoing_text.held_because IS 'Why a waiting text waits: quiet-hours, daily-cap, weekly-cap, paused, refused-for-now, not-at-carrier. Say it together with not_before.';

CREATE TABLE outreach_event (
  facility_id     uuid NOT NULL REFERENCES facility,
  event_id        bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id uuid,
  text_id         uuid,
  happened_at     timestamptz NOT NULL,
  subject         text NOT NULL CHECK (subject IN ('conversation', 'text', 'reply')),
  event           text NOT NULL,
  because         text,
  until           timestamptz,
  error_code      integer,
  PRIMARY KEY (facility_id, event_id)
);
COMMENT ON TABLE outreach_event IS 'The trail of every conversation and text: codes and times, neither numbers nor words. Append-only, written by triggers; the service may only read it.';
COMMENT ON COLUMN outreach_event.event IS 'Of a conversation: its new state, or held when only its due time moved. Of a text: its status. Of a reply: heard.';
COMMENT ON COLUMN outreach_event.because IS 'The rule that held or ended it; of an asking conversation the item that is asked; of a reply what it was taken for.';
COMMENT ON COLUMN outreach_event.until IS 'Of what waits: until when.';
CREATE INDEX outreach_event_of_conversation ON outreach_event (facility_id, conversation_id, event_id);

CREATE FUNCTION conversation_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  INSERT INTO outreach_event (facility_id, conversation_id, happened_at, subject, event, because, until)
  VALUES (NEW.facility_id, NEW.conversation_id, NEW.changed_at, 'conversation',
    CASE WHEN TG_OP = 'UPDATE' AND NEW.state = 'planned' THEN 'held' ELSE NEW.state END,
    CASE WHEN NEW.state = 'planned' THEN NEW.held_because ELSE coalesce(NEW.ended_because, NEW.asking) END,
    CASE WHEN NEW.state = 'planned' THEN NEW.due_at END);
  RETURN NULL;
END $body$;
CREATE TRIGGER trail_on_insert AFTER INSERT ON conversation
  FOR EACH ROW EXECUTE FUNCTION conversation_trail();
CREATE TRIGGER trail_on_update AFTER UPDATE ON conversation
  FOR EACH ROW
  WHEN ((OLD.state, OLD.asking) IS DISTINCT FROM (NEW.state, NEW.asking)
    OR (NEW.state = 'planned' AND OLD.due_at <> NEW.due_at))
  EXECUTE FUNCTION conversation_trail();

CREATE FUNCTION text_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  INSERT INTO outreach_event (facility_id, conversation_id, text_id, happened_at, subject, event, because, until, error_code)
  VALUES (NEW.facility_id, NEW.conversation_id, NEW.text_id, NEW.changed_at, 'text', NEW.status,
    CASE NEW.status WHEN 'waiting' THEN NEW.held_because WHEN 'withheld' THEN NEW.withheld_because END,
    CASE NEW.status WHEN 'waiting' THEN NEW.not_before END,
    NEW.error_code);
  RETURN NULL;
END $body$;
CREATE TRIGGER trail_on_insert AFTER INSERT ON outgoing_text
  FOR EACH ROW EXECUTE FUNCTION text_trail();
CREATE TRIGGER trail_on_update AFTER UPDATE ON outgoing_text
  FOR EACH ROW
  WHEN ((OLD.status, OLD.not_before, OLD.error_code) IS DISTINCT FROM (NEW.status, NEW.not_before, NEW.error_code))
  EXECUTE FUNCTION text_trail();

CREATE FUNCTION reply_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  INSERT INTO outreach_event (facility_id, conversation_id, happened_at, subject, event, because)
  VALUES (NEW.facility_id, NEW.conversation_id, NEW.processed_at, 'reply', 'heard', NEW.understood_as);
  RETURN NULL;
END $body$;
CREATE TRIGGER trail_on_heard AFTER UPDATE ON incoming_text
  FOR EACH ROW
  WHEN (OLD.processed_at IS NULL AND NEW.processed_at IS NOT NULL AND NEW.conversation_id IS NOT NULL)
  EXECUTE FUNCTION reply_trail();

GRANT SELECT ON outreach_event TO "${service_role}";
