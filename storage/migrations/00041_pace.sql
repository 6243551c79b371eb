-- +goose Up

-- What is lost in a crash is a second of somebody's pace.
CREATE UNLOGGED TABLE pace (
    sender text PRIMARY KEY,
    given  timestamptz NOT NULL
);

COMMENT ON TABLE pace IS 'Until when the turns of a sender are given out that all replicas share.';

COMMENT ON COLUMN pace.sender IS 'A hash of the token: the network counts by that.';

-- +goose Down

DROP TABLE pace;
