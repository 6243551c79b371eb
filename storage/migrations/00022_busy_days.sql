-- +goose Up

-- Which days of an office have changed: a program that has read a day need not
-- read it again while its version stays. Every change draws a version of its own,
-- so a change that is rolled back leaves none behind that comes again.
CREATE SEQUENCE busy_version;
CREATE TABLE busy_day (
    office  text   NOT NULL,
    day     date   NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (office, day)
) WITH (fillfactor = 50);
COMMENT ON TABLE busy_day IS 'Changes of what keeps desks busy. A day without a row has not changed since they are noted.';
COMMENT ON COLUMN busy_day.day IS 'In UTC, of the time at which an appointment or a freed time starts.';
COMMENT ON COLUMN busy_day.version IS 'Another one with each change, of all days together.';

CREATE FUNCTION note_busy(of text, at timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO busy_day (office, day, version) VALUES (of, (at AT TIME ZONE 'UTC')::date, nextval('busy_version'))
    ON CONFLICT (office, day) DO UPDATE SET version = excluded.version
$$;

-- +goose StatementBegin
CREATE FUNCTION keep_busy_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM note_busy(OLD.office, OLD.starts);
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND (OLD.office, OLD.starts) IS DISTINCT FROM (NEW.office, NEW.starts) THEN
        PERFORM note_busy(NEW.office, NEW.starts);
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
CREATE TRIGGER appointment_busy AFTER INSERT OR DELETE ON appointment
    FOR EACH ROW EXECUTE FUNCTION keep_busy_day();
CREATE TRIGGER appointment_busy_otherwise AFTER UPDATE ON appointment
    FOR EACH ROW WHEN ((OLD.office, OLD.claim, OLD.desk, OLD.starts, OLD.ends, OLD.state, OLD.skills, OLD.audience, OLD.held_until)
        IS DISTINCT FROM (NEW.office, NEW.claim, NEW.desk, NEW.starts, NEW.ends, NEW.state, NEW.skills, NEW.audience, NEW.held_until))
    EXECUTE FUNCTION keep_busy_day();
CREATE TRIGGER freed_busy AFTER INSERT OR UPDATE OR DELETE ON freed
    FOR EACH ROW EXECUTE FUNCTION keep_busy_day();

-- +goose Down
DROP TRIGGER freed_busy ON freed;
DROP TRIGGER appointment_busy_otherwise ON appointment;
DROP TRIGGER appointment_busy ON appointment;
DROP FUNCTION keep_busy_day;
DROP FUNCTION note_busy;
DROP TABLE busy_day;
DROP SEQUENCE busy_version;
