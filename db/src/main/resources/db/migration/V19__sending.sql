-- How fast texts may go, and what the carrier has said against it. A sender's row belongs to its facility; the account
-- is one for all of them, and its row is read and written in a transaction of its own.

CREATE TABLE sender_traffic (
  facility_id   uuid NOT NULL REFERENCES facility,
  sender        text NOT NULL,
  spent_until   timestamptz NOT NULL,
  held_until    timestamptz,
  slowness      integer NOT NULL DEFAULT 0 CHECK (slowness BETWEEN 0 AND 6),
  slowed_at     timestamptz,
  stopped_at    timestamptz,
  error_code    integer,
  PRIMARY KEY (facility_id, sender)
);
COMMENT ON TABLE sender_traffic IS 'What one sender may do now. All copies of the service take their share from this row.';
COMMENT ON COLUMN sender_traffic.spent_until IS 'The moment at which everything sent so far is paid for at the sender''s pace. Later than now by the whole allowance: nothing may go.';
COMMENT ON COLUMN sender_traffic.held_until IS 'The carrier asked for patience: nothing goes before then.';
COMMENT ON COLUMN sender_traffic.slowness IS 'How often the pace was halved; it comes back by one step every few minutes after slowed_at.';
COMMENT ON COLUMN sender_traffic.stopped_at IS 'The carrier filters or does not know this sender: nothing goes until a person lets it go again.';
COMMENT ON COLUMN sender_traffic.error_code IS 'The carrier''s code for what holds or stops it.';

CREATE TABLE account_traffic (
  account     text PRIMARY KEY,
  spent_until timestamptz NOT NULL,
  held_until  timestamptz,
  error_code  integer
);
COMMENT ON TABLE account_traffic IS 'What the account at the carrier may do now, for all facilities that text through it. Not of a facility.';

CREATE TABLE reply_collection (
  facility_id     uuid NOT NULL REFERENCES facility,
  sender          text NOT NULL,
  collected_until timestamptz NOT NULL,
  PRIMARY KEY (facility_id, sender)
);
COMMENT ON TABLE reply_collection IS 'Up to when the carrier was asked for the replies to a sender, to find those whose webhook was lost.';

ALTER TABLE outgoing_text ADD COLUMN repeats uuid;
ALTER TABLE outgoing_text ADD COLUMN looked_up_at timestamptz;
ALTER TABLE outgoing_text ADD FOREIGN KEY (facility_id, repeats) REFERENCES outgoing_text;
COMMENT ON COLUMN outgoing_text.repeats IS 'The text that did not arrive for a passing reason, and that this one says again. Once: a repetition is not repeated.';
COMMENT ON COLUMN outgoing_text.looked_up_at IS 'When an unknown text was last looked for at the carrier.';
CREATE UNIQUE INDEX outgoing_text_repeated ON outgoing_text (facility_id, repeats) WHERE repeats IS NOT NULL;

-- Claims are made per sender; answers to patients come before what we start.
DROP INDEX outgoing_text_waiting;
CREATE INDEX outgoing_text_waiting ON outgoing_text (facility_id, sender, not_before, text_id) WHERE status = 'waiting';
CREATE INDEX outgoing_text_answers ON outgoing_text (facility_id, sender, not_before, text_id)
  WHERE status = 'waiting' AND purpose NOT IN ('invitation', 'reminder');

GRANT SELECT, INSERT, UPDATE ON sender_traffic, account_traffic, reply_collection TO "${service_role}";
