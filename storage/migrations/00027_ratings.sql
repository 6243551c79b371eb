-- +goose Up

-- How visits were, as people say. Nothing leads from a row to a visit or a person:
-- they have no order and name a week, not a time.
CREATE TABLE rating (
    id     uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
    office text    NOT NULL,
    week   date    NOT NULL,
    stars  integer NOT NULL,
    CONSTRAINT rating_stars CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT rating_week CHECK (extract(isodow FROM week) = 1)
);
CREATE INDEX rating_of_week ON rating (office, week);
COMMENT ON COLUMN rating.week IS 'Its Monday.';

-- A line that somebody added. It may hold a name, so it is kept for a year.
CREATE TABLE rating_line (
    id     uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
    office text    NOT NULL,
    week   date    NOT NULL,
    stars  integer NOT NULL,
    line   text    NOT NULL,
    CONSTRAINT rating_line_stars CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT rating_line_said CHECK (line <> '')
);
CREATE INDEX rating_line_of_week ON rating_line (office, week);

-- Which visits were rated, once each. How stands nowhere near it.
CREATE TABLE rated (
    appointment bigint PRIMARY KEY REFERENCES appointment ON DELETE CASCADE
);

-- +goose Down
DROP TABLE rated;
DROP TABLE rating_line;
DROP TABLE rating;
