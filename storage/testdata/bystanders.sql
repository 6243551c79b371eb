-- People of the same office who have nothing to do with a test: a row of every
-- kind in every state, years away from the days that tests happen on, at a desk
-- that the office does not have. :now is when the test begins.
INSERT INTO person (id, created_at, holds, holds_since) VALUES (900001, :now, 1, :now), (900002, :now, 0, NULL);
INSERT INTO chat (id, channel, address, person, state, created_at, updated_at, turns, drawn, screen) VALUES
    (900001, 'test', 'bystander', 900001, '{"version":1}', :now, :now, 2, 1, 's'),
    (900002, 'desk', 'bystander', 900002, NULL, :now, :now, 1, 1, '');
INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, held_until, items, persons, skills, audience, holder, name, mail,
    mail_key, phone, lang, request, created_at, updated_at, arrived_at, called_at, ticket, ticket_day)
SELECT 900000 + n, 900000 + n, CASE WHEN state <> 'held' THEN 'BYSTAND' || n END, 'hall', 'elsewhere',
    day + n * interval '1 hour', day + n * interval '1 hour' + interval '15 minutes', state, until, '[{"concern": "pass", "quantity": 1, "minutes": 15}]', 1, '{}', 'public',
    900001, CASE WHEN state <> 'held' THEN 'Bystander' ELSE '' END, 'bystander@example.org', 'bystander@example.org', '02389 1', 'de', 'bystander ' || n, :now, :now,
    CASE WHEN state IN ('checked in', 'called', 'finished') THEN day END, CASE WHEN state IN ('called', 'finished') THEN day END,
    CASE WHEN ticket THEN n END, CASE WHEN ticket THEN day::date END
FROM (VALUES
    (1, 'confirmed', NULL, false, 4), (2, 'checked in', NULL, false, 4), (3, 'called', NULL, false, 4), (4, 'finished', NULL, false, -4),
    (5, 'cancelled', NULL, false, 4), (6, 'missed', NULL, false, -4), (7, 'held', :now + interval '1 year', false, 4),
    (8, 'held', :now - interval '1 minute', false, 4), (9, 'checked in', NULL, true, 4), (10, 'confirmed', NULL, false, 4)) AS v (n, state, until, ticket, years),
    LATERAL (SELECT date_trunc('day', :now) + years * interval '1 year' AS day) AS d;
INSERT INTO history (id, appointment, at, actor, what, staff) SELECT id, id, :now, 'test bystander', 'booked', id % 2 = 0 FROM appointment WHERE state <> 'held';
INSERT INTO notice (id, appointment, kind, sequence, channel, address, due, outcome, settled_at) VALUES
    (900001, 900001, 'reminder', 0, 'test', 'bystander', :now + interval '4 years', NULL, NULL),
    (900002, 900001, 'booked', 0, 'test', 'bystander', :now, 'sent', :now);
INSERT INTO code (id, chat, appointment, hash, tries, asked_at, expires_at) VALUES
    (900001, 900001, 900001, 'x', 0, :now, :now + interval '15 minutes'), (900002, NULL, 900001, 'x', 5, :now, :now + interval '1 day');
INSERT INTO code (id, chat, mailbox, hash, tries, asked_at, expires_at) VALUES (900003, 900001, 'b', 'x', 0, :now, :now + interval '15 minutes');
INSERT INTO wait (id, person, appointment, office, wishes, weekdays, from_minute, to_minute, until, name, mail, mail_key, created_at) VALUES
    (900001, 900001, NULL, 'hall', '[{"concern": "pass", "quantity": 1}]', 64, 0, 1, :now::date + 20, 'Bystander', 'bystander@example.org', 'bystander@example.org', :now),
    (900002, 900001, 900010, 'hall', '[]', 64, 0, 1, :now::date + 20, '', '', '', :now);
INSERT INTO offer (id, wait, hold, starts, ends, made_at, until, outcome) VALUES
    (900001, 900001, 900007, :now + interval '4 years', :now + interval '5 years', :now, :now + interval '1 year', NULL),
    (900002, 900001, 900099, :now, :now + interval '1 hour', :now, :now, 'declined');
INSERT INTO freed (id, office, desk, starts, ends, hold, freed_at, hidden_until) VALUES
    (900001, 'hall', 'elsewhere', :now + interval '4 years', :now + interval '5 years', 900007, :now, :now),
    (900002, 'hall', 'elsewhere', :now + interval '4 years', :now + interval '5 years', NULL, :now, :now);
INSERT INTO letter (id, token, appointment, notice, mailbox, created_at, cause, office) VALUES
    (900001, 'bystander 1', 900001, 900002, 'b', :now, 900001, 'hall'), (900002, 'bystander 2', 900005, NULL, 'b', :now, NULL, 'hall');
INSERT INTO letter (id, token, offer, mailbox, created_at, cause, office) VALUES (900003, 'bystander 3', 900001, 'b', :now, 900001, 'hall');
INSERT INTO mailbox (mailbox, answered, refused, seen) VALUES ('b', :now, NULL, :now), ('c', NULL, :now, :now);
INSERT INTO deed (sender, what, office, about, at, mailbox) SELECT 'b', what, '', 900001, :now, 'b' FROM unnest('{held,booked,moved,cancelled,asked,tried}'::text[]) what;
INSERT INTO handover (id, office, chat, network, lang, concerns, place, opened_at, answered_at, ended_at, thread, erased_at) VALUES
    (900001, 'hall', 900001, 'test', 'de', '{pass}', 0, :now, :now, :now, 't1', NULL), (900002, 'hall', NULL, 'test', 'de', '{}', 0, :now, :now, :now, 't2', :now),
    (900003, 'hall', 900001, 'test', 'de', '{}', 0, :now, NULL, :now, 't3', NULL);
INSERT INTO handover_line (id, handover, kind, text, post, at, told_at) VALUES
    (900001, 900001, 'citizen', 'bystander', 'b1', :now, :now), (900002, 900001, 'clerk', 'bystander', 'b2', :now, :now);
INSERT INTO inbox (channel, id, address, raw, received_at, done_at, reason) VALUES ('test', 900001, 'bystander', 'x', :now, :now, 'odd'), ('test', 900002, 'bystander', NULL, :now, :now, NULL);
INSERT INTO talk_figure (id, chat, channel, began_at, last_at, step, booked, heard, missed) VALUES (900001, 900001, 'test', :now, :now, 'concern', 1, 2, 1), (900002, NULL, 'test', :now, :now, 'mail', 0, 2, 1);
INSERT INTO closure (id, office, day, from_minute, to_minute, desk, reason, by, at) VALUES (900001, 'hall', :now::date + 1461, 0, 1440, 'elsewhere', '{}', 'b', :now);
INSERT INTO hit (closure, appointment, starts) VALUES (900001, 900001, :now);
INSERT INTO extra_hours (id, office, day, from_minute, to_minute, desks, internal, by, at) VALUES (900001, 'hall', :now::date + 1461, 0, 1440, '{elsewhere}', false, 'b', :now);
INSERT INTO minutes_change (id, office, concern, since, first, further, by, at) VALUES (900001, 'hall', 'other', :now::date + 1461, 10, 5, 'b', :now);
INSERT INTO trail (id, at, actor, what) VALUES (900001, :now, 'desk bystander', 'role');
INSERT INTO staff (channel, address, name, role, by, at) VALUES ('desk/b', 'bystander', 'Bystander', 'viewer', 'b', :now);
INSERT INTO alarm (id, office, by, raised_at, told_at) VALUES (900001, 'hall', 'b', :now, :now);
INSERT INTO rated (appointment) VALUES (900004);
INSERT INTO rating (office, week, stars) VALUES ('hall', '2020-01-06', 3);
INSERT INTO rating_line (office, week, stars, line) VALUES ('hall', '2020-01-06', 3, 'bystander');
INSERT INTO unserved (appointment, starts, found_at) VALUES (900010, :now, :now);
INSERT INTO day_figure (office, day, open_minutes, free_minutes) VALUES ('hall', :now::date - 1461, 2, 1);
INSERT INTO first_offer (office, day, concern, days) VALUES ('hall', :now::date - 1461, 'pass', 1);
INSERT INTO reminder_figure (appointment, sequence, office, starts) VALUES (900010, 0, 'hall', :now + interval '4 years');
INSERT INTO freed_figure (id, appointment, office, desk, starts, ends, freed_at) VALUES (900001, 900005, 'hall', 'elsewhere', :now + interval '4 years', :now + interval '5 years', :now);
INSERT INTO erasure (id, at, what, many) VALUES (900001, :now, 'forgotten', 1);
INSERT INTO day_post (office, day, channel, post, digest, posted_at) VALUES ('hall', :now::date - 1461, 'c', 'p', '', :now);
-- The same at another town's office, on the very days of the tests, at desks of
-- the same names: what leaves the office out of a question finds them.
INSERT INTO office_town (office, town) VALUES ('yonder', 'b');
INSERT INTO office_name (office, name) VALUES ('yonder', '{"de": "Drüben"}');
INSERT INTO person (id, created_at) VALUES (910001, :now);
INSERT INTO chat (id, channel, address, person, state, created_at, updated_at, turns, drawn) VALUES (910001, 'test/b', 'ada', 910001, '{}', :now, :now, 2, 1);
INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, held_until, items, persons, skills, audience, holder, name, mail,
    mail_key, lang, created_at, updated_at, arrived_at, called_at)
SELECT 910000 + n, 910000 + n, CASE WHEN state <> 'held' THEN 'YONDER' || n END, 'yonder', desk, :now + days * interval '1 day' + interval '1 hour',
    :now + days * interval '1 day' + interval '5 hours', state, until, '[{"concern": "pass", "quantity": 1, "minutes": 15}]', 1, '{}', 'public', 910001,
    CASE WHEN state <> 'held' THEN 'Yonder' ELSE '' END, 'yonder@example.org', 'yonder@example.org', 'de', :now, :now, arrived, called
FROM (VALUES
    (1, 'confirmed', 'desk 1', 0, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz), (2, 'confirmed', '1', 0, NULL, NULL, NULL),
    (3, 'checked in', 'desk 4', 0, NULL, :now, NULL), (4, 'called', 'desk 3', 0, NULL, :now, :now), (5, 'cancelled', 'desk 2', 0, NULL, NULL, NULL),
    (6, 'held', 'desk 2', 0, :now + interval '1 hour', NULL, NULL), (7, 'finished', 'desk 1', -1, NULL, :now, :now), (8, 'missed', 'desk 2', -1, NULL, NULL, NULL),
    (9, 'confirmed', 'desk 1', 1, NULL, NULL, NULL), (10, 'confirmed', '1', 1, NULL, NULL, NULL)) AS v (n, state, desk, days, until, arrived, called);
INSERT INTO history (id, appointment, at, actor, what, staff) SELECT id, id, :now, 'desk/b yonder', 'booked', true FROM appointment WHERE office = 'yonder' AND state <> 'held';
INSERT INTO wait (id, person, office, wishes, weekdays, from_minute, to_minute, until, name, mail, mail_key, created_at) VALUES
    (910001, 910001, 'yonder', '[{"concern": "pass", "quantity": 1}]', 127, 0, 1440, :now::date + 20, 'Yonder', 'yonder@example.org', 'yonder@example.org', :now);
INSERT INTO freed (id, office, desk, starts, ends, freed_at, hidden_until) SELECT 910000 + n, 'yonder', desk, :now, :now + interval '6 hours', :now, :now + until * interval '1 hour'
    FROM (VALUES (1, 'desk 1', 0), (2, 'desk 2', 6), (3, '1', 0)) AS v (n, desk, until);
INSERT INTO deed (sender, what, office, at) SELECT 'y', what, 'yonder', :now FROM unnest('{came,held,booked,moved,cancelled}'::text[]) what, generate_series(1, 50);
INSERT INTO letter (id, token, mailbox, created_at, stranger, office) SELECT 910000 + n, n::text::bytea, n::text::bytea, :now, true, 'yonder' FROM generate_series(1, 200) n;
INSERT INTO brake (office, usual, since) VALUES ('yonder', 1, :now);
INSERT INTO rush (office, hour, newcomers, braked) SELECT 'yonder', date_trunc('hour', :now) - n * interval '1 hour', 99, true FROM generate_series(1, 3) n;
INSERT INTO counter (office, at) VALUES ('yonder', :now);
INSERT INTO handover (id, office, chat, network, lang, concerns, place, opened_at) VALUES (910001, 'yonder', 910001, 'test/b', 'de', '{pass}', 0, :now - interval '1 minute');
INSERT INTO handover_line (id, handover, kind, text, post, at) VALUES (910001, 910001, 'citizen', 'yonder', NULL, :now), (910002, 910001, 'clerk', 'yonder', 'y2', :now);
INSERT INTO closure (id, office, day, from_minute, to_minute, reason, by, at) SELECT 910000 + n, 'yonder', :now::date + n, 0, 1440, '{"de": "Yonder"}', 'desk/b yonder', :now FROM generate_series(0, 9) n;
INSERT INTO extra_hours (id, office, day, from_minute, to_minute, internal, by, at) VALUES (910001, 'yonder', :now::date, 0, 1440, false, 'desk/b yonder', :now);
INSERT INTO minutes_change (id, office, concern, since, first, further, by, at) VALUES (910001, 'yonder', 'pass', :now::date, 55, 5, 'desk/b yonder', :now);
INSERT INTO trail (id, at, actor, what, town) VALUES (910001, :now, 'desk/b yonder', 'role', 'b');
INSERT INTO staff (channel, address, name, role, by, at) SELECT channel, address, 'Yonder', 'lead', 'b', :now FROM unnest('{test/b,desk/b}'::text[]) channel, unnest('{ada,bob,ben,vera,lea,carla,nobody,anna,carl}'::text[]) address;
INSERT INTO alarm (id, office, by, raised_at) VALUES (910001, 'yonder', 'b', :now);
INSERT INTO rating (office, week, stars) SELECT 'yonder', date_trunc('week', :now)::date - 7 * n, 1 FROM generate_series(0, 3) n, generate_series(1, 9);
INSERT INTO rating_line (office, week, stars, line) SELECT 'yonder', date_trunc('week', :now)::date - 7 * n, 1, 'Yonder' FROM generate_series(0, 3) n;
INSERT INTO day_figure (office, day, open_minutes, free_minutes) SELECT 'yonder', :now::date - n, 999, 99 FROM generate_series(-9, 9) n;
INSERT INTO first_offer (office, day, concern, days) SELECT 'yonder', :now::date - n, 'pass', 99 FROM generate_series(-9, 9) n;
INSERT INTO reminder_figure (appointment, sequence, office, starts) VALUES (910001, 0, 'yonder', :now + interval '1 hour');
INSERT INTO freed_figure (id, appointment, office, desk, starts, ends, freed_at) VALUES (910001, 910005, 'yonder', 'desk 1', :now, :now + interval '6 hours', :now);
INSERT INTO inbox (channel, id, address, raw, received_at) VALUES ('test/b', 1, 'ada', 'yonder', :now);
INSERT INTO day_post (office, day, channel, post, digest, posted_at) VALUES ('yonder', :now::date, 'c', 'yonder', '', :now);
