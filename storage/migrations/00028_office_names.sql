-- +goose Up

-- What each office is called, so that people who have booked at one that is in no
-- file any more learn which it was.
CREATE TABLE office_name (
    office text  PRIMARY KEY,
    name   jsonb NOT NULL,
    CONSTRAINT office_name_by_language CHECK (jsonb_typeof(name) = 'object')
);
COMMENT ON COLUMN office_name.name IS 'By language, as the office files said last.';

-- +goose Down
DROP TABLE office_name;
