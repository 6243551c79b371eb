-- +goose Up

-- The mail about an offer outlives the hold under which its time is kept, so
-- that its link can say that it is over.
ALTER TABLE letter ADD COLUMN offer bigint REFERENCES offer ON DELETE CASCADE;
ALTER TABLE letter ADD CONSTRAINT letter_leads_once CHECK (appointment IS NULL OR offer IS NULL);
COMMENT ON COLUMN letter.appointment IS 'What the link leads to; null: to an offer, or nowhere.';
COMMENT ON COLUMN letter.offer IS 'Which offer the link leads to. Once that is accepted, it leads to the appointment.';
CREATE INDEX letter_offer ON letter (offer) WHERE offer IS NOT NULL;

-- +goose Down
DROP INDEX letter_offer;
COMMENT ON COLUMN letter.appointment IS 'What the link leads to; null: nowhere.';
ALTER TABLE letter DROP CONSTRAINT letter_leads_once, DROP COLUMN offer;
