-- What is stored about Trixi, who has written in two chats: two rows of every kind
-- and more, later ones first. :now is when she asks what is known of her.
UPDATE person SET holds = 2, holds_since = :now - interval '2 minutes', proved = 'secret' WHERE id = (SELECT person FROM chat WHERE channel = 'test' AND address = 'trixi');
INSERT INTO chat (id, channel, address, person, state, created_at, updated_at, turns, drawn, screen, unreachable_at)
SELECT 71, 'test/b', 'trixi at home', person, '{"version": 1, "draft": {"phone": "02389 71"}}', :now - interval '9 days', :now - interval '8 days', 7, 6, 'secret', :now - interval '7 days'
FROM chat WHERE channel = 'test' AND address = 'trixi';
INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, held_until, items, persons, skills, audience, holder, name, mail, mail_key, phone, lang,
    sequence, request, created_at, updated_at, coming, late, arrived_at, called_at, behind, ticket, ticket_day, calls, parked_at, note)
SELECT v.id, v.id, v.number, 'hall', 'desk ' || v.id, :now + starts, :now + starts + interval '20 minutes', v.state, v.until, v.items, persons, '{papers}', 'public', c.person, v.name, v.mail, v.mail, v.phone, v.lang,
    v.sequence, 'secret' || v.id, :now - interval '20 days', :now - interval '10 days', v.coming, v.late, v.arrived, v.called, v.behind, v.ticket, v.day, v.calls, v.parked, v.note
FROM chat c, (VALUES
    (72, 'TRIXI2', interval '3 days', 'confirmed', NULL::timestamptz, '[{"concern": "move", "quantity": 2, "minutes": 35}]'::jsonb, 2, 'Trixi Zwei', 'trixi2@example.org', '', 'en', 0, true, 10, NULL::timestamptz, NULL::timestamptz, 0, NULL::int, NULL::date, 0, NULL::timestamptz, ''),
    (71, 'TRIXI1', interval '-9 days', 'finished', NULL, '[{"concern": "pass", "quantity": 1, "minutes": 20}]', 1, 'Trixi Eins', 'trixi1@example.org', '02389 71', 'de', 3, false, 0, :now - interval '217 hours', :now - interval '216 hours', 15, 17, :now::date - 9, 2, NULL, 'came with a pram'),
    (73, 'TRIXI3', interval '3 days', 'checked in', NULL, '[]', 1, 'Trixi Drei', '', '02389 73', 'de', 1, false, 0, :now, NULL, 0, NULL, NULL, 1, :now + interval '5 minutes', ''),
    (74, NULL, interval '4 days', 'held', :now + interval '15 minutes', '[]', 1, '', '', '', '', 0, false, 0, NULL, NULL, 0, NULL, NULL, 0, NULL, '')
) AS v (id, number, starts, state, until, items, persons, name, mail, phone, lang, sequence, coming, late, arrived, called, behind, ticket, day, calls, parked, note)
WHERE c.id = 71;
DELETE FROM appointment WHERE id < 71;
INSERT INTO rated (appointment) VALUES (71);
INSERT INTO history (id, appointment, at, actor, what, detail, staff)
SELECT v.id, v.appointment, :now - v.ago, v.actor, v.what, v.detail, v.staff
FROM chat c, LATERAL (VALUES
    (73, 72, interval '20 days', 'person ' || c.person, 'booked', NULL::jsonb, false), (72, 71, interval '217 hours', 'test anna', 'called', '{"desk": "desk 1"}', true),
    (71, 71, interval '20 days', 'person ' || c.person, 'booked', '{"from": "x"}', false), (74, 72, interval '1 day', 'person ' || c.person || '1', 'affirmed', NULL, false)
) AS v (id, appointment, ago, actor, what, detail, staff) WHERE c.id = 71;
INSERT INTO notice (id, appointment, kind, sequence, channel, address, due, outcome, settled_at) VALUES
    (73, 72, 'reminder', 0, 'test', 'trixi', :now + interval '2 days', NULL, NULL), (72, 71, 'reminder', 3, 'mail', 'trixi1@example.org', :now - interval '10 days', 'failed', :now - interval '239 hours'),
    (71, 71, 'booked', 0, 'test/b', 'trixi at home', :now - interval '20 days', 'sent', :now - interval '479 hours');
INSERT INTO wait (id, person, appointment, office, wishes, persons, weekdays, from_minute, to_minute, until, name, mail, mail_key, phone, lang, created_at)
SELECT v.id, c.person, v.appointment, 'hall', v.wishes, v.persons, v.weekdays, v.from_minute, 720, :now::date + 20, v.name, v.mail, v.mail, v.phone, v.lang, :now - interval '2 days'
FROM chat c, (VALUES
    (72, NULL, '[{"concern": "pass", "quantity": 3}]'::jsonb, 3, 31, 480, 'Trixi Wartet', 'wartet@example.org', '02389 72', 'en'), (71, 72, '[]', 1, 4, 540, '', '', '', '')
) AS v (id, appointment, wishes, persons, weekdays, from_minute, name, mail, phone, lang) WHERE c.id = 71;
INSERT INTO offer (id, wait, hold, starts, ends, made_at, until, outcome) VALUES
    (72, 71, 74, :now + interval '2 hours', :now + interval '3 hours', :now - interval '3 minutes', :now + interval '12 minutes', NULL),
    (71, 71, 99, :now + interval '4 hours', :now + interval '5 hours', :now - interval '2 hours', :now - interval '1 hour', 'lapsed');
INSERT INTO handover (id, office, chat, network, lang, concerns, place, opened_at, answered_at, ended_at, thread) VALUES
    (72, 'annex', 71, 'test', 'de', '{pass}', 0, :now - interval '1 hour', NULL, NULL, NULL),
    (71, 'hall', 71, 'test', 'de', '{move}', 1, :now - interval '3 hours', :now - interval '170 minutes', :now - interval '2 hours', 'secret');
INSERT INTO handover_line (id, handover, kind, text, place, post, at, told_at) VALUES
    (73, 71, 'ended', '', 0, NULL, :now - interval '2 hours', :now), (72, 71, 'clerk', 'ja, gern', 0, 'secret', :now - interval '170 minutes', :now),
    (71, 71, 'citizen', 'geht das auch so?', 0, NULL, :now - interval '3 hours', :now);
DELETE FROM code WHERE id < 900000;
INSERT INTO code (id, chat, appointment, hash, tries, asked_at, expires_at, mailbox) VALUES
    (72, 71, NULL, 'secret', 4, :now - interval '5 minutes', :now + interval '10 minutes', 'secret'), (71, 71, 71, 'secret', 5, :now - interval '6 minutes', :now + interval '9 minutes', NULL);
INSERT INTO inbox (channel, id, address, raw, received_at, done_at, reason) VALUES
    ('test', 73, 'trixi', 'Guten Tag, schöne Grüße', :now, NULL, NULL), ('test', 72, 'trixi', NULL, :now - interval '1 hour', :now, NULL),
    ('test', 71, 'trixi', '{"text": "odd"}', :now - interval '2 hours', :now - interval '1 hour', 'odd');
INSERT INTO deed (id, sender, what, office, about, at, mailbox) OVERRIDING SYSTEM VALUE
SELECT v.id, d.sender, v.what, v.office, v.about, :now - v.ago, v.mailbox
FROM (SELECT sender FROM deed WHERE sender NOT IN ('b', 'y') LIMIT 1) AS d,
    (VALUES (800072, 'proved', '', NULL::bigint, interval '2 hours', 'secret'::bytea), (800071, 'held', 'hall', 71, interval '1 hour', NULL)) AS v (id, what, office, about, ago, mailbox);
DELETE FROM deed WHERE id NOT IN (800071, 800072) AND sender = (SELECT sender FROM deed WHERE id = 800071);
