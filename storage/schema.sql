-- The tables as the migrations leave them, for reading; River's and goose's are
-- left out. Written by: go test ./storage -run TestSchemaFileIsUpToDate -update

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE FUNCTION concerns_of(items jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
    IF jsonb_array_length(items) = 1 THEN
        RETURN (items->0->>'concern') || CASE WHEN (items->0->>'quantity')::integer > 1 THEN '*' || (items->0->>'quantity') ELSE '' END;
    END IF;
    RETURN (SELECT coalesce(string_agg(i->>'concern' || CASE WHEN (i->>'quantity')::integer > 1 THEN '*' || (i->>'quantity') ELSE '' END,
        '+' ORDER BY i->>'concern' COLLATE "C"), '')
    FROM jsonb_array_elements(items) AS i);
END
$$;

CREATE FUNCTION keep_busy_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION keep_figure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION keep_reminder_figure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO reminder_figure (appointment, sequence, office, starts)
    SELECT a.id, NEW.sequence, a.office, a.starts FROM appointment a
    WHERE a.id = NEW.appointment AND a.sequence = NEW.sequence
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE FUNCTION laid_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE laid SET version = nextval('laid_version');
    RETURN NULL;
END
$$;

CREATE FUNCTION minutes_between(since timestamp with time zone, until timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
BEGIN
    RETURN greatest(0, round(extract(epoch FROM until - since) / 60));
END
$$;

CREATE FUNCTION plain_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT replace(replace(replace(replace(lower(translate(name,
        'ÄÖÜäöüÁÀÂÃÅĀĂĄáàâãåāăąÇĆČçćčĎĐďđÉÈÊËĒĖĘĚéèêëēėęěĞĢğģÍÌÎÏĪİíìîïīıŁłÑŃŇñńňÓÒÔÕŐØóòôõőøŘřŚŞŠśşšșȘŤťțȚÚÙÛŮŰŪúùûůűūÝýÿŹŻŽźżž.-''’/_',
        'AOUaouAAAAAAAAaaaaaaaaCCCcccDDddEEEEEEEEeeeeeeeeGGggIIIIIIiiiiiiLlNNNnnnOOOOOOooooooRrSSSssssSTttTUUUUUUuuuuuuYyyZZZzzz      ')),
        'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
    $$;

CREATE FUNCTION name_words(office text, name text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (replace((' '::text || (strip(to_tsvector('simple'::regconfig, plain_name(name))))::text), ' '''::text, ((' '''::text || office) || ' '::text)))::tsvector;

COMMENT ON FUNCTION name_words(office text, name text) IS 'The words of a name as they are looked for, each behind the office and a space.';

CREATE TABLE alarm (
    id bigint NOT NULL,
    office text NOT NULL,
    desk text DEFAULT ''::text NOT NULL,
    by text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone
);

COMMENT ON TABLE alarm IS 'Calls for help by staff, deleted after a day; that there was one stays in the audit log.';

COMMENT ON COLUMN alarm.desk IS 'Where help is needed; empty: it was not said.';

ALTER TABLE alarm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME alarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE appointment (
    id bigint NOT NULL,
    claim bigint NOT NULL,
    number text,
    office text NOT NULL,
    desk text,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    state text NOT NULL,
    held_until timestamp with time zone,
    items jsonb NOT NULL,
    persons integer NOT NULL,
    skills text[] NOT NULL,
    audience text NOT NULL,
    holder bigint,
    name text DEFAULT ''::text NOT NULL,
    mail text DEFAULT ''::text NOT NULL,
    mail_key text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    lang text DEFAULT ''::text NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    request text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    coming boolean DEFAULT false NOT NULL,
    late integer DEFAULT 0 NOT NULL,
    arrived_at timestamp with time zone,
    called_at timestamp with time zone,
    behind integer DEFAULT 0 NOT NULL,
    newcomer boolean DEFAULT false NOT NULL,
    ticket integer,
    ticket_day date,
    calls integer DEFAULT 0 NOT NULL,
    parked_at timestamp with time zone,
    served integer DEFAULT 0 NOT NULL,
    sent_to text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT appointment_audience CHECK ((audience = ANY (ARRAY['public'::text, 'staff'::text]))),
    CONSTRAINT appointment_behind CHECK ((behind >= 0)),
    CONSTRAINT appointment_booked_is_named CHECK (((state = 'held'::text) OR ((number IS NOT NULL) AND (name <> ''::text)))),
    CONSTRAINT appointment_called_sits CHECK (((state <> 'called'::text) OR (desk IS NOT NULL))),
    CONSTRAINT appointment_hold_ends CHECK (((state = 'held'::text) = (held_until IS NOT NULL))),
    CONSTRAINT appointment_late CHECK (((late >= 0) AND (late <= 120))),
    CONSTRAINT appointment_only_holds_share CHECK (((state = 'held'::text) OR (claim = id))),
    CONSTRAINT appointment_parked_waits CHECK (((parked_at IS NULL) OR (state = 'checked in'::text))),
    CONSTRAINT appointment_persons CHECK ((persons > 0)),
    CONSTRAINT appointment_served CHECK (((served >= 0) AND (calls >= 0))),
    CONSTRAINT appointment_span CHECK ((starts < ends)),
    CONSTRAINT appointment_state CHECK ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'checked in'::text, 'called'::text, 'finished'::text, 'cancelled'::text, 'missed'::text]))),
    CONSTRAINT appointment_ticket_of_a_day CHECK ((((ticket IS NULL) = (ticket_day IS NULL)) AND (ticket > 0)))
);

COMMENT ON COLUMN appointment.claim IS 'Whose time it is: its own id, or for the hold of a move the id of what is moved.';

COMMENT ON COLUMN appointment.desk IS 'Null while desks are being exchanged within a transaction, and of somebody who is there when no desk is set aside any more: they came too late, or their call was taken back.';

COMMENT ON COLUMN appointment.items IS 'The concerns as they were when it was booked, with names and minutes; a later office file changes nothing here.';

COMMENT ON COLUMN appointment.mail_key IS 'What the limits count by: the address in small letters and without variants.';

COMMENT ON COLUMN appointment.request IS 'Which request made it; the same one makes it once.';

COMMENT ON COLUMN appointment.coming IS 'The holder has said, when reminded, that they come.';

COMMENT ON COLUMN appointment.late IS 'How many minutes later the holder said they come.';

COMMENT ON COLUMN appointment.behind IS 'How many minutes later than agreed the holder was told that the office is.';

COMMENT ON COLUMN appointment.newcomer IS 'A hold by somebody of whom nothing is known yet.';

COMMENT ON COLUMN appointment.ticket IS 'The number on a ticket of somebody without an appointment; null: an appointment.';

COMMENT ON COLUMN appointment.ticket_day IS 'The day of the ticket by the clock of its office. Numbers begin at 1 every day; tickets are deleted the day after.';

COMMENT ON COLUMN appointment.calls IS 'How often they were called to where they are called now.';

COMMENT ON COLUMN appointment.parked_at IS 'Since when the visit rests. It is called by nobody until it is taken up again.';

COMMENT ON COLUMN appointment.served IS 'Seconds of service before the visit rested or was sent on.';

COMMENT ON COLUMN appointment.sent_to IS 'The only desk that calls them; empty: every desk that can serve them.';

COMMENT ON COLUMN appointment.note IS 'What a colleague wrote who sent them on. Empty again when the visit is over.';

COMMENT ON CONSTRAINT appointment_booked_is_named ON appointment IS 'What is booked has a number and a name.';

COMMENT ON CONSTRAINT appointment_called_sits ON appointment IS 'Who is called is called to a desk.';

COMMENT ON CONSTRAINT appointment_hold_ends ON appointment IS 'A hold says when it ends, and nothing else does.';

COMMENT ON CONSTRAINT appointment_only_holds_share ON appointment IS 'Only the hold of a move may lie over another appointment: the one that is moved.';

ALTER TABLE appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE brake (
    office text NOT NULL,
    usual integer NOT NULL,
    since timestamp with time zone,
    told timestamp with time zone
);

COMMENT ON TABLE brake IS 'Whether people never seen before are slowed down in an office.';

COMMENT ON COLUMN brake.usual IS 'The busiest usual hour of the last weeks.';

COMMENT ON COLUMN brake.since IS 'Null: the brake is off.';

COMMENT ON COLUMN brake.told IS 'When staff were told how it is.';

CREATE TABLE busy_day (
    office text NOT NULL,
    day date NOT NULL,
    version bigint NOT NULL
)
WITH (fillfactor='50');

COMMENT ON TABLE busy_day IS 'Changes of what keeps desks busy. A day without a row has nothing booked, or was forgotten a month after it was over.';

COMMENT ON COLUMN busy_day.day IS 'In UTC, of the time at which an appointment or a freed time starts.';

COMMENT ON COLUMN busy_day.version IS 'Another one with each change, of all days together.';

CREATE SEQUENCE busy_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE chat (
    id bigint NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    person bigint NOT NULL,
    state json,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    turns bigint DEFAULT 0 NOT NULL,
    drawn bigint DEFAULT 0 NOT NULL,
    screen text DEFAULT ''::text NOT NULL,
    unreachable_at timestamp with time zone,
    active_in timestamp without time zone GENERATED ALWAYS AS (date_trunc('hour'::text, (updated_at AT TIME ZONE 'UTC'::text))) STORED NOT NULL,
    open boolean GENERATED ALWAYS AS ((state IS NOT NULL)) STORED NOT NULL
)
WITH (fillfactor='70');

COMMENT ON COLUMN chat.channel IS 'The network, and behind a slash the town, if it has a name.';

COMMENT ON COLUMN chat.person IS 'A person is not an account: one may have several chats.';

COMMENT ON COLUMN chat.state IS 'What the dialogs remember. As json rather than jsonb: it comes back as it was written.';

COMMENT ON COLUMN chat.screen IS 'The message in which the view stands, as its network names it.';

COMMENT ON COLUMN chat.unreachable_at IS 'Since when nothing can be sent there; null once somebody writes again.';

COMMENT ON COLUMN chat.active_in IS 'The hour of the last turn, in UTC.';

COMMENT ON COLUMN chat.open IS 'Whether what was said is remembered.';

ALTER TABLE chat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE closure (
    id bigint NOT NULL,
    office text NOT NULL,
    day date NOT NULL,
    from_minute integer NOT NULL,
    to_minute integer NOT NULL,
    desk text,
    reason jsonb NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT closure_attributed CHECK ((by <> ''::text)),
    CONSTRAINT closure_hours CHECK (((0 <= from_minute) AND (from_minute < to_minute) AND (to_minute <= 1440)))
);

COMMENT ON COLUMN closure.desk IS 'Null: the whole office.';

COMMENT ON CONSTRAINT closure_attributed ON closure IS 'Somebody answers for it.';

ALTER TABLE closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE code (
    id bigint NOT NULL,
    chat bigint,
    appointment bigint,
    hash bytea,
    tries integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    mailbox bytea,
    CONSTRAINT code_known CHECK (((hash IS NULL) = ((appointment IS NULL) AND (mailbox IS NULL)))),
    CONSTRAINT code_tries CHECK ((tries >= 0))
);

COMMENT ON COLUMN code.chat IS 'Where it was asked for; null: a clerk gave it out.';

COMMENT ON COLUMN code.hash IS 'Of the code, which itself is nowhere.';

COMMENT ON COLUMN code.mailbox IS 'Hash of the address that the code proves to be somebody''s; null: it fetches an appointment.';

COMMENT ON CONSTRAINT code_tries ON code IS 'A code that was tried too often is void.';

ALTER TABLE code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE counter (
    office text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE day_figure (
    office text NOT NULL,
    day date NOT NULL,
    open_minutes integer NOT NULL,
    free_minutes integer NOT NULL,
    CONSTRAINT day_figure_free CHECK (((free_minutes >= 0) AND (free_minutes <= open_minutes)))
);

COMMENT ON TABLE day_figure IS 'Minutes in which desks served by appointment, and how many of them nobody had booked.';

CREATE TABLE day_post (
    office text NOT NULL,
    day date NOT NULL,
    channel text NOT NULL,
    post text NOT NULL,
    digest text NOT NULL,
    posted_at timestamp with time zone NOT NULL
);

CREATE TABLE deed (
    id bigint NOT NULL,
    sender bytea NOT NULL,
    what text NOT NULL,
    office text DEFAULT ''::text NOT NULL,
    about bigint,
    at timestamp with time zone NOT NULL,
    mailbox bytea
);

COMMENT ON TABLE deed IS 'What counts against limits, for a day. It outlives the erasing of a person.';

COMMENT ON COLUMN deed.sender IS 'Keyed hash of the chat from which it came.';

COMMENT ON COLUMN deed.about IS 'The appointment a code was asked or tried for; null: of none.';

COMMENT ON COLUMN deed.mailbox IS 'Hash of the mail address it is about; null: about none.';

ALTER TABLE deed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME deed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE erasure (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    what text NOT NULL,
    many integer NOT NULL,
    CONSTRAINT erasure_something CHECK ((many > 0))
);

COMMENT ON TABLE erasure IS 'The deletion log: what kind of data, and how many records. Nothing in it leads to a person.';

ALTER TABLE erasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME erasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE extra_hours (
    id bigint NOT NULL,
    office text NOT NULL,
    day date NOT NULL,
    from_minute integer NOT NULL,
    to_minute integer NOT NULL,
    desks text[],
    internal boolean NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT extra_hours_attributed CHECK ((by <> ''::text)),
    CONSTRAINT extra_hours_hours CHECK (((0 <= from_minute) AND (from_minute < to_minute) AND (to_minute <= 1440)))
);

COMMENT ON COLUMN extra_hours.desks IS 'Null: every desk.';

ALTER TABLE extra_hours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME extra_hours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE figure (
    appointment bigint NOT NULL,
    office text NOT NULL,
    starts timestamp with time zone NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    concerns text NOT NULL,
    persons integer NOT NULL,
    staff boolean NOT NULL,
    planned integer NOT NULL,
    channel text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    moves integer DEFAULT 0 NOT NULL,
    ahead integer,
    waited integer,
    took integer,
    desk text
);

COMMENT ON TABLE figure IS 'Figures of appointments, kept when their personal data is erased. Nothing in it leads to a person.';

COMMENT ON COLUMN figure.concerns IS 'In order of their names, with the number of cases where it is not one: id_card+passport*2.';

COMMENT ON COLUMN figure.staff IS 'Booked by staff for a caller.';

COMMENT ON COLUMN figure.planned IS 'Minutes set aside.';

COMMENT ON COLUMN figure.channel IS 'By which it was booked; empty: entered before this was counted, or imported.';

COMMENT ON COLUMN figure.ahead IS 'Minutes from the cancellation to the start.';

COMMENT ON COLUMN figure.waited IS 'Minutes from the check-in to the call.';

COMMENT ON COLUMN figure.took IS 'Minutes from the call to the end.';

COMMENT ON COLUMN figure.desk IS 'Where they were called to, so that no figure is shown that rests on one desk.';

CREATE TABLE first_offer (
    office text NOT NULL,
    day date NOT NULL,
    concern text NOT NULL,
    days integer
);

COMMENT ON TABLE first_offer IS 'Days from a day to the first time that was free for one case of a concern.';

COMMENT ON COLUMN first_offer.days IS 'Null: nothing was free as far as one can book.';

CREATE TABLE freed (
    id bigint NOT NULL,
    office text NOT NULL,
    desk text NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    hold bigint,
    freed_at timestamp with time zone NOT NULL,
    hidden_until timestamp with time zone NOT NULL,
    CONSTRAINT freed_span CHECK ((starts < ends))
);

COMMENT ON COLUMN freed.hold IS 'The offer under which it is; null: none.';

COMMENT ON COLUMN freed.hidden_until IS 'Drawn by chance when the time is given back: nobody can foresee it.';

CREATE TABLE freed_figure (
    id bigint NOT NULL,
    appointment bigint NOT NULL,
    office text NOT NULL,
    desk text NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    freed_at timestamp with time zone NOT NULL,
    refilled_at timestamp with time zone
);

COMMENT ON TABLE freed_figure IS 'Times given back by a cancellation or a move, and when the same desk was booked again.';

ALTER TABLE freed_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME freed_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE freed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME freed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE handover (
    id bigint NOT NULL,
    office text NOT NULL,
    chat bigint,
    network text NOT NULL,
    lang text NOT NULL,
    concerns text[] NOT NULL,
    place integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    thread text,
    erased_at timestamp with time zone,
    CONSTRAINT handover_erased CHECK (((erased_at IS NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT handover_place CHECK ((place >= 0))
);

COMMENT ON COLUMN handover.chat IS 'Null once the person or the chat was erased.';

COMMENT ON COLUMN handover.place IS 'How many others were before it when the person was told so last.';

COMMENT ON COLUMN handover.erased_at IS 'Its thread is to be taken away; the row goes with it.';

ALTER TABLE handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE handover_line (
    id bigint NOT NULL,
    handover bigint NOT NULL,
    kind text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    post text,
    at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    CONSTRAINT handover_line_kind CHECK ((kind = ANY (ARRAY['citizen'::text, 'left'::text, 'ended'::text, 'clerk'::text, 'place'::text, 'over'::text, 'lost'::text])))
);

COMMENT ON COLUMN handover_line.post IS 'In which it stands in the thread. What a clerk wrote is taken once, by its post.';

COMMENT ON COLUMN handover_line.told_at IS 'When it came to who was to read it.';

ALTER TABLE handover_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME handover_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history (
    id bigint NOT NULL,
    appointment bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    detail jsonb,
    staff boolean DEFAULT false NOT NULL
);

COMMENT ON COLUMN history.staff IS 'A clerk did it: neither the citizen nor a program.';

ALTER TABLE history ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE hit (
    closure bigint NOT NULL,
    appointment bigint NOT NULL,
    starts timestamp with time zone NOT NULL
);

COMMENT ON COLUMN hit.starts IS 'When the appointment was then.';

CREATE TABLE inbox (
    channel text NOT NULL,
    id bigint NOT NULL,
    address text NOT NULL,
    raw bytea,
    received_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    reason text,
    CONSTRAINT inbox_waits_with_content CHECK (((done_at IS NOT NULL) OR (raw IS NOT NULL)))
);

COMMENT ON COLUMN inbox.raw IS 'As it came; erased with the turn, or some days after it was parked.';

COMMENT ON COLUMN inbox.reason IS 'Why it was parked: it could not be handled. Null where it was answered or waits.';

COMMENT ON CONSTRAINT inbox_waits_with_content ON inbox IS 'What waits can still be answered.';

CREATE TABLE laid (
    version bigint NOT NULL
);

COMMENT ON TABLE laid IS 'One row: which version of closures, extra hours and minutes there is.';

CREATE SEQUENCE laid_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

COMMENT ON SEQUENCE laid_version IS 'Not given back when a transaction is undone, so that no version comes twice.';

CREATE TABLE letter (
    id bigint NOT NULL,
    token bytea NOT NULL,
    appointment bigint,
    notice bigint,
    mailbox bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    offer bigint,
    stranger boolean DEFAULT false NOT NULL,
    cause bigint,
    office text DEFAULT ''::text NOT NULL,
    CONSTRAINT letter_leads_once CHECK (((appointment IS NULL) OR (offer IS NULL)))
);

COMMENT ON COLUMN letter.token IS 'Hash of what stands in the link, which itself is nowhere.';

COMMENT ON COLUMN letter.appointment IS 'What the link leads to; null: to an offer, or nowhere.';

COMMENT ON COLUMN letter.notice IS 'Which notice was mailed; each try has a link of its own.';

COMMENT ON COLUMN letter.mailbox IS 'Hash of the address, by which mails are counted.';

COMMENT ON COLUMN letter.offer IS 'Which offer the link leads to. Once that is accepted, it leads to the appointment.';

COMMENT ON COLUMN letter.stranger IS 'Nobody knows yet that the address is that of who made it go out.';

COMMENT ON COLUMN letter.cause IS 'The person who made it go out; null: the office, or somebody who was erased.';

ALTER TABLE letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mailbox (
    mailbox bytea NOT NULL,
    answered timestamp with time zone,
    refused timestamp with time zone,
    seen timestamp with time zone NOT NULL
);

COMMENT ON TABLE mailbox IS 'What is known of a mail address, without revealing it.';

COMMENT ON COLUMN mailbox.answered IS 'When a code or a link of a mail to it was used last.';

COMMENT ON COLUMN mailbox.refused IS 'When its owner said that mails to it are not for them; others cannot use it.';

COMMENT ON COLUMN mailbox.seen IS 'When either was last true, for forgetting it.';

CREATE TABLE minutes_change (
    id bigint NOT NULL,
    office text NOT NULL,
    concern text NOT NULL,
    since date NOT NULL,
    first integer NOT NULL,
    further integer NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT minutes_change_attributed CHECK ((by <> ''::text)),
    CONSTRAINT minutes_change_minutes CHECK (((first > 0) AND (further >= 0)))
);

ALTER TABLE minutes_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME minutes_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notice (
    id bigint NOT NULL,
    appointment bigint NOT NULL,
    kind text NOT NULL,
    sequence integer NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    due timestamp with time zone NOT NULL,
    outcome text,
    settled_at timestamp with time zone,
    CONSTRAINT notice_outcome CHECK ((outcome = ANY (ARRAY['sent'::text, 'void'::text, 'too late'::text, 'unreachable'::text, 'failed'::text]))),
    CONSTRAINT notice_settled CHECK (((outcome IS NULL) = (settled_at IS NULL)))
);

COMMENT ON COLUMN notice.sequence IS 'How often the appointment had been moved when this was planned; once it is moved again, this is not true any more.';

COMMENT ON COLUMN notice.outcome IS 'Null while it is on its way; void: not true any more when it was to be sent; failed: given up, staff see it.';

ALTER TABLE notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE offer (
    id bigint NOT NULL,
    wait bigint NOT NULL,
    hold bigint NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    outcome text,
    CONSTRAINT offer_outcome CHECK ((outcome = ANY (ARRAY['declined'::text, 'lapsed'::text])))
);

COMMENT ON COLUMN offer.outcome IS 'Null while it is open. Who accepts leaves the list, and the offer with it.';

ALTER TABLE offer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE office_name (
    office text NOT NULL,
    name jsonb NOT NULL,
    CONSTRAINT office_name_by_language CHECK ((jsonb_typeof(name) = 'object'::text))
);

COMMENT ON COLUMN office_name.name IS 'By language, as the office files said last.';

CREATE TABLE office_town (
    office text NOT NULL,
    town text NOT NULL
);

COMMENT ON TABLE office_town IS 'Whose town an office is. One that stands here nowhere is of the town without a name.';

CREATE UNLOGGED TABLE pace (
    sender text NOT NULL,
    given timestamp with time zone NOT NULL
);

COMMENT ON TABLE pace IS 'Until when the turns of a sender are given out that all replicas share.';

COMMENT ON COLUMN pace.sender IS 'A hash of the token: the network counts by that.';

CREATE TABLE person (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    holds integer DEFAULT 0 NOT NULL,
    holds_since timestamp with time zone,
    proved bytea
);

COMMENT ON COLUMN person.proved IS 'Hash of the mail address that the person has shown to be theirs.';

ALTER TABLE person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE rated (
    appointment bigint NOT NULL
);

CREATE TABLE rating (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    office text NOT NULL,
    week date NOT NULL,
    stars integer NOT NULL,
    CONSTRAINT rating_stars CHECK (((stars >= 1) AND (stars <= 5))),
    CONSTRAINT rating_week CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);

COMMENT ON COLUMN rating.week IS 'Its Monday.';

CREATE TABLE rating_line (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    office text NOT NULL,
    week date NOT NULL,
    stars integer NOT NULL,
    line text NOT NULL,
    CONSTRAINT rating_line_said CHECK ((line <> ''::text)),
    CONSTRAINT rating_line_stars CHECK (((stars >= 1) AND (stars <= 5)))
);

CREATE TABLE reminder_figure (
    appointment bigint NOT NULL,
    sequence integer NOT NULL,
    office text NOT NULL,
    starts timestamp with time zone NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    appealed boolean DEFAULT false NOT NULL,
    CONSTRAINT reminder_figure_answer CHECK ((answer = ANY (ARRAY[''::text, 'coming'::text, 'moved'::text, 'cancelled'::text])))
);

COMMENT ON TABLE reminder_figure IS 'Reminders that were sent, once for each time of an appointment.';

COMMENT ON COLUMN reminder_figure.answer IS 'The last answer; empty: none.';

COMMENT ON COLUMN reminder_figure.appealed IS 'It said what a missed appointment costs others.';

CREATE TABLE rush (
    office text NOT NULL,
    hour timestamp with time zone NOT NULL,
    newcomers integer NOT NULL,
    braked boolean NOT NULL
);

COMMENT ON TABLE rush IS 'How many people never seen before asked for a time in an hour. What is usual is learned from it.';

COMMENT ON COLUMN rush.braked IS 'The brake was on in that hour; nothing is learned from it.';

CREATE TABLE seal (
    key bytea NOT NULL
);

COMMENT ON TABLE seal IS 'One row: the key of the hashes by which those who send messages are counted.';

CREATE TABLE staff (
    channel text NOT NULL,
    address text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT staff_attributed CHECK ((by <> ''::text)),
    CONSTRAINT staff_named CHECK ((name <> ''::text)),
    CONSTRAINT staff_role CHECK ((role = ANY (ARRAY['viewer'::text, 'clerk'::text, 'lead'::text])))
);

COMMENT ON COLUMN staff.channel IS 'The network, and behind a slash the town, if it has a name: a role is one in that town alone.';

COMMENT ON CONSTRAINT staff_attributed ON staff IS 'Somebody answers for it.';

CREATE TABLE talk_figure (
    id bigint NOT NULL,
    chat bigint,
    channel text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    step text NOT NULL,
    booked integer DEFAULT 0 NOT NULL,
    heard integer DEFAULT 0 NOT NULL,
    missed integer DEFAULT 0 NOT NULL,
    CONSTRAINT talk_figure_missed CHECK (((missed >= 0) AND (missed <= heard)))
);

COMMENT ON TABLE talk_figure IS 'Talks with citizens, counted: no words, no person.';

COMMENT ON COLUMN talk_figure.chat IS 'While it is under way; null once the next one has begun or the chat is gone.';

COMMENT ON COLUMN talk_figure.step IS 'The question at which it stood last.';

COMMENT ON COLUMN talk_figure.heard IS 'Typed messages, and how many of them were not understood.';

ALTER TABLE talk_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME talk_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE trail (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    detail jsonb,
    town text DEFAULT ''::text NOT NULL,
    CONSTRAINT trail_attributed CHECK ((actor <> ''::text))
);

COMMENT ON TABLE trail IS 'No citizen stands in it, and nothing is counted by it.';

COMMENT ON COLUMN trail.town IS 'Whose staff see it; empty: of the town without a name.';

ALTER TABLE trail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME trail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE unserved (
    appointment bigint NOT NULL,
    starts timestamp with time zone NOT NULL,
    found_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE unserved IS 'What a closure in an office file, or a desk or skill that is gone, has hit. What staff close stands in hit.';

COMMENT ON COLUMN unserved.starts IS 'When the appointment was then.';

CREATE TABLE wait (
    id bigint NOT NULL,
    person bigint NOT NULL,
    appointment bigint,
    office text NOT NULL,
    wishes jsonb DEFAULT '[]'::jsonb NOT NULL,
    persons integer DEFAULT 1 NOT NULL,
    weekdays integer NOT NULL,
    from_minute integer NOT NULL,
    to_minute integer NOT NULL,
    until date NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    mail text DEFAULT ''::text NOT NULL,
    mail_key text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    lang text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    other_days jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT wait_for_something CHECK (((appointment IS NOT NULL) OR ((wishes <> '[]'::jsonb) AND (name <> ''::text)))),
    CONSTRAINT wait_hours CHECK (((0 <= from_minute) AND (from_minute < to_minute) AND (to_minute <= 1440))),
    CONSTRAINT wait_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);

COMMENT ON COLUMN wait.appointment IS 'What gets an earlier time; null: the visit that wishes say, which is booked in the name given.';

COMMENT ON COLUMN wait.weekdays IS 'Which suit: one bit each, Sunday the lowest.';

COMMENT ON COLUMN wait.other_days IS 'Other days of the week, with hours of their own, that suit as well.';

COMMENT ON CONSTRAINT wait_for_something ON wait IS 'Whoever waits for a first appointment has said all that it takes to book it.';

ALTER TABLE wait ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME wait_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY alarm
    ADD CONSTRAINT alarm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY appointment
    ADD CONSTRAINT appointment_one_at_a_desk EXCLUDE USING gist (tstzrange(starts, ends) WITH &&, desk WITH =, office WITH =, claim WITH <>) WHERE ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'checked in'::text])));

COMMENT ON CONSTRAINT appointment_one_at_a_desk ON appointment IS 'No time at a desk is set aside twice. Who is called sits where they were called to, and counts no more. Not deferrable: who writes learns of it at once. Desks are exchanged by setting them null first.';

ALTER TABLE ONLY appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY brake
    ADD CONSTRAINT brake_pkey PRIMARY KEY (office);

ALTER TABLE ONLY busy_day
    ADD CONSTRAINT busy_day_pkey PRIMARY KEY (office, day);

ALTER TABLE ONLY chat
    ADD CONSTRAINT chat_once UNIQUE (channel, address);

COMMENT ON CONSTRAINT chat_once ON chat IS 'An address has one conversation, however fast its messages come.';

ALTER TABLE ONLY chat
    ADD CONSTRAINT chat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY closure
    ADD CONSTRAINT closure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY code
    ADD CONSTRAINT code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (office);

ALTER TABLE ONLY day_figure
    ADD CONSTRAINT day_figure_pkey PRIMARY KEY (office, day);

ALTER TABLE ONLY day_post
    ADD CONSTRAINT day_post_pkey PRIMARY KEY (office, day, channel);

ALTER TABLE ONLY deed
    ADD CONSTRAINT deed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY extra_hours
    ADD CONSTRAINT extra_hours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY figure
    ADD CONSTRAINT figure_pkey PRIMARY KEY (appointment);

ALTER TABLE ONLY first_offer
    ADD CONSTRAINT first_offer_pkey PRIMARY KEY (office, day, concern);

ALTER TABLE ONLY freed_figure
    ADD CONSTRAINT freed_figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY freed
    ADD CONSTRAINT freed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handover_line
    ADD CONSTRAINT handover_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY handover_line
    ADD CONSTRAINT handover_line_post_key UNIQUE (post);

ALTER TABLE ONLY handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY history
    ADD CONSTRAINT history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hit
    ADD CONSTRAINT hit_pkey PRIMARY KEY (closure, appointment);

ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (channel, id);

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_token UNIQUE (token);

ALTER TABLE ONLY mailbox
    ADD CONSTRAINT mailbox_pkey PRIMARY KEY (mailbox);

ALTER TABLE ONLY minutes_change
    ADD CONSTRAINT minutes_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY office_name
    ADD CONSTRAINT office_name_pkey PRIMARY KEY (office);

ALTER TABLE ONLY office_town
    ADD CONSTRAINT office_town_pkey PRIMARY KEY (office);

COMMENT ON CONSTRAINT office_town_pkey ON office_town IS 'An office is of one town.';

ALTER TABLE ONLY pace
    ADD CONSTRAINT pace_pkey PRIMARY KEY (sender);

ALTER TABLE ONLY person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rated
    ADD CONSTRAINT rated_pkey PRIMARY KEY (appointment);

ALTER TABLE ONLY rating_line
    ADD CONSTRAINT rating_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rating
    ADD CONSTRAINT rating_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reminder_figure
    ADD CONSTRAINT reminder_figure_pkey PRIMARY KEY (appointment, sequence);

ALTER TABLE ONLY rush
    ADD CONSTRAINT rush_pkey PRIMARY KEY (office, hour);

ALTER TABLE ONLY staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (channel, address);

ALTER TABLE ONLY talk_figure
    ADD CONSTRAINT talk_figure_chat_key UNIQUE (chat);

ALTER TABLE ONLY talk_figure
    ADD CONSTRAINT talk_figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY trail
    ADD CONSTRAINT trail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY unserved
    ADD CONSTRAINT unserved_pkey PRIMARY KEY (appointment);

ALTER TABLE ONLY wait
    ADD CONSTRAINT wait_pkey PRIMARY KEY (id);

CREATE INDEX alarm_untold ON alarm USING btree (office) WHERE (told_at IS NULL);

CREATE INDEX appointment_day ON appointment USING btree (office, starts);

CREATE INDEX appointment_held ON appointment USING btree (held_until) WHERE (state = 'held'::text);

CREATE INDEX appointment_holder ON appointment USING btree (holder, starts);

CREATE INDEX appointment_mail ON appointment USING btree (mail_key, starts) WHERE (mail_key <> ''::text);

CREATE INDEX appointment_named ON appointment USING btree (office, starts) WHERE ((name <> '-'::text) AND (state <> 'held'::text));

CREATE UNIQUE INDEX appointment_number ON appointment USING btree (number) WHERE (number IS NOT NULL);

CREATE UNIQUE INDEX appointment_request ON appointment USING btree (request) WHERE (request IS NOT NULL);

CREATE UNIQUE INDEX appointment_ticket ON appointment USING btree (office, ticket_day, ticket) WHERE (ticket IS NOT NULL);

CREATE INDEX appointment_words ON appointment USING gin (name_words(office, name)) WITH (fastupdate=off) WHERE ((state <> 'held'::text) AND (name <> '-'::text));

CREATE INDEX chat_active ON chat USING btree (active_in);

CREATE INDEX chat_open ON chat USING btree (channel, active_in) WHERE open;

CREATE INDEX chat_person ON chat USING btree (person);

CREATE INDEX closure_day ON closure USING btree (office, day);

CREATE INDEX code_appointment ON code USING btree (appointment, asked_at);

CREATE INDEX code_chat ON code USING btree (chat, asked_at);

CREATE INDEX deed_about ON deed USING btree (about, at) WHERE (about IS NOT NULL);

CREATE INDEX deed_at ON deed USING btree (at);

CREATE INDEX deed_mailbox ON deed USING btree (mailbox, at) WHERE (mailbox IS NOT NULL);

CREATE INDEX deed_office ON deed USING btree (office, what, at);

CREATE INDEX deed_sender ON deed USING btree (sender, at);

CREATE INDEX extra_hours_day ON extra_hours USING btree (office, day);

CREATE INDEX figure_day ON figure USING btree (office, starts);

CREATE INDEX freed_day ON freed USING btree (office, starts);

CREATE INDEX freed_figure_day ON freed_figure USING btree (office, starts);

CREATE INDEX freed_hold ON freed USING btree (hold) WHERE (hold IS NOT NULL);

CREATE INDEX freed_starts ON freed USING btree (starts);

CREATE INDEX handover_chat ON handover USING btree (chat);

CREATE INDEX handover_line_of ON handover_line USING btree (handover, id);

CREATE INDEX handover_line_untold ON handover_line USING btree (handover, id) WHERE (told_at IS NULL);

CREATE INDEX handover_of_office ON handover USING btree (office, id) WHERE ((ended_at IS NULL) OR (erased_at IS NOT NULL));

CREATE UNIQUE INDEX handover_open ON handover USING btree (chat) WHERE (ended_at IS NULL);

COMMENT ON INDEX handover_open IS 'A chat is held by staff once at a time.';

CREATE INDEX history_appointment ON history USING btree (appointment, id);

CREATE INDEX history_staff ON history USING btree (at) WHERE staff;

CREATE INDEX hit_appointment ON hit USING btree (appointment);

CREATE INDEX inbox_done ON inbox USING btree (done_at);

CREATE INDEX inbox_waiting ON inbox USING btree (channel, address, id) WHERE (done_at IS NULL);

CREATE INDEX letter_appointment ON letter USING btree (appointment);

CREATE INDEX letter_created ON letter USING btree (created_at);

CREATE INDEX letter_mailbox ON letter USING btree (mailbox, created_at);

CREATE INDEX letter_offer ON letter USING btree (offer) WHERE (offer IS NOT NULL);

CREATE INDEX letter_stranger ON letter USING btree (office, created_at) WHERE stranger;

CREATE INDEX minutes_change_office ON minutes_change USING btree (office, since);

CREATE INDEX notice_address ON notice USING btree (channel, address);

CREATE INDEX notice_appointment ON notice USING btree (appointment);

CREATE INDEX notice_on_its_way ON notice USING btree (due) WHERE (outcome IS NULL);

CREATE INDEX notice_undelivered ON notice USING btree (settled_at) WHERE (outcome = ANY (ARRAY['unreachable'::text, 'failed'::text]));

CREATE UNIQUE INDEX offer_hold ON offer USING btree (hold);

CREATE UNIQUE INDEX offer_open ON offer USING btree (wait) WHERE (outcome IS NULL);

CREATE INDEX offer_runs_out ON offer USING btree (until) WHERE (outcome IS NULL);

CREATE INDEX offer_wait ON offer USING btree (wait);

CREATE INDEX person_created ON person USING btree (created_at);

CREATE INDEX rating_line_of_week ON rating_line USING btree (office, week);

CREATE INDEX rating_of_week ON rating USING btree (office, week);

CREATE INDEX reminder_figure_day ON reminder_figure USING btree (office, starts);

CREATE INDEX talk_figure_began ON talk_figure USING btree (began_at);

CREATE INDEX trail_at ON trail USING btree (at);

CREATE INDEX trail_of_town ON trail USING btree (town, at);

CREATE UNIQUE INDEX wait_appointment ON wait USING btree (appointment) WHERE (appointment IS NOT NULL);

CREATE INDEX wait_mail ON wait USING btree (mail_key) WHERE (mail_key <> ''::text);

CREATE INDEX wait_person ON wait USING btree (person);

CREATE INDEX wait_turn ON wait USING btree (created_at, id);

CREATE INDEX wait_until ON wait USING btree (until);

CREATE UNIQUE INDEX wait_visit ON wait USING btree (person, office, wishes) WHERE (appointment IS NULL);

CREATE TRIGGER appointment_busy AFTER INSERT OR DELETE ON appointment FOR EACH ROW EXECUTE FUNCTION keep_busy_day();

CREATE TRIGGER appointment_busy_otherwise AFTER UPDATE ON appointment FOR EACH ROW WHEN ((((((((((old.office IS DISTINCT FROM new.office) OR (old.claim IS DISTINCT FROM new.claim)) OR (old.desk IS DISTINCT FROM new.desk)) OR (old.starts IS DISTINCT FROM new.starts)) OR (old.ends IS DISTINCT FROM new.ends)) OR (old.state IS DISTINCT FROM new.state)) OR (old.skills IS DISTINCT FROM new.skills)) OR (old.audience IS DISTINCT FROM new.audience)) OR (old.held_until IS DISTINCT FROM new.held_until))) EXECUTE FUNCTION keep_busy_day();

CREATE TRIGGER appointment_changed AFTER UPDATE OF state, starts, ends, items, persons, coming, arrived_at, called_at ON appointment FOR EACH ROW WHEN ((new.state <> 'held'::text)) EXECUTE FUNCTION keep_figure();

CREATE TRIGGER appointment_entered AFTER INSERT ON appointment FOR EACH ROW WHEN ((new.state <> 'held'::text)) EXECUTE FUNCTION keep_figure();

CREATE TRIGGER closure_laid AFTER INSERT OR DELETE OR UPDATE ON closure FOR EACH STATEMENT EXECUTE FUNCTION laid_anew();

CREATE TRIGGER extra_hours_laid AFTER INSERT OR DELETE OR UPDATE ON extra_hours FOR EACH STATEMENT EXECUTE FUNCTION laid_anew();

CREATE TRIGGER freed_busy AFTER INSERT OR DELETE OR UPDATE ON freed FOR EACH ROW EXECUTE FUNCTION keep_busy_day();

CREATE TRIGGER minutes_change_laid AFTER INSERT OR DELETE OR UPDATE ON minutes_change FOR EACH STATEMENT EXECUTE FUNCTION laid_anew();

CREATE TRIGGER notice_reminded AFTER UPDATE OF outcome ON notice FOR EACH ROW WHEN (((new.kind = 'reminder'::text) AND (new.outcome = 'sent'::text))) EXECUTE FUNCTION keep_reminder_figure();

ALTER TABLE ONLY appointment
    ADD CONSTRAINT appointment_holder_fkey FOREIGN KEY (holder) REFERENCES person(id);

ALTER TABLE ONLY chat
    ADD CONSTRAINT chat_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY code
    ADD CONSTRAINT code_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY code
    ADD CONSTRAINT code_chat_fkey FOREIGN KEY (chat) REFERENCES chat(id) ON DELETE CASCADE;

ALTER TABLE ONLY handover
    ADD CONSTRAINT handover_chat_fkey FOREIGN KEY (chat) REFERENCES chat(id) ON DELETE SET NULL;

ALTER TABLE ONLY handover_line
    ADD CONSTRAINT handover_line_handover_fkey FOREIGN KEY (handover) REFERENCES handover(id) ON DELETE CASCADE;

ALTER TABLE ONLY history
    ADD CONSTRAINT history_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY hit
    ADD CONSTRAINT hit_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY hit
    ADD CONSTRAINT hit_closure_fkey FOREIGN KEY (closure) REFERENCES closure(id) ON DELETE CASCADE;

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_offer_fkey FOREIGN KEY (offer) REFERENCES offer(id) ON DELETE CASCADE;

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY offer
    ADD CONSTRAINT offer_wait_fkey FOREIGN KEY (wait) REFERENCES wait(id) ON DELETE CASCADE;

ALTER TABLE ONLY rated
    ADD CONSTRAINT rated_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY talk_figure
    ADD CONSTRAINT talk_figure_chat_fkey FOREIGN KEY (chat) REFERENCES chat(id) ON DELETE SET NULL;

ALTER TABLE ONLY unserved
    ADD CONSTRAINT unserved_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY wait
    ADD CONSTRAINT wait_appointment_fkey FOREIGN KEY (appointment) REFERENCES appointment(id) ON DELETE CASCADE;

ALTER TABLE ONLY wait
    ADD CONSTRAINT wait_person_fkey FOREIGN KEY (person) REFERENCES person(id) ON DELETE CASCADE;
