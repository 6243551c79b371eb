-- +goose NO TRANSACTION
-- +goose Up

-- A town looks for its own people, and a frequent name has them in all towns. So
-- each word of a name stands in the index behind its office: a search reads what
-- the office has, also of all words with one beginning. Neither an office's id
-- nor a word has a space.
--
-- People book while the index is made. A program before this step finds names
-- without an index of its own until it ends: by the office, one after the other.
-- The function's words are bound where it is made, so that a restored copy finds
-- them too. If the step was cut off, what it left is made again.
CREATE OR REPLACE FUNCTION name_words(office text, name text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN replace(' ' || strip(to_tsvector('simple', plain_name(name)))::text, ' ''', ' ''' || office || ' ')::tsvector;
COMMENT ON FUNCTION name_words IS 'The words of a name as they are looked for, each behind the office and a space.';
SET statement_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS appointment_words;
CREATE INDEX CONCURRENTLY appointment_words ON appointment USING gin (name_words(office, name))
    WITH (fastupdate = off) WHERE state <> 'held' AND name <> '-';
DROP INDEX CONCURRENTLY IF EXISTS appointment_name;
RESET statement_timeout;

-- +goose Down
DROP INDEX appointment_words;
DROP FUNCTION name_words;
CREATE INDEX appointment_name ON appointment USING gin (to_tsvector('simple', plain_name(name)))
    WITH (fastupdate = off) WHERE state <> 'held' AND name <> '-';
