-- +goose Up

-- Appointments that the office files no longer serve at their time, so that
-- each holder is told once.
CREATE TABLE unserved (
    appointment bigint      PRIMARY KEY REFERENCES appointment ON DELETE CASCADE,
    starts      timestamptz NOT NULL,
    found_at    timestamptz NOT NULL
);
COMMENT ON TABLE unserved IS 'What a closure in an office file, or a desk or skill that is gone, has hit. What staff close stands in hit.';
COMMENT ON COLUMN unserved.starts IS 'When the appointment was then.';

-- +goose Down
DROP TABLE unserved;
