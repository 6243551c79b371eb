-- +goose Up

-- Who waits can come at other hours on other days. A program before this step offers
-- them what the first days and hours say, which is less, and nothing wrong.
ALTER TABLE wait ADD COLUMN other_days jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN wait.other_days IS 'Other days of the week, with hours of their own, that suit as well.';

-- +goose Down
ALTER TABLE wait DROP COLUMN other_days;
