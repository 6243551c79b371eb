-- +goose Up

CREATE TABLE office_town (
    office text PRIMARY KEY,
    town   text NOT NULL
);

COMMENT ON TABLE office_town IS 'Whose town an office is. One that stands here nowhere is of the town without a name.';

COMMENT ON CONSTRAINT office_town_pkey ON office_town IS 'An office is of one town.';

ALTER TABLE trail ADD COLUMN town text NOT NULL DEFAULT '';

COMMENT ON COLUMN trail.town IS 'Whose staff see it; empty: of the town without a name.';

CREATE INDEX trail_of_town ON trail (town, at);

COMMENT ON COLUMN chat.channel IS 'The network, and behind a slash the town, if it has a name.';

COMMENT ON COLUMN staff.channel IS 'The network, and behind a slash the town, if it has a name: a role is one in that town alone.';

-- +goose Down

DROP INDEX trail_of_town;

ALTER TABLE trail DROP COLUMN town;

DROP TABLE office_town;

COMMENT ON COLUMN chat.channel IS NULL;

COMMENT ON COLUMN staff.channel IS NULL;
