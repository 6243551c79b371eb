-- +goose Up

-- A turn changes its chat's row. PostgreSQL writes the new version into the same
-- page and leaves all indexes alone if no indexed column changes, and there is
-- room on the page. So no index is over the time of the last turn, nor over what
-- every turn counts up: it is over the hour, which changes once in a talk.
DROP INDEX chat_quiet;
DROP INDEX chat_undrawn;
ALTER TABLE chat
    ADD COLUMN active_in timestamp NOT NULL GENERATED ALWAYS AS (date_trunc('hour', updated_at AT TIME ZONE 'UTC')) STORED,
    ADD COLUMN open boolean NOT NULL GENERATED ALWAYS AS (state IS NOT NULL) STORED,
    SET (fillfactor = 70);
COMMENT ON COLUMN chat.active_in IS 'The hour of the last turn, in UTC.';
COMMENT ON COLUMN chat.open IS 'Whether what was said is remembered.';
CREATE INDEX chat_active ON chat (active_in);
CREATE INDEX chat_open ON chat (channel, active_in) WHERE open;

-- +goose Down
DROP INDEX chat_open;
DROP INDEX chat_active;
ALTER TABLE chat DROP COLUMN active_in, DROP COLUMN open, RESET (fillfactor);
CREATE INDEX chat_quiet ON chat (updated_at);
CREATE INDEX chat_undrawn ON chat (channel, updated_at) WHERE drawn < turns AND unreachable_at IS NULL;
