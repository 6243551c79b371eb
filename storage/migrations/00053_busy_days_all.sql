-- +goose Up

-- Every day on which something is booked has a version, also one that has not
-- changed since versions are kept: a day without one is empty, so that a look at
-- weeks compares the versions that are there instead of asking for each day.
INSERT INTO busy_day (office, day, version)
SELECT office, day, nextval('busy_version') FROM (
    SELECT office, (starts AT TIME ZONE 'UTC')::date AS day FROM appointment
    WHERE state IN ('held', 'confirmed', 'checked in', 'called')
    UNION
    SELECT office, (starts AT TIME ZONE 'UTC')::date FROM freed
) AS busy
ON CONFLICT DO NOTHING;
COMMENT ON TABLE busy_day IS 'Changes of what keeps desks busy. A day without a row has nothing booked, or was forgotten a month after it was over.';

-- +goose Down
COMMENT ON TABLE busy_day IS 'Changes of what keeps desks busy. A day without a row has not changed since they are noted.';
