-- +goose Up

-- Who was told nothing because the time for it had passed is somebody's fault;
-- who was told nothing because it was no longer so is not.
ALTER TABLE notice DROP CONSTRAINT notice_outcome;
ALTER TABLE notice ADD CONSTRAINT notice_outcome CHECK (outcome IN ('sent', 'void', 'too late', 'unreachable', 'failed'));

-- +goose Down
UPDATE notice SET outcome = 'void' WHERE outcome = 'too late';
ALTER TABLE notice DROP CONSTRAINT notice_outcome;
ALTER TABLE notice ADD CONSTRAINT notice_outcome CHECK (outcome IN ('sent', 'void', 'unreachable', 'failed'));
