-- +goose Up

-- Which reminders said what a missed appointment costs others, so that an office
-- can compare them with the others.
ALTER TABLE reminder_figure ADD COLUMN appealed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN reminder_figure.appealed IS 'It said what a missed appointment costs others.';

-- +goose Down
ALTER TABLE reminder_figure DROP COLUMN appealed;
