-- +goose Up
ALTER TABLE appointment ADD COLUMN coming boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN appointment.coming IS 'The holder has said, when reminded, that they come.';

-- +goose Down
ALTER TABLE appointment DROP COLUMN coming;
