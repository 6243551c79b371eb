-- +goose Up

-- People without an appointment wait with a ticket: it has no time and no desk
-- set aside, only a place in the line of its day. What happens to people at the
-- office besides their state is the same for both.
ALTER TABLE appointment
    ADD COLUMN ticket     integer,
    ADD COLUMN ticket_day date,
    ADD COLUMN calls      integer NOT NULL DEFAULT 0,
    ADD COLUMN parked_at  timestamptz,
    ADD COLUMN served     integer NOT NULL DEFAULT 0,
    ADD COLUMN sent_to    text    NOT NULL DEFAULT '',
    ADD COLUMN note       text    NOT NULL DEFAULT '',
    ADD CONSTRAINT appointment_ticket_of_a_day CHECK ((ticket IS NULL) = (ticket_day IS NULL) AND ticket > 0),
    ADD CONSTRAINT appointment_parked_waits CHECK (parked_at IS NULL OR state = 'checked in'),
    ADD CONSTRAINT appointment_served CHECK (served >= 0 AND calls >= 0);
CREATE UNIQUE INDEX appointment_ticket ON appointment (office, ticket_day, ticket) WHERE ticket IS NOT NULL;
COMMENT ON COLUMN appointment.ticket IS 'The number on a ticket of somebody without an appointment; null: an appointment.';
COMMENT ON COLUMN appointment.ticket_day IS 'The day of the ticket by the clock of its office. Numbers begin at 1 every day; tickets are deleted the day after.';
COMMENT ON COLUMN appointment.calls IS 'How often they were called to where they are called now.';
COMMENT ON COLUMN appointment.parked_at IS 'Since when the visit rests. It is called by nobody until it is taken up again.';
COMMENT ON COLUMN appointment.served IS 'Seconds of service before the visit rested or was sent on.';
COMMENT ON COLUMN appointment.sent_to IS 'The only desk that calls them; empty: every desk that can serve them.';
COMMENT ON COLUMN appointment.note IS 'What a colleague wrote who sent them on. Empty again when the visit is over.';

-- How long somebody waited is how long it took to the first call, whatever came
-- after it.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_figure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    booked boolean := TG_OP = 'INSERT';
    moved  boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        booked := OLD.state = 'held';
        moved := OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.starts <> NEW.starts;
    END IF;
    IF booked THEN
        INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, state)
        VALUES (NEW.id, NEW.office, NEW.starts, NEW.updated_at, concerns_of(NEW.items), NEW.persons, NEW.audience = 'staff',
            minutes_between(NEW.starts, NEW.ends), NEW.state)
        ON CONFLICT (appointment) DO NOTHING;
    ELSE
        UPDATE figure SET
            starts = NEW.starts, planned = minutes_between(NEW.starts, NEW.ends), persons = NEW.persons, state = NEW.state,
            concerns = CASE WHEN OLD.items = NEW.items THEN concerns ELSE concerns_of(NEW.items) END,
            moves = moves + moved::integer,
            ahead = CASE WHEN NEW.state = 'cancelled' THEN coalesce(ahead, minutes_between(NEW.updated_at, NEW.starts)) END,
            waited = CASE WHEN greatest(NEW.served, OLD.served) > 0 OR greatest(NEW.calls, OLD.calls) > 1 THEN waited
                ELSE minutes_between(NEW.arrived_at, NEW.called_at) END,
            took = CASE WHEN NEW.state = 'finished' THEN coalesce(took, minutes_between(NEW.called_at, NEW.updated_at)) END,
            desk = CASE WHEN NEW.called_at IS NOT NULL THEN NEW.desk END
        WHERE appointment = NEW.id;
    END IF;
    IF booked OR moved THEN
        UPDATE freed_figure SET refilled_at = NEW.updated_at
        WHERE office = NEW.office AND desk = NEW.desk AND starts < NEW.ends AND starts > NEW.starts - interval '12 hours'
            AND ends > NEW.starts AND refilled_at IS NULL AND appointment <> NEW.id;
    END IF;
    IF moved OR TG_OP = 'UPDATE' AND OLD.state IN ('confirmed', 'checked in') AND NEW.state = 'cancelled' THEN
        IF OLD.desk IS NOT NULL AND OLD.starts > NEW.updated_at THEN
            INSERT INTO freed_figure (appointment, office, desk, starts, ends, freed_at)
            VALUES (OLD.id, OLD.office, OLD.desk, OLD.starts, OLD.ends, NEW.updated_at);
        END IF;
        UPDATE reminder_figure SET answer = CASE WHEN moved THEN 'moved' ELSE 'cancelled' END
        WHERE appointment = OLD.id AND sequence = OLD.sequence;
    ELSIF TG_OP = 'UPDATE' AND OLD.state = 'cancelled' AND NEW.state <> 'cancelled' THEN
        DELETE FROM freed_figure WHERE appointment = NEW.id AND starts = NEW.starts AND refilled_at IS NULL;
        UPDATE reminder_figure SET answer = '' WHERE appointment = OLD.id AND answer = 'cancelled';
    ELSIF TG_OP = 'UPDATE' AND NEW.coming AND NOT OLD.coming THEN
        UPDATE reminder_figure SET answer = 'coming' WHERE appointment = NEW.id AND sequence = NEW.sequence;
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

-- +goose Down
DELETE FROM appointment WHERE ticket IS NOT NULL;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_figure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    booked boolean := TG_OP = 'INSERT';
    moved  boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        booked := OLD.state = 'held';
        moved := OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.starts <> NEW.starts;
    END IF;
    IF booked THEN
        INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, state)
        VALUES (NEW.id, NEW.office, NEW.starts, NEW.updated_at, concerns_of(NEW.items), NEW.persons, NEW.audience = 'staff',
            minutes_between(NEW.starts, NEW.ends), NEW.state)
        ON CONFLICT (appointment) DO NOTHING;
    ELSE
        UPDATE figure SET
            starts = NEW.starts, planned = minutes_between(NEW.starts, NEW.ends), persons = NEW.persons, state = NEW.state,
            concerns = CASE WHEN OLD.items = NEW.items THEN concerns ELSE concerns_of(NEW.items) END,
            moves = moves + moved::integer,
            ahead = CASE WHEN NEW.state = 'cancelled' THEN coalesce(ahead, minutes_between(NEW.updated_at, NEW.starts)) END,
            waited = minutes_between(NEW.arrived_at, NEW.called_at),
            took = CASE WHEN NEW.state = 'finished' THEN coalesce(took, minutes_between(NEW.called_at, NEW.updated_at)) END,
            desk = CASE WHEN NEW.called_at IS NOT NULL THEN NEW.desk END
        WHERE appointment = NEW.id;
    END IF;
    IF booked OR moved THEN
        UPDATE freed_figure SET refilled_at = NEW.updated_at
        WHERE office = NEW.office AND desk = NEW.desk AND starts < NEW.ends AND starts > NEW.starts - interval '12 hours'
            AND ends > NEW.starts AND refilled_at IS NULL AND appointment <> NEW.id;
    END IF;
    IF moved OR TG_OP = 'UPDATE' AND OLD.state IN ('confirmed', 'checked in') AND NEW.state = 'cancelled' THEN
        IF OLD.desk IS NOT NULL AND OLD.starts > NEW.updated_at THEN
            INSERT INTO freed_figure (appointment, office, desk, starts, ends, freed_at)
            VALUES (OLD.id, OLD.office, OLD.desk, OLD.starts, OLD.ends, NEW.updated_at);
        END IF;
        UPDATE reminder_figure SET answer = CASE WHEN moved THEN 'moved' ELSE 'cancelled' END
        WHERE appointment = OLD.id AND sequence = OLD.sequence;
    ELSIF TG_OP = 'UPDATE' AND OLD.state = 'cancelled' AND NEW.state <> 'cancelled' THEN
        DELETE FROM freed_figure WHERE appointment = NEW.id AND starts = NEW.starts AND refilled_at IS NULL;
        UPDATE reminder_figure SET answer = '' WHERE appointment = OLD.id AND answer = 'cancelled';
    ELSIF TG_OP = 'UPDATE' AND NEW.coming AND NOT OLD.coming THEN
        UPDATE reminder_figure SET answer = 'coming' WHERE appointment = NEW.id AND sequence = NEW.sequence;
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
ALTER TABLE appointment
    DROP COLUMN ticket,
    DROP COLUMN ticket_day,
    DROP COLUMN calls,
    DROP COLUMN parked_at,
    DROP COLUMN served,
    DROP COLUMN sent_to,
    DROP COLUMN note;
