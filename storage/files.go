package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// officeFiles is what the office files say. A transaction goes by one version of
// them from beginning to end.
type officeFiles struct {
	town     booking.Town
	concerns *dialogs.Directory
	offices  []string // the IDs of all that the town knows
}

func newOfficeFiles(town booking.Town, former []booking.Former, words *dialogs.Directories) *officeFiles {
	indexed := booking.NewTown(town.Offices...).WithFormer(former...)
	indexed.ID = town.ID
	f := &officeFiles{town: indexed, concerns: words.Of(indexed)}
	for _, o := range indexed.Known() {
		f.offices = append(f.offices, string(o.ID))
	}
	return f
}

// Use has everything from now on go by other office files. Turns in hand end by
// the ones before.
func (s *Store) Use(town booking.Town) {
	town.ID = s.id
	s.files.Store(newOfficeFiles(town, s.former, &s.words))
}

// officesBooked is the offices of the town without a name, which notes nothing:
// those of which there is anything, and that are no other town's.
const officesBooked = `
	SELECT office FROM (
		SELECT office FROM appointment UNION SELECT office FROM wait UNION SELECT office FROM handover
		UNION SELECT office FROM letter WHERE office <> '') AS booked
	WHERE NOT EXISTS (SELECT FROM office_town o WHERE o.office = booked.office AND o.town <> $1)`

// recallFormer finds the offices that have appointments and are in no file any
// more, so that those who are coming can be told, and can cancel.
func (s *Store) recallFormer(ctx context.Context) error {
	hadOffices := officesBooked
	if s.id != "" {
		hadOffices = `SELECT office FROM office_town WHERE town = $1`
	}
	rows, err := s.pool.Query(ctx, `
		SELECT had.office, n.name FROM (`+hadOffices+`) AS had LEFT JOIN office_name n ON n.office = had.office ORDER BY had.office`, string(s.id))
	if err != nil {
		return err
	}
	s.former, err = pgx.CollectRows(rows, pgx.RowToStructByPos[booking.Former])
	if err != nil {
		return err
	}
	s.Use(s.asRead())
	return nil
}

// rememberNames keeps what the offices of the files are called, for the day on
// which one of them is given up.
func (s *Store) rememberNames(ctx context.Context) error {
	var batch pgx.Batch
	for _, o := range s.asRead().Offices {
		if len(o.Name) == 0 {
			continue
		}
		batch.Queue(`
			INSERT INTO office_name AS n (office, name) VALUES ($1, $2)
			ON CONFLICT (office) DO UPDATE SET name = excluded.name WHERE n.name <> excluded.name`,
			string(o.ID), o.Name)
	}
	return s.pool.SendBatch(ctx, &batch).Close()
}

// asRead is the town as its office files were read last.
func (s *Store) asRead() booking.Town { return s.files.Load().town }

// AuditFiles records for leads that office files were read, which digest names,
// or refused. Several replicas read the same files; it is said once.
func (s *Store) AuditFiles(ctx context.Context, now time.Time, digest string, refused bool) error {
	what := dialogs.FileRead
	if refused {
		what = dialogs.FileRefused
	}
	_, err := s.pool.Exec(ctx, `
		INSERT INTO trail (at, actor, what, detail, town)
		SELECT $1, $2, $3, jsonb_build_object('digest', $4::text), $6
		WHERE NOT EXISTS (SELECT FROM trail WHERE what = $3 AND detail ->> 'digest' = $4 AND at > $5 AND town = $6)`,
		moment(now), systemActor.String(), what, digest, now.Add(-sameReading), string(s.id))
	if err != nil {
		return fmt.Errorf("record that the office files were read: %w", err)
	}
	return nil
}

// sameReading is within what time replicas read the same change.
const sameReading = 10 * time.Minute
