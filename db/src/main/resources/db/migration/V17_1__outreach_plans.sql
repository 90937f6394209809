CREATE TABLE outreach_plan (
  facility_id        uuid NOT NULL REFERENCES facility,
  edition            integer NOT NULL CHECK (edition > 0),
  opens              time NOT NULL CHECK (opens >= '08:00'),
  closes             time NOT NULL CHECK (closes <= '21:00'),
  preferred          time NOT NULL,
  reminders          integer NOT NULL CHECK (reminders BETWEEN 0 AND 3),
  remind_after_hours integer NOT NULL CHECK (remind_after_hours BETWEEN 12 AND 96),
  daily_cap          integer NOT NULL CHECK (daily_cap BETWEEN 1 AND 3),
  weekly_cap         integer NOT NULL CHECK (weekly_cap BETWEEN daily_cap AND 10),
  set_by             text NOT NULL,
  set_at             timestamptz NOT NULL,
  PRIMARY KEY (facility_id, edition),
  CHECK (closes - opens >= interval '1 hour'),
  CHECK (preferred >= opens AND preferred < closes)
);
COMMENT ON TABLE outreach_plan IS 'When and how often a facility texts. Append-only: a change is another edition, the highest is in force, and without any the usual plan is.';
COMMENT ON COLUMN outreach_plan.opens IS 'Local time of the patient, as closes and preferred. The law''s outer bounds, 8:00 and 21:00, cannot be widened.';
COMMENT ON COLUMN outreach_plan.daily_cap IS 'Texts that we start (invitations, reminders) with one number in a day; weekly_cap in any seven days.';
COMMENT ON COLUMN outreach_plan.set_by IS 'person:<id>.';

CREATE TABLE outreach_followup (
  facility_id    uuid NOT NULL,
  edition        integer NOT NULL,
  touchpoint     text NOT NULL CHECK (touchpoint ~ '^day-([1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-5])$'),
  answering_days integer NOT NULL,
  PRIMARY KEY (facility_id, edition, touchpoint),
  FOREIGN KEY (facility_id, edition) REFERENCES outreach_plan,
  CHECK (answering_days BETWEEN 2 AND CASE touchpoint WHEN 'day-30' THEN 14 ELSE 7 END)
);
COMMENT ON TABLE outreach_followup IS 'The touchpoints of a plan''s edition. Append-only.';
COMMENT ON COLUMN outreach_followup.answering_days IS 'For how long answers are taken. Not longer than charts wait for them, or a period would count before it can be complete.';

ALTER TABLE discharge ADD COLUMN zone text;
COMMENT ON COLUMN discharge.zone IS 'IANA name of the zone that the patient goes home to, when it was entered. Null: the number''s prefix tells, or else the facility''s zone is taken.';

ALTER TABLE conversation ADD COLUMN edition integer NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN remind_at timestamptz;
ALTER TABLE conversation ADD COLUMN reminded integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN conversation.edition IS 'Of the facility''s outreach plan that this was planned by: another one in force means planning again.';
COMMENT ON COLUMN conversation.remind_at IS 'When the next reminder may go, if the open question is still without an answer then. Null: there will be none.';
COMMENT ON COLUMN conversation.held_because IS 'The rule that moved due_at or remind_at last: quiet-hours, daily-cap, weekly-cap, corrected, plan-changed, asked-for-now, answered-lately; or why there is no reminder: all-reminded, not-delivered, no-consent …';
CREATE INDEX conversation_silent ON conversation (facility_id, remind_at) WHERE state = 'asking' AND remind_at IS NOT NULL;

ALTER TABLE outgoing_text DROP CONSTRAINT outgoing_text_purpose_check;
ALTER TABLE outgoing_text ADD CONSTRAINT outgoing_text_purpose_check CHECK (purpose ~ '^[a-z]+(-[a-z]+)*$');

CREATE OR REPLACE FUNCTION conversation_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  INSERT INTO outreach_event (facility_id, conversation_id, happened_at, subject, event, because, until)
  VALUES (NEW.facility_id, NEW.conversation_id, NEW.changed_at, 'conversation',
    CASE WHEN TG_OP = 'UPDATE' AND NEW.state = 'planned' THEN 'held' ELSE NEW.state END,
    CASE WHEN NEW.state = 'planned' THEN NEW.held_because ELSE coalesce(NEW.ended_because, NEW.asking) END,
    CASE WHEN NEW.state = 'planned' THEN NEW.due_at WHEN NEW.asking IS NOT NULL THEN NEW.remind_at END);
  RETURN NULL;
END $body$;

CREATE FUNCTION reminder_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  INSERT INTO outreach_event (facility_id, conversation_id, happened_at, subject, event, because, until)
  VALUES (NEW.facility_id, NEW.conversation_id, NEW.changed_at, 'conversation',
    CASE WHEN NEW.remind_at IS NULL THEN 'no-reminder' ELSE 'reminder-held' END, NEW.held_because, NEW.remind_at);
  RETURN NULL;
END $body$;
CREATE TRIGGER trail_of_reminder AFTER UPDATE ON conversation
  FOR EACH ROW
  WHEN (OLD.state = 'asking' AND NEW.state = 'asking' AND OLD.remind_at IS DISTINCT FROM NEW.remind_at)
  EXECUTE FUNCTION reminder_trail();

GRANT SELECT, INSERT ON outreach_plan, outreach_followup TO "${service_role}";
GRANT UPDATE (zone) ON discharge TO "${service_role}";
