-- +goose Up

-- What runs with each booking keeps its plan: a function of plain SQL that is not
-- part of a query is read and planned at each call.

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION concerns_of(items jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT coalesce(string_agg(i->>'concern' || CASE WHEN (i->>'quantity')::integer > 1 THEN '*' || (i->>'quantity') ELSE '' END,
        '+' ORDER BY i->>'concern' COLLATE "C"), '')
    FROM jsonb_array_elements(items) AS i);
END
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_between(since timestamptz, until timestamptz) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN greatest(0, round(extract(epoch FROM until - since) / 60));
END
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION note_busy(of text, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO busy_day (office, day, version) VALUES (of, (at AT TIME ZONE 'UTC')::date, nextval('busy_version'))
    ON CONFLICT (office, day) DO UPDATE SET version = excluded.version;
END
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION note_busy(of text, at timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO busy_day (office, day, version) VALUES (of, (at AT TIME ZONE 'UTC')::date, nextval('busy_version'))
    ON CONFLICT (office, day) DO UPDATE SET version = excluded.version
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_between(since timestamptz, until timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT greatest(0, round(extract(epoch FROM until - since) / 60))::integer
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION concerns_of(items jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(i->>'concern' || CASE WHEN (i->>'quantity')::integer > 1 THEN '*' || (i->>'quantity') ELSE '' END,
        '+' ORDER BY i->>'concern' COLLATE "C"), '')
    FROM jsonb_array_elements(items) AS i
$$;
-- +goose StatementEnd
