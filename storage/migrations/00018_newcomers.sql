-- +goose Up

-- Which mail address a deed or a code is about, as mails are counted.
ALTER TABLE deed ADD mailbox bytea;
COMMENT ON COLUMN deed.mailbox IS 'Hash of the mail address it is about; null: about none.';
CREATE INDEX deed_mailbox ON deed (mailbox, at) WHERE mailbox IS NOT NULL;
ALTER TABLE code ADD mailbox bytea;
COMMENT ON COLUMN code.mailbox IS 'Hash of the address that the code proves to be somebody''s; null: it fetches an appointment.';
ALTER TABLE code DROP CONSTRAINT code_known;
ALTER TABLE code ADD CONSTRAINT code_known CHECK ((hash IS NULL) = (appointment IS NULL AND mailbox IS NULL));

-- How many people never seen before asked for a time, and what an office does
-- about it.
CREATE INDEX deed_office ON deed (office, what, at);
ALTER TABLE appointment ADD newcomer boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN appointment.newcomer IS 'A hold by somebody of whom nothing is known yet.';
CREATE TABLE rush (
    office    text        NOT NULL,
    hour      timestamptz NOT NULL,
    newcomers integer     NOT NULL,
    braked    boolean     NOT NULL,
    PRIMARY KEY (office, hour)
);
COMMENT ON TABLE rush IS 'How many people never seen before asked for a time in an hour. What is usual is learned from it.';
COMMENT ON COLUMN rush.braked IS 'The brake was on in that hour; nothing is learned from it.';
CREATE TABLE brake (
    office text        PRIMARY KEY,
    usual  integer     NOT NULL,
    since  timestamptz,
    told   timestamptz
);
COMMENT ON TABLE brake IS 'Whether people never seen before are slowed down in an office.';
COMMENT ON COLUMN brake.usual IS 'The busiest usual hour of the last weeks.';
COMMENT ON COLUMN brake.since IS 'Null: the brake is off.';
COMMENT ON COLUMN brake.told IS 'When staff were told how it is.';

-- +goose Down
DROP TABLE brake;
DROP TABLE rush;
ALTER TABLE appointment DROP newcomer;
DELETE FROM code WHERE mailbox IS NOT NULL;
ALTER TABLE code DROP CONSTRAINT code_known;
ALTER TABLE code ADD CONSTRAINT code_known CHECK ((appointment IS NULL) = (hash IS NULL));
ALTER TABLE code DROP mailbox;
ALTER TABLE deed DROP mailbox;
