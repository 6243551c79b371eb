-- +goose Up

-- Erasing reads the past appointments that are still somebody's, and dropping
-- holds those that are held: both are few among millions. Neither index has a
-- row for the other's, so that a booking writes each of them once.
CREATE INDEX appointment_named ON appointment (office, starts) WHERE name <> '-' AND state <> 'held';
CREATE INDEX appointment_held ON appointment (held_until) WHERE state = 'held';
CREATE INDEX person_created ON person (created_at);

-- +goose Down
DROP INDEX person_created;
DROP INDEX appointment_held;
DROP INDEX appointment_named;
