-- +goose Up

-- Each booking runs these twice: noting a day in the trigger itself spares a function
-- that does nothing else, and one concern alone needs no sorting.

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_busy_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO busy_day (office, day, version) VALUES (OLD.office, (OLD.starts AT TIME ZONE 'UTC')::date, nextval('busy_version'))
        ON CONFLICT (office, day) DO UPDATE SET version = excluded.version;
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND (OLD.office, OLD.starts) IS DISTINCT FROM (NEW.office, NEW.starts) THEN
        INSERT INTO busy_day (office, day, version) VALUES (NEW.office, (NEW.starts AT TIME ZONE 'UTC')::date, nextval('busy_version'))
        ON CONFLICT (office, day) DO UPDATE SET version = excluded.version;
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
DROP FUNCTION note_busy;

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION concerns_of(items jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF jsonb_array_length(items) = 1 THEN
        RETURN (items->0->>'concern') || CASE WHEN (items->0->>'quantity')::integer > 1 THEN '*' || (items->0->>'quantity') ELSE '' END;
    END IF;
    RETURN (SELECT coalesce(string_agg(i->>'concern' || CASE WHEN (i->>'quantity')::integer > 1 THEN '*' || (i->>'quantity') ELSE '' END,
        '+' ORDER BY i->>'concern' COLLATE "C"), '')
    FROM jsonb_array_elements(items) AS i);
END
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE FUNCTION note_busy(of text, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO busy_day (office, day, version) VALUES (of, (at AT TIME ZONE 'UTC')::date, nextval('busy_version'))
    ON CONFLICT (office, day) DO UPDATE SET version = excluded.version;
END
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_busy_day() RETURNS trigger LANGUAGE plpgsql AS $$
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
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION concerns_of(items jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT coalesce(string_agg(i->>'concern' || CASE WHEN (i->>'quantity')::integer > 1 THEN '*' || (i->>'quantity') ELSE '' END,
        '+' ORDER BY i->>'concern' COLLATE "C"), '')
    FROM jsonb_array_elements(items) AS i);
END
$$;
-- +goose StatementEnd
