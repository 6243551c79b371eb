-- +goose Up

-- What networks delivered, until its turn is done. The number stays for two
-- days, so that what is delivered again is known.
CREATE TABLE inbox (
    channel     text        NOT NULL,
    id          bigint      NOT NULL,
    address     text        NOT NULL,
    raw         bytea,
    received_at timestamptz NOT NULL,
    done_at     timestamptz,
    reason      text,

    PRIMARY KEY (channel, id),
    CONSTRAINT inbox_waits_with_content CHECK (done_at IS NOT NULL OR raw IS NOT NULL)
);

COMMENT ON COLUMN inbox.raw IS 'As it came; erased with the turn, or some days after it was parked.';
COMMENT ON COLUMN inbox.reason IS 'Why it was parked: it could not be handled. Null where it was answered or waits.';
COMMENT ON CONSTRAINT inbox_waits_with_content ON inbox IS 'What waits can still be answered.';
CREATE INDEX inbox_waiting ON inbox (channel, address, id) WHERE done_at IS NULL;
CREATE INDEX inbox_done ON inbox (done_at);

-- Which turn a chat has come to, and which one it shows.
ALTER TABLE chat
    ADD COLUMN turns          bigint NOT NULL DEFAULT 0,
    ADD COLUMN drawn          bigint NOT NULL DEFAULT 0,
    ADD COLUMN screen         text   NOT NULL DEFAULT '',
    ADD COLUMN unreachable_at timestamptz;

COMMENT ON COLUMN chat.screen IS 'The message in which the view stands, as its network names it.';
COMMENT ON COLUMN chat.unreachable_at IS 'Since when nothing can be sent there; null once somebody writes again.';
CREATE INDEX chat_undrawn ON chat (channel, updated_at) WHERE drawn < turns AND unreachable_at IS NULL;

-- +goose Down
ALTER TABLE chat DROP COLUMN turns, DROP COLUMN drawn, DROP COLUMN screen, DROP COLUMN unreachable_at;
DROP TABLE inbox;
