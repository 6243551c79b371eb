-- +goose Up

-- Every booking writes each of its indexes twice, so that one which another can
-- stand in for costs more than it gives. Retention now reads over the
-- anonymous appointments of the past, once an hour.
DROP INDEX appointment_begun;
DROP INDEX appointment_ever;
DROP INDEX appointment_kept;
DROP INDEX appointment_day;
DROP INDEX appointment_holder;
CREATE INDEX appointment_day ON appointment (office, starts);
CREATE INDEX appointment_holder ON appointment (holder, starts);

-- What staff have laid down is needed in every turn and changes seldom: whoever
-- has it asks for the version only.
CREATE TABLE laid (
    version bigint NOT NULL
);
COMMENT ON TABLE laid IS 'One row: which version of closures, extra hours and minutes there is.';
CREATE SEQUENCE laid_version;
COMMENT ON SEQUENCE laid_version IS 'Not given back when a transaction is undone, so that no version comes twice.';
INSERT INTO laid (version) VALUES (nextval('laid_version'));

-- +goose StatementBegin
CREATE FUNCTION laid_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE laid SET version = nextval('laid_version');
    RETURN NULL;
END
$$;
-- +goose StatementEnd
CREATE TRIGGER closure_laid AFTER INSERT OR UPDATE OR DELETE ON closure EXECUTE FUNCTION laid_anew();
CREATE TRIGGER extra_hours_laid AFTER INSERT OR UPDATE OR DELETE ON extra_hours EXECUTE FUNCTION laid_anew();
CREATE TRIGGER minutes_change_laid AFTER INSERT OR UPDATE OR DELETE ON minutes_change EXECUTE FUNCTION laid_anew();

-- +goose Down
DROP TRIGGER minutes_change_laid ON minutes_change;
DROP TRIGGER extra_hours_laid ON extra_hours;
DROP TRIGGER closure_laid ON closure;
DROP FUNCTION laid_anew;
DROP TABLE laid;
DROP SEQUENCE laid_version;
DROP INDEX appointment_day;
DROP INDEX appointment_holder;
CREATE INDEX appointment_day ON appointment (office, starts) WHERE state IN ('held', 'confirmed', 'checked in', 'called');
CREATE INDEX appointment_holder ON appointment (holder, starts) WHERE state IN ('confirmed', 'checked in', 'called');
CREATE INDEX appointment_begun ON appointment (office, starts) WHERE state = 'confirmed';
CREATE INDEX appointment_ever ON appointment (holder);
CREATE INDEX appointment_kept ON appointment (office, ends) WHERE name <> '-';
