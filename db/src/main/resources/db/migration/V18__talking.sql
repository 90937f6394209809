-- What a conversation by text needs to know of itself beyond the question that is open.

ALTER TABLE conversation
  ADD COLUMN items text NOT NULL DEFAULT 'diagnosis treatment next-steps'
    CHECK (items ~ '^(diagnosis|treatment|next-steps)( (diagnosis|treatment|next-steps)){2}$'),
  ADD COLUMN last_item text CHECK (last_item IN ('diagnosis', 'treatment', 'next-steps')),
  DROP CONSTRAINT conversation_state_check,
  ADD CONSTRAINT conversation_state_check CHECK (state IN
    ('planned', 'asking', 'paused', 'complete', 'expired', 'stopped', 'wrong-person', 'cancelled')),
  DROP CONSTRAINT conversation_check,
  ADD CONSTRAINT conversation_check CHECK ((state IN ('asking', 'paused')) = (asking IS NOT NULL));
COMMENT ON COLUMN conversation.state IS 'paused: a reply spoke of an emergency; the question stays open in silence. wrong-person: somebody else has the number, and what they answered is voided.';
COMMENT ON COLUMN conversation.items IS 'The order of asking: what was not understood at discharge comes first.';
COMMENT ON COLUMN conversation.last_item IS 'What was answered last by text, which a correction is about.';

DROP INDEX conversation_expiring;
CREATE INDEX conversation_expiring ON conversation (facility_id, expires_at) WHERE state IN ('asking', 'paused');

ALTER TABLE outgoing_text
  DROP CONSTRAINT outgoing_text_purpose_check,
  ADD CONSTRAINT outgoing_text_purpose_check CHECK (purpose IN
    ('invitation', 'reminder', 'question', 'clarification', 'thanks', 'stop-confirmation', 'start-confirmation', 'help',
     'closed', 'emergency'));

ALTER TABLE incoming_text
  ADD COLUMN comment_on text CHECK (comment_on IN ('diagnosis', 'treatment', 'next-steps'));
COMMENT ON COLUMN incoming_text.comment_on IS 'The words are more than an answer, or none, and are kept as a comment on this item.';

ALTER TABLE facility ADD COLUMN emergency_number text CHECK (emergency_number ~ '^[0-9]{2,15}$');
COMMENT ON COLUMN facility.emergency_number IS 'What patients dial in danger, such as 911. Null: texts say "emergency services" in words.';
GRANT UPDATE (emergency_number) ON facility TO "${service_role}";
