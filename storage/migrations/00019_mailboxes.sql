-- +goose Up

-- What is known of a mail address, by its hash: whether somebody has answered
-- from it, and whether its owner wants no mails of what others book.
CREATE TABLE mailbox (
    mailbox  bytea       PRIMARY KEY,
    answered timestamptz,
    refused  timestamptz,
    seen     timestamptz NOT NULL
);
COMMENT ON TABLE mailbox IS 'What is known of a mail address, without revealing it.';
COMMENT ON COLUMN mailbox.answered IS 'When a code or a link of a mail to it was used last.';
COMMENT ON COLUMN mailbox.refused IS 'When its owner said that mails to it are not for them; others cannot use it.';
COMMENT ON COLUMN mailbox.seen IS 'When either was last true, for forgetting it.';

-- By whose doing a mail goes out, so that nobody uses up what others are sent.
ALTER TABLE letter ADD stranger boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN letter.stranger IS 'Nobody knows yet that the address is that of who made it go out.';
ALTER TABLE letter ADD cause bigint;
COMMENT ON COLUMN letter.cause IS 'The person who made it go out; null: the office, or somebody who was erased.';
ALTER TABLE person ADD proved bytea;
COMMENT ON COLUMN person.proved IS 'Hash of the mail address that the person has shown to be theirs.';
ALTER TABLE letter ADD office text NOT NULL DEFAULT '';
CREATE INDEX wait_mail ON wait (mail_key) WHERE mail_key <> '';
CREATE INDEX letter_stranger ON letter (office, created_at) WHERE stranger;

-- +goose Down
ALTER TABLE person DROP proved;
ALTER TABLE letter DROP cause;
ALTER TABLE letter DROP office;
ALTER TABLE letter DROP stranger;
DROP INDEX wait_mail;
DROP TABLE mailbox;
