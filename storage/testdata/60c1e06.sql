--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: river_job_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.river_job_state AS ENUM (
    'available',
    'cancelled',
    'completed',
    'discarded',
    'pending',
    'retryable',
    'running',
    'scheduled'
);


--
-- Name: laid_anew(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.laid_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE laid SET version = nextval('laid_version');
    RETURN NULL;
END
$$;


--
-- Name: plain_name(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plain_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT replace(replace(replace(replace(lower(translate(name,
        'ÄÖÜäöüÁÀÂÃÅĀĂĄáàâãåāăąÇĆČçćčĎĐďđÉÈÊËĒĖĘĚéèêëēėęěĞĢğģÍÌÎÏĪİíìîïīıŁłÑŃŇñńňÓÒÔÕŐØóòôõőøŘřŚŞŠśşšșȘŤťțȚÚÙÛŮŰŪúùûůűūÝýÿŹŻŽźżž.-''’/_',
        'AOUaouAAAAAAAAaaaaaaaaCCCcccDDddEEEEEEEEeeeeeeeeGGggIIIIIIiiiiiiLlNNNnnnOOOOOOooooooRrSSSssssSTttTUUUUUUuuuuuuYyyZZZzzz      ')),
        'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
    $$;


--
-- Name: river_job_state_in_bitmask(bit, public.river_job_state); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.river_job_state_in_bitmask(bitmask bit, state public.river_job_state) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE state
        WHEN 'available' THEN get_bit(bitmask, 7)
        WHEN 'cancelled' THEN get_bit(bitmask, 6)
        WHEN 'completed' THEN get_bit(bitmask, 5)
        WHEN 'discarded' THEN get_bit(bitmask, 4)
        WHEN 'pending'   THEN get_bit(bitmask, 3)
        WHEN 'retryable' THEN get_bit(bitmask, 2)
        WHEN 'running'   THEN get_bit(bitmask, 1)
        WHEN 'scheduled' THEN get_bit(bitmask, 0)
        ELSE 0
    END = 1;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: appointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appointment (
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
    CONSTRAINT appointment_audience CHECK ((audience = ANY (ARRAY['public'::text, 'staff'::text]))),
    CONSTRAINT appointment_behind CHECK ((behind >= 0)),
    CONSTRAINT appointment_booked_is_named CHECK (((state = 'held'::text) OR ((number IS NOT NULL) AND (name <> ''::text)))),
    CONSTRAINT appointment_called_sits CHECK (((state <> 'called'::text) OR (desk IS NOT NULL))),
    CONSTRAINT appointment_hold_ends CHECK (((state = 'held'::text) = (held_until IS NOT NULL))),
    CONSTRAINT appointment_late CHECK (((late >= 0) AND (late <= 120))),
    CONSTRAINT appointment_only_holds_share CHECK (((state = 'held'::text) OR (claim = id))),
    CONSTRAINT appointment_persons CHECK ((persons > 0)),
    CONSTRAINT appointment_span CHECK ((starts < ends)),
    CONSTRAINT appointment_state CHECK ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'checked in'::text, 'called'::text, 'finished'::text, 'cancelled'::text, 'missed'::text])))
);


--
-- Name: COLUMN appointment.claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.claim IS 'Whose time it is: its own id, or for the hold of a move the id of what is moved.';


--
-- Name: COLUMN appointment.desk; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.desk IS 'Null while desks are being exchanged within a transaction, and of somebody who is there when no desk is set aside any more: they came too late, or their call was taken back.';


--
-- Name: COLUMN appointment.items; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.items IS 'The concerns as they were when it was booked, with names and minutes; a later office file changes nothing here.';


--
-- Name: COLUMN appointment.mail_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.mail_key IS 'What the limits count by: the address in small letters and without variants.';


--
-- Name: COLUMN appointment.request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.request IS 'Which request made it; the same one makes it once.';


--
-- Name: COLUMN appointment.coming; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.coming IS 'The holder has said, when reminded, that they come.';


--
-- Name: COLUMN appointment.late; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.late IS 'How many minutes later the holder said they come.';


--
-- Name: COLUMN appointment.behind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appointment.behind IS 'How many minutes later than agreed the holder was told that the office is.';


--
-- Name: CONSTRAINT appointment_booked_is_named ON appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT appointment_booked_is_named ON public.appointment IS 'What is booked has a number and a name.';


--
-- Name: CONSTRAINT appointment_called_sits ON appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT appointment_called_sits ON public.appointment IS 'Who is called is called to a desk.';


--
-- Name: CONSTRAINT appointment_hold_ends ON appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT appointment_hold_ends ON public.appointment IS 'A hold says when it ends, and nothing else does.';


--
-- Name: CONSTRAINT appointment_only_holds_share ON appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT appointment_only_holds_share ON public.appointment IS 'Only the hold of a move may lie over another appointment: the one that is moved.';


--
-- Name: appointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: chat; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.chat (
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
    unreachable_at timestamp with time zone
)
WITH (fillfactor='70');


--
-- Name: COLUMN chat.person; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.chat.person IS 'A person is not an account: one may have several chats.';


--
-- Name: COLUMN chat.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.chat.state IS 'What the dialogs remember. As json rather than jsonb: it comes back as it was written.';


--
-- Name: COLUMN chat.screen; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.chat.screen IS 'The message in which the view stands, as its network names it.';


--
-- Name: COLUMN chat.unreachable_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.chat.unreachable_at IS 'Since when nothing can be sent there; null once somebody writes again.';


--
-- Name: chat_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.chat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.chat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.closure (
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


--
-- Name: COLUMN closure.desk; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.closure.desk IS 'Null: the whole office.';


--
-- Name: CONSTRAINT closure_attributed ON closure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT closure_attributed ON public.closure IS 'Somebody answers for it.';


--
-- Name: closure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.code (
    id bigint NOT NULL,
    chat bigint,
    appointment bigint,
    hash bytea,
    tries integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT code_known CHECK (((appointment IS NULL) = (hash IS NULL))),
    CONSTRAINT code_tries CHECK ((tries >= 0))
);


--
-- Name: COLUMN code.chat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.code.chat IS 'Where it was asked for; null: a clerk gave it out.';


--
-- Name: COLUMN code.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.code.hash IS 'Of the code, which itself is nowhere.';


--
-- Name: CONSTRAINT code_tries ON code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT code_tries ON public.code IS 'A code that was tried too often is void.';


--
-- Name: code_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: day_post; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.day_post (
    office text NOT NULL,
    day date NOT NULL,
    channel text NOT NULL,
    post text NOT NULL,
    digest text NOT NULL,
    posted_at timestamp with time zone NOT NULL
);


--
-- Name: erasure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasure (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    what text NOT NULL,
    many integer NOT NULL,
    CONSTRAINT erasure_something CHECK ((many > 0))
);


--
-- Name: TABLE erasure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.erasure IS 'The deletion log: what kind of data, and how many records. Nothing in it leads to a person.';


--
-- Name: erasure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.erasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.erasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: extra_hours; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.extra_hours (
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


--
-- Name: COLUMN extra_hours.desks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.extra_hours.desks IS 'Null: every desk.';


--
-- Name: extra_hours_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.extra_hours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.extra_hours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: freed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.freed (
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


--
-- Name: COLUMN freed.hold; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.freed.hold IS 'The offer under which it is; null: none.';


--
-- Name: COLUMN freed.hidden_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.freed.hidden_until IS 'Drawn by chance when the time is given back: nobody can foresee it.';


--
-- Name: freed_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.freed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.freed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: goose_db_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.goose_db_version (
    id integer NOT NULL,
    version_id bigint NOT NULL,
    is_applied boolean NOT NULL,
    tstamp timestamp without time zone DEFAULT now() NOT NULL
);


--
-- Name: goose_db_version_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.goose_db_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goose_db_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.history (
    id bigint NOT NULL,
    appointment bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    detail jsonb,
    staff boolean DEFAULT false NOT NULL
);


--
-- Name: COLUMN history.staff; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.history.staff IS 'A clerk did it: neither the citizen nor a program.';


--
-- Name: history_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.history ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: hit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hit (
    closure bigint NOT NULL,
    appointment bigint NOT NULL,
    starts timestamp with time zone NOT NULL
);


--
-- Name: COLUMN hit.starts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.hit.starts IS 'When the appointment was then.';


--
-- Name: inbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.inbox (
    channel text NOT NULL,
    id bigint NOT NULL,
    address text NOT NULL,
    raw bytea,
    received_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    reason text,
    CONSTRAINT inbox_waits_with_content CHECK (((done_at IS NOT NULL) OR (raw IS NOT NULL)))
);


--
-- Name: COLUMN inbox.raw; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.inbox.raw IS 'As it came; erased with the turn, or some days after it was parked.';


--
-- Name: COLUMN inbox.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.inbox.reason IS 'Why it was parked: it could not be handled. Null where it was answered or waits.';


--
-- Name: CONSTRAINT inbox_waits_with_content ON inbox; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT inbox_waits_with_content ON public.inbox IS 'What waits can still be answered.';


--
-- Name: laid; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.laid (
    version bigint NOT NULL
);


--
-- Name: TABLE laid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.laid IS 'One row: which version of closures, extra hours and minutes there is.';


--
-- Name: laid_version; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.laid_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE laid_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON SEQUENCE public.laid_version IS 'Not given back when a transaction is undone, so that no version comes twice.';


--
-- Name: letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter (
    id bigint NOT NULL,
    token bytea NOT NULL,
    appointment bigint,
    notice bigint,
    mailbox bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    offer bigint,
    CONSTRAINT letter_leads_once CHECK (((appointment IS NULL) OR (offer IS NULL)))
);


--
-- Name: COLUMN letter.token; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.token IS 'Hash of what stands in the link, which itself is nowhere.';


--
-- Name: COLUMN letter.appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.appointment IS 'What the link leads to; null: to an offer, or nowhere.';


--
-- Name: COLUMN letter.notice; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.notice IS 'Which notice was mailed; each try has a link of its own.';


--
-- Name: COLUMN letter.mailbox; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.mailbox IS 'Hash of the address, by which mails are counted.';


--
-- Name: COLUMN letter.offer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.letter.offer IS 'Which offer the link leads to. Once that is accepted, it leads to the appointment.';


--
-- Name: letter_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: minutes_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.minutes_change (
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


--
-- Name: minutes_change_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.minutes_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.minutes_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id bigint NOT NULL,
    appointment bigint NOT NULL,
    kind text NOT NULL,
    sequence integer NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    due timestamp with time zone NOT NULL,
    outcome text,
    settled_at timestamp with time zone,
    CONSTRAINT notice_outcome CHECK ((outcome = ANY (ARRAY['sent'::text, 'void'::text, 'unreachable'::text, 'failed'::text]))),
    CONSTRAINT notice_settled CHECK (((outcome IS NULL) = (settled_at IS NULL)))
);


--
-- Name: COLUMN notice.sequence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.sequence IS 'How often the appointment had been moved when this was planned; once it is moved again, this is not true any more.';


--
-- Name: COLUMN notice.outcome; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.outcome IS 'Null while it is on its way; void: not true any more when it was to be sent; failed: given up, staff see it.';


--
-- Name: notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: offer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.offer (
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


--
-- Name: COLUMN offer.outcome; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.offer.outcome IS 'Null while it is open. Who accepts leaves the list, and the offer with it.';


--
-- Name: offer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.offer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    holds integer DEFAULT 0 NOT NULL,
    holds_since timestamp with time zone
);


--
-- Name: person_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: river_job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_job (
    id bigint NOT NULL,
    state public.river_job_state DEFAULT 'available'::public.river_job_state NOT NULL,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 25 NOT NULL,
    attempted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finalized_at timestamp with time zone,
    scheduled_at timestamp with time zone DEFAULT now() NOT NULL,
    priority smallint DEFAULT 1 NOT NULL,
    args jsonb NOT NULL,
    attempted_by text[],
    errors jsonb[],
    kind text NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    tags character varying(255)[] DEFAULT '{}'::character varying[] NOT NULL,
    unique_key bytea,
    unique_states bit(8),
    CONSTRAINT finalized_or_finalized_at_null CHECK ((((finalized_at IS NULL) AND (state <> ALL (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))) OR ((finalized_at IS NOT NULL) AND (state = ANY (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))))),
    CONSTRAINT kind_length CHECK (((char_length(kind) > 0) AND (char_length(kind) < 128))),
    CONSTRAINT max_attempts_is_positive CHECK ((max_attempts > 0)),
    CONSTRAINT priority_in_range CHECK (((priority >= 1) AND (priority <= 4))),
    CONSTRAINT queue_length CHECK (((char_length(queue) > 0) AND (char_length(queue) < 128)))
);


--
-- Name: river_job_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.river_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: river_job_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.river_job_id_seq OWNED BY public.river_job.id;


--
-- Name: river_leader; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.river_leader (
    elected_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    leader_id text NOT NULL,
    name text DEFAULT 'default'::text NOT NULL,
    CONSTRAINT leader_id_length CHECK (((char_length(leader_id) > 0) AND (char_length(leader_id) < 128))),
    CONSTRAINT name_length CHECK ((name = 'default'::text))
);


--
-- Name: river_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_migration (
    line text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT line_length CHECK (((char_length(line) > 0) AND (char_length(line) < 128))),
    CONSTRAINT version_gte_1 CHECK ((version >= 1))
);


--
-- Name: river_notification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_notification (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    payload text NOT NULL,
    topic text NOT NULL,
    CONSTRAINT topic_length CHECK (((length(topic) > 0) AND (length(topic) < 128)))
);


--
-- Name: river_notification_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.river_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: river_notification_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.river_notification_id_seq OWNED BY public.river_notification.id;


--
-- Name: river_queue; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_queue (
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    paused_at timestamp with time zone,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: staff; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff (
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


--
-- Name: CONSTRAINT staff_attributed ON staff; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT staff_attributed ON public.staff IS 'Somebody answers for it.';


--
-- Name: trail; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.trail (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    detail jsonb,
    CONSTRAINT trail_attributed CHECK ((actor <> ''::text))
);


--
-- Name: TABLE trail; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.trail IS 'No citizen stands in it, and nothing is counted by it.';


--
-- Name: trail_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.trail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: wait; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.wait (
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
    CONSTRAINT wait_for_something CHECK (((appointment IS NOT NULL) OR ((wishes <> '[]'::jsonb) AND (name <> ''::text)))),
    CONSTRAINT wait_hours CHECK (((0 <= from_minute) AND (from_minute < to_minute) AND (to_minute <= 1440))),
    CONSTRAINT wait_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);


--
-- Name: COLUMN wait.appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.wait.appointment IS 'What gets an earlier time; null: the visit that wishes say, which is booked in the name given.';


--
-- Name: COLUMN wait.weekdays; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.wait.weekdays IS 'Which suit: one bit each, Sunday the lowest.';


--
-- Name: CONSTRAINT wait_for_something ON wait; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT wait_for_something ON public.wait IS 'Whoever waits for a first appointment has said all that it takes to book it.';


--
-- Name: wait_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.wait ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wait_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: river_job id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_job ALTER COLUMN id SET DEFAULT nextval('public.river_job_id_seq'::regclass);


--
-- Name: river_notification id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_notification ALTER COLUMN id SET DEFAULT nextval('public.river_notification_id_seq'::regclass);


--
-- Data for Name: appointment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.appointment VALUES (2, 2, 'X6BR6L', 'werne', 'desk-1', '2026-11-24 10:00:00+00', '2026-11-24 10:15:00+00', 'confirmed', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 1, 'Erika', 'Erika@example.org', 'erika@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (1, 1, 'YP9L98', 'werne', 'desk-1', '2026-11-24 08:15:00+00', '2026-11-24 08:30:00+00', 'cancelled', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 2, 'Otto', 'Otto@example.org', 'otto@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (3, 3, NULL, 'werne', 'desk-1', '2026-11-24 09:30:00+00', '2026-11-24 09:45:00+00', 'held', '2026-11-23 07:15:00+00', '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 3, '', '', '', '', '', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (4, 4, 'XWDC8J', 'werne', 'desk-1', '2026-11-24 07:30:00+00', '2026-11-24 07:45:00+00', 'confirmed', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 4, 'Ben', 'Ben@example.org', 'ben@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (5, 4, NULL, 'werne', 'desk-1', '2026-11-25 08:00:00+00', '2026-11-25 08:15:00+00', 'held', '2026-11-23 07:15:00+00', '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 4, '', '', '', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (6, 6, 'WF8W6X', 'werne', 'desk-1', '2026-11-24 09:00:00+00', '2026-11-24 09:15:00+00', 'confirmed', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 6, 'Dora', 'Dora@example.org', 'dora@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (7, 7, '2YH5C9', 'werne', 'desk-2', '2026-11-26 09:00:00+00', '2026-11-26 09:15:00+00', 'confirmed', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'staff', NULL, 'Hans Hase', '', '', '02389 71-1', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (8, 2, NULL, 'werne', 'desk-1', '2026-11-24 08:15:00+00', '2026-11-24 08:30:00+00', 'held', '2026-11-23 08:00:00+00', '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'public', 1, 'Erika', 'Erika@example.org', 'erika@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);
INSERT INTO public.appointment VALUES (9, 9, 'VWDQCR', 'werne', 'desk-1', '2026-11-25 10:00:00+00', '2026-11-25 10:15:00+00', 'confirmed', NULL, '[{"name": {"de": "Personalausweis beantragen", "en": "Apply for an ID card"}, "concern": "id-card", "minutes": 15, "quantity": 1}]', 1, '{citizen}', 'staff', NULL, 'Frieda Frisch', 'frieda@example.org', 'frieda@example.org', '', 'de', 0, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', false, 0, NULL, NULL, 0);


--
-- Data for Name: chat; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.chat VALUES (1, 'terminal', 'erika', 1, '{"version":1,"revision":1795417221,"lang":"de","greeted":true,"draft":{},"screen":"waiting","chosen":2}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 18, 0, '', NULL);
INSERT INTO public.chat VALUES (2, 'terminal', 'otto', 2, '{"version":1,"revision":1795417218,"lang":"de","greeted":true,"draft":{},"screen":"appointments"}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 15, 0, '', NULL);
INSERT INTO public.chat VALUES (3, 'terminal', 'anna', 3, '{"version":1,"revision":1795417209,"lang":"de","greeted":true,"draft":{"query":"personalausweis","wishes":[{"concern":"id-card","quantity":1}],"latest":"id-card","picked":true,"persons":1,"informed":true,"day":"2026-11-24","start":"2026-11-24T10:30:00+01:00","hold":3,"held_until":"2026-11-23T08:15:00+01:00"}}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 8, 0, '', NULL);
INSERT INTO public.chat VALUES (4, 'terminal', 'ben', 4, '{"version":1,"revision":1795417219,"lang":"de","greeted":true,"draft":{"office":"werne","day":"2026-11-25","start":"2026-11-25T08:00:00Z","hold":5,"held_until":"2026-11-23T08:15:00+01:00","moving":4},"chosen":4}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 16, 0, '', NULL);
INSERT INTO public.chat VALUES (5, 'terminal', 'carla', 5, '{"version":1,"revision":1795417204,"lang":"de","greeted":true,"draft":{"query":"reisepass","wishes":[{"concern":"passport","quantity":2}],"latest":"passport","picked":true}}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 4, 0, '', NULL);
INSERT INTO public.chat VALUES (6, 'terminal', 'dora', 6, '{"version":1,"revision":1795417213,"lang":"de","greeted":true,"draft":{},"screen":"booked","chosen":6}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 11, 0, '', NULL);
INSERT INTO public.chat VALUES (7, 'terminal', 'staff/rehearsal', 7, NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 0, 0, '', NULL);
INSERT INTO public.chat VALUES (8, 'terminal', 'staff/Karla', 8, '{"version":1,"revision":1795417219,"lang":"de","greeted":true,"draft":{},"screen":"strike","chosen":6,"work":{"day":"2026-11-26","query":"Dora","below":"find","laid":1,"undo":{"what":"close","closure":1,"until":"2026-11-23T08:10:00+01:00"}}}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 16, 0, '', NULL);
INSERT INTO public.chat VALUES (9, 'terminal', 'staff/Lutz', 9, '{"version":1,"revision":1795417202,"lang":"de","greeted":true,"draft":{},"screen":"plan","work":{"day":"2026-11-24"}}', '2026-11-23 07:00:00+00', '2026-11-23 07:00:00+00', 2, 0, '', NULL);


--
-- Data for Name: closure; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.closure VALUES (1, 'werne', '2026-11-26', 0, 1440, NULL, '{"de": "Rohrbruch"}', 'Karla', '2026-11-23 07:00:00+00');


--
-- Data for Name: code; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: day_post; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: erasure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: extra_hours; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: freed; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.freed VALUES (1, 'werne', 'desk-1', '2026-11-24 08:15:00+00', '2026-11-24 08:30:00+00', NULL, '2026-11-23 07:00:00+00', '2026-11-23 07:14:11.258473+00');
INSERT INTO public.freed VALUES (2, 'werne', 'desk-1', '2026-11-24 08:15:00+00', '2026-11-24 08:30:00+00', 8, '2026-11-23 07:00:00+00', '2026-11-23 08:01:00+00');


--
-- Data for Name: goose_db_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.goose_db_version VALUES (1, 0, true, '2026-11-28 01:24:19.18829');
INSERT INTO public.goose_db_version VALUES (2, 1, true, '2026-11-28 01:24:19.21927');
INSERT INTO public.goose_db_version VALUES (3, 2, true, '2026-11-28 01:24:19.219469');
INSERT INTO public.goose_db_version VALUES (4, 3, true, '2026-11-28 01:24:19.242375');
INSERT INTO public.goose_db_version VALUES (5, 4, true, '2026-11-28 01:24:19.245274');
INSERT INTO public.goose_db_version VALUES (6, 5, true, '2026-11-28 01:24:19.24872');
INSERT INTO public.goose_db_version VALUES (7, 6, true, '2026-11-28 01:24:19.250876');
INSERT INTO public.goose_db_version VALUES (8, 7, true, '2026-11-28 01:24:19.252617');
INSERT INTO public.goose_db_version VALUES (9, 8, true, '2026-11-28 01:24:19.252996');
INSERT INTO public.goose_db_version VALUES (10, 9, true, '2026-11-28 01:24:19.255565');
INSERT INTO public.goose_db_version VALUES (11, 10, true, '2026-11-28 01:24:19.261302');
INSERT INTO public.goose_db_version VALUES (12, 11, true, '2026-11-28 01:24:19.263284');
INSERT INTO public.goose_db_version VALUES (13, 12, true, '2026-11-28 01:24:19.269462');
INSERT INTO public.goose_db_version VALUES (14, 13, true, '2026-11-28 01:24:19.270361');


--
-- Data for Name: history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history VALUES (1, 1, '2026-11-23 07:00:00+00', 'person 2', 'booked', '{"starts": "2026-11-24T09:15:00+01:00"}', false);
INSERT INTO public.history VALUES (2, 2, '2026-11-23 07:00:00+00', 'person 1', 'booked', '{"starts": "2026-11-24T11:00:00+01:00"}', false);
INSERT INTO public.history VALUES (3, 1, '2026-11-23 07:00:00+00', 'person 2', 'cancelled', NULL, false);
INSERT INTO public.history VALUES (4, 4, '2026-11-23 07:00:00+00', 'person 4', 'booked', '{"starts": "2026-11-24T08:30:00+01:00"}', false);
INSERT INTO public.history VALUES (5, 6, '2026-11-23 07:00:00+00', 'person 6', 'booked', '{"starts": "2026-11-24T10:00:00+01:00"}', false);
INSERT INTO public.history VALUES (6, 7, '2026-11-23 07:00:00+00', 'Karla', 'booked', '{"starts": "2026-11-26T10:00:00+01:00"}', true);
INSERT INTO public.history VALUES (7, 7, '2026-11-23 07:00:00+00', 'Karla', 'hit', NULL, true);
INSERT INTO public.history VALUES (8, 9, '2026-11-23 07:00:00+00', 'import', 'booked', '{"starts": "2026-11-25T11:00:00+01:00"}', false);


--
-- Data for Name: hit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.hit VALUES (1, 7, '2026-11-26 09:00:00+00');


--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: laid; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.laid VALUES (2);


--
-- Data for Name: letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: minutes_change; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notice VALUES (1, 8, 'offer', 0, 'mail', 'Erika@example.org', '2026-11-23 07:00:00+00', NULL, NULL);
INSERT INTO public.notice VALUES (2, 9, 'booked', 0, 'mail', 'frieda@example.org', '2026-11-23 07:00:00+00', NULL, NULL);
INSERT INTO public.notice VALUES (3, 9, 'reminder', 0, 'mail', 'frieda@example.org', '2026-11-24 16:00:00+00', NULL, NULL);


--
-- Data for Name: offer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.offer VALUES (1, 1, 8, '2026-11-24 08:15:00+00', '2026-11-24 08:30:00+00', '2026-11-23 07:00:00+00', '2026-11-23 08:00:00+00', NULL);


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.person VALUES (2, '2026-11-23 07:00:00+00', 0, '2026-11-23 07:00:00+00');
INSERT INTO public.person VALUES (1, '2026-11-23 07:00:00+00', 0, '2026-11-23 07:00:00+00');
INSERT INTO public.person VALUES (3, '2026-11-23 07:00:00+00', 1, '2026-11-23 07:00:00+00');
INSERT INTO public.person VALUES (4, '2026-11-23 07:00:00+00', 1, '2026-11-23 07:00:00+00');
INSERT INTO public.person VALUES (5, '2026-11-23 07:00:00+00', 0, NULL);
INSERT INTO public.person VALUES (6, '2026-11-23 07:00:00+00', 0, '2026-11-23 07:00:00+00');
INSERT INTO public.person VALUES (7, '2026-11-23 07:00:00+00', 0, NULL);
INSERT INTO public.person VALUES (8, '2026-11-23 07:00:00+00', 0, NULL);
INSERT INTO public.person VALUES (9, '2026-11-23 07:00:00+00', 0, NULL);


--
-- Data for Name: river_job; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.river_job VALUES (1, 'available', 0, 14, NULL, '2026-11-23 07:00:00+00', NULL, '2026-11-23 07:00:00+00', 1, '{"notice": 1}', NULL, NULL, 'deliver_notice', '{}', 'default', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (2, 'available', 0, 14, NULL, '2026-11-23 07:00:00+00', NULL, '2026-11-23 07:00:00+00', 1, '{"notice": 2}', NULL, NULL, 'deliver_notice', '{}', 'default', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (3, 'scheduled', 0, 14, NULL, '2026-11-23 07:00:00+00', NULL, '2026-11-24 16:00:00+00', 3, '{"notice": 3}', NULL, NULL, 'deliver_notice', '{}', 'default', '{}', NULL, NULL);


--
-- Data for Name: river_leader; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.river_migration VALUES ('main', 1, '2026-11-28 01:24:19.200891+00');
INSERT INTO public.river_migration VALUES ('main', 2, '2026-11-28 01:24:19.203265+00');
INSERT INTO public.river_migration VALUES ('main', 3, '2026-11-28 01:24:19.208444+00');
INSERT INTO public.river_migration VALUES ('main', 4, '2026-11-28 01:24:19.209143+00');
INSERT INTO public.river_migration VALUES ('main', 5, '2026-11-28 01:24:19.211009+00');
INSERT INTO public.river_migration VALUES ('main', 6, '2026-11-28 01:24:19.215087+00');
INSERT INTO public.river_migration VALUES ('main', 7, '2026-11-28 01:24:19.216257+00');
INSERT INTO public.river_migration VALUES ('main', 8, '2026-11-28 01:24:19.218827+00');


--
-- Data for Name: river_notification; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_queue; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: staff; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff VALUES ('terminal', 'staff/Karla', 'Karla', 'lead', 'rehearsal', '2026-11-23 07:00:00+00');
INSERT INTO public.staff VALUES ('terminal', 'staff/Lutz', 'Lutz', 'viewer', 'rehearsal', '2026-11-23 07:00:00+00');


--
-- Data for Name: trail; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.trail VALUES (1, '2026-11-23 07:00:00+00', 'rehearsal', 'appointed', '{"name": "Karla", "role": "lead"}');
INSERT INTO public.trail VALUES (2, '2026-11-23 07:00:00+00', 'Karla', 'closed', '{"to": "24:00", "day": "2026-11-26", "desk": "", "from": "00:00", "office": "werne", "reason": "Rohrbruch"}');
INSERT INTO public.trail VALUES (3, '2026-11-23 07:00:00+00', 'rehearsal', 'appointed', '{"name": "Lutz", "role": "viewer"}');


--
-- Data for Name: wait; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.wait VALUES (1, 1, 2, 'werne', '[]', 1, 127, 0, 1440, '2026-12-07', '', '', '', '', 'de', '2026-11-23 07:00:00+00');


--
-- Name: appointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.appointment_id_seq', 9, true);


--
-- Name: chat_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.chat_id_seq', 9, true);


--
-- Name: closure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.closure_id_seq', 1, true);


--
-- Name: code_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.code_id_seq', 1, false);


--
-- Name: erasure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.erasure_id_seq', 1, false);


--
-- Name: extra_hours_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.extra_hours_id_seq', 1, false);


--
-- Name: freed_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.freed_id_seq', 2, true);


--
-- Name: goose_db_version_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.goose_db_version_id_seq', 14, true);


--
-- Name: history_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.history_id_seq', 8, true);


--
-- Name: laid_version; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.laid_version', 2, true);


--
-- Name: letter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.letter_id_seq', 1, false);


--
-- Name: minutes_change_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.minutes_change_id_seq', 1, false);


--
-- Name: notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notice_id_seq', 3, true);


--
-- Name: offer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.offer_id_seq', 1, true);


--
-- Name: person_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.person_id_seq', 9, true);


--
-- Name: river_job_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.river_job_id_seq', 3, true);


--
-- Name: river_notification_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.river_notification_id_seq', 1, false);


--
-- Name: trail_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.trail_id_seq', 3, true);


--
-- Name: wait_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.wait_id_seq', 1, true);


--
-- Name: appointment appointment_one_at_a_desk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_one_at_a_desk EXCLUDE USING gist (tstzrange(starts, ends) WITH &&, desk WITH =, office WITH =, claim WITH <>) WHERE ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'checked in'::text])));


--
-- Name: CONSTRAINT appointment_one_at_a_desk ON appointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT appointment_one_at_a_desk ON public.appointment IS 'No time at a desk is set aside twice. Who is called sits where they were called to, and counts no more. Not deferrable: who writes learns of it at once. Desks are exchanged by setting them null first.';


--
-- Name: appointment appointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);


--
-- Name: chat chat_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_once UNIQUE (channel, address);


--
-- Name: CONSTRAINT chat_once ON chat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON CONSTRAINT chat_once ON public.chat IS 'An address has one conversation, however fast its messages come.';


--
-- Name: chat chat_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_pkey PRIMARY KEY (id);


--
-- Name: closure closure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closure
    ADD CONSTRAINT closure_pkey PRIMARY KEY (id);


--
-- Name: code code_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_pkey PRIMARY KEY (id);


--
-- Name: day_post day_post_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.day_post
    ADD CONSTRAINT day_post_pkey PRIMARY KEY (office, day, channel);


--
-- Name: erasure erasure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (id);


--
-- Name: extra_hours extra_hours_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.extra_hours
    ADD CONSTRAINT extra_hours_pkey PRIMARY KEY (id);


--
-- Name: freed freed_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.freed
    ADD CONSTRAINT freed_pkey PRIMARY KEY (id);


--
-- Name: goose_db_version goose_db_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goose_db_version
    ADD CONSTRAINT goose_db_version_pkey PRIMARY KEY (id);


--
-- Name: history history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT history_pkey PRIMARY KEY (id);


--
-- Name: hit hit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hit
    ADD CONSTRAINT hit_pkey PRIMARY KEY (closure, appointment);


--
-- Name: inbox inbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (channel, id);


--
-- Name: letter letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);


--
-- Name: letter letter_token; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_token UNIQUE (token);


--
-- Name: minutes_change minutes_change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.minutes_change
    ADD CONSTRAINT minutes_change_pkey PRIMARY KEY (id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);


--
-- Name: offer offer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);


--
-- Name: river_job river_job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_job
    ADD CONSTRAINT river_job_pkey PRIMARY KEY (id);


--
-- Name: river_leader river_leader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_leader
    ADD CONSTRAINT river_leader_pkey PRIMARY KEY (name);


--
-- Name: river_migration river_migration_pkey1; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_migration
    ADD CONSTRAINT river_migration_pkey1 PRIMARY KEY (line, version);


--
-- Name: river_notification river_notification_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_notification
    ADD CONSTRAINT river_notification_pkey PRIMARY KEY (id);


--
-- Name: river_queue river_queue_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_queue
    ADD CONSTRAINT river_queue_pkey PRIMARY KEY (name);


--
-- Name: staff staff_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (channel, address);


--
-- Name: trail trail_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.trail
    ADD CONSTRAINT trail_pkey PRIMARY KEY (id);


--
-- Name: wait wait_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wait
    ADD CONSTRAINT wait_pkey PRIMARY KEY (id);


--
-- Name: appointment_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_day ON public.appointment USING btree (office, starts);


--
-- Name: appointment_holder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_holder ON public.appointment USING btree (holder, starts);


--
-- Name: appointment_mail; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_mail ON public.appointment USING btree (mail_key, starts) WHERE (mail_key <> ''::text);


--
-- Name: appointment_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_name ON public.appointment USING gin (to_tsvector('simple'::regconfig, public.plain_name(name))) WITH (fastupdate=off) WHERE ((state <> 'held'::text) AND (name <> '-'::text));


--
-- Name: appointment_number; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX appointment_number ON public.appointment USING btree (number) WHERE (number IS NOT NULL);


--
-- Name: appointment_request; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX appointment_request ON public.appointment USING btree (request) WHERE (request IS NOT NULL);


--
-- Name: chat_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX chat_person ON public.chat USING btree (person);


--
-- Name: chat_quiet; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX chat_quiet ON public.chat USING btree (updated_at);


--
-- Name: chat_undrawn; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX chat_undrawn ON public.chat USING btree (channel, updated_at) WHERE ((drawn < turns) AND (unreachable_at IS NULL));


--
-- Name: closure_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX closure_day ON public.closure USING btree (office, day);


--
-- Name: code_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX code_appointment ON public.code USING btree (appointment, asked_at);


--
-- Name: code_chat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX code_chat ON public.code USING btree (chat, asked_at);


--
-- Name: extra_hours_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX extra_hours_day ON public.extra_hours USING btree (office, day);


--
-- Name: freed_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX freed_day ON public.freed USING btree (office, starts);


--
-- Name: freed_hold; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX freed_hold ON public.freed USING btree (hold) WHERE (hold IS NOT NULL);


--
-- Name: freed_starts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX freed_starts ON public.freed USING btree (starts);


--
-- Name: history_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_appointment ON public.history USING btree (appointment, id);


--
-- Name: history_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_staff ON public.history USING btree (at) WHERE staff;


--
-- Name: hit_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX hit_appointment ON public.hit USING btree (appointment);


--
-- Name: inbox_done; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inbox_done ON public.inbox USING btree (done_at);


--
-- Name: inbox_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inbox_waiting ON public.inbox USING btree (channel, address, id) WHERE (done_at IS NULL);


--
-- Name: letter_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_appointment ON public.letter USING btree (appointment);


--
-- Name: letter_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_created ON public.letter USING btree (created_at);


--
-- Name: letter_mailbox; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_mailbox ON public.letter USING btree (mailbox, created_at);


--
-- Name: letter_offer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_offer ON public.letter USING btree (offer) WHERE (offer IS NOT NULL);


--
-- Name: minutes_change_office; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX minutes_change_office ON public.minutes_change USING btree (office, since);


--
-- Name: notice_address; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_address ON public.notice USING btree (channel, address);


--
-- Name: notice_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_appointment ON public.notice USING btree (appointment);


--
-- Name: notice_on_its_way; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_on_its_way ON public.notice USING btree (due) WHERE (outcome IS NULL);


--
-- Name: notice_undelivered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_undelivered ON public.notice USING btree (settled_at) WHERE (outcome = ANY (ARRAY['unreachable'::text, 'failed'::text]));


--
-- Name: offer_hold; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX offer_hold ON public.offer USING btree (hold);


--
-- Name: offer_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX offer_open ON public.offer USING btree (wait) WHERE (outcome IS NULL);


--
-- Name: offer_runs_out; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX offer_runs_out ON public.offer USING btree (until) WHERE (outcome IS NULL);


--
-- Name: offer_wait; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX offer_wait ON public.offer USING btree (wait);


--
-- Name: river_job_args_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_args_index ON public.river_job USING gin (args);


--
-- Name: river_job_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_kind ON public.river_job USING btree (kind);


--
-- Name: river_job_metadata_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_metadata_index ON public.river_job USING gin (metadata);


--
-- Name: river_job_prioritized_fetching_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_prioritized_fetching_index ON public.river_job USING btree (state, queue, priority, scheduled_at, id);


--
-- Name: river_job_state_and_finalized_at_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_state_and_finalized_at_index ON public.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);


--
-- Name: river_job_unique_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX river_job_unique_idx ON public.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND public.river_job_state_in_bitmask(unique_states, state));


--
-- Name: river_notification_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_notification_created_at_idx ON public.river_notification USING btree (created_at);


--
-- Name: river_notification_topic_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_notification_topic_id_idx ON public.river_notification USING btree (topic, id);


--
-- Name: trail_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX trail_at ON public.trail USING btree (at);


--
-- Name: wait_appointment; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX wait_appointment ON public.wait USING btree (appointment) WHERE (appointment IS NOT NULL);


--
-- Name: wait_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX wait_person ON public.wait USING btree (person);


--
-- Name: wait_turn; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX wait_turn ON public.wait USING btree (created_at, id);


--
-- Name: wait_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX wait_until ON public.wait USING btree (until);


--
-- Name: wait_visit; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX wait_visit ON public.wait USING btree (person, office, wishes) WHERE (appointment IS NULL);


--
-- Name: closure closure_laid; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closure_laid AFTER INSERT OR DELETE OR UPDATE ON public.closure FOR EACH STATEMENT EXECUTE FUNCTION public.laid_anew();


--
-- Name: extra_hours extra_hours_laid; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER extra_hours_laid AFTER INSERT OR DELETE OR UPDATE ON public.extra_hours FOR EACH STATEMENT EXECUTE FUNCTION public.laid_anew();


--
-- Name: minutes_change minutes_change_laid; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER minutes_change_laid AFTER INSERT OR DELETE OR UPDATE ON public.minutes_change FOR EACH STATEMENT EXECUTE FUNCTION public.laid_anew();


--
-- Name: appointment appointment_holder_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_holder_fkey FOREIGN KEY (holder) REFERENCES public.person(id);


--
-- Name: chat chat_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: code code_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: code code_chat_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_chat_fkey FOREIGN KEY (chat) REFERENCES public.chat(id) ON DELETE CASCADE;


--
-- Name: history history_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT history_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: hit hit_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hit
    ADD CONSTRAINT hit_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: hit hit_closure_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hit
    ADD CONSTRAINT hit_closure_fkey FOREIGN KEY (closure) REFERENCES public.closure(id) ON DELETE CASCADE;


--
-- Name: letter letter_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: letter letter_offer_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_offer_fkey FOREIGN KEY (offer) REFERENCES public.offer(id) ON DELETE CASCADE;


--
-- Name: notice notice_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: offer offer_wait_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_wait_fkey FOREIGN KEY (wait) REFERENCES public.wait(id) ON DELETE CASCADE;


--
-- Name: wait wait_appointment_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wait
    ADD CONSTRAINT wait_appointment_fkey FOREIGN KEY (appointment) REFERENCES public.appointment(id) ON DELETE CASCADE;


--
-- Name: wait wait_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wait
    ADD CONSTRAINT wait_person_fkey FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


