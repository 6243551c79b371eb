-- +goose Up

-- The key of the hashes by which senders are counted. It is made here and known
-- nowhere else. gen_random_uuid has 122 random bits.
CREATE TABLE seal (
    key bytea NOT NULL
);
COMMENT ON TABLE seal IS 'One row: the key of the hashes by which those who send messages are counted.';
INSERT INTO seal (key) VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- What counts against somebody's limits, also when they have had all their data
-- erased: nothing in it leads to a person without the key and their address.
CREATE TABLE deed (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sender bytea       NOT NULL,
    what   text        NOT NULL,
    office text        NOT NULL DEFAULT '',
    about  bigint,
    at     timestamptz NOT NULL
);
COMMENT ON TABLE deed IS 'What counts against limits, for a day. It outlives the erasing of a person.';
COMMENT ON COLUMN deed.sender IS 'Keyed hash of the chat from which it came.';
COMMENT ON COLUMN deed.about IS 'The appointment a code was asked or tried for; null: of none.';
CREATE INDEX deed_sender ON deed (sender, at);
CREATE INDEX deed_about ON deed (about, at) WHERE about IS NOT NULL;
CREATE INDEX deed_at ON deed (at);

-- +goose Down
DROP TABLE deed;
DROP TABLE seal;
