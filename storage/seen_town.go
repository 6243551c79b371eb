package storage

import (
	"time"

	"terminbote/booking"
)

// seenTown is a town as people see it: with overrides, and as of a day. It is the
// same until office files, overrides or the day change, so turns need not work it
// out of a thousand offices again.
type seenTown struct {
	files   *officeFiles
	version int64     // of the overrides
	quarter time.Time // within which the day is the same in every time zone
	town    booking.Town
}

const sameDay = 15 * time.Minute

// see is the town as people see it now.
func (s *Store) see(files *officeFiles, current overrides, now time.Time) booking.Town {
	quarter := now.UTC().Truncate(sameDay)
	last := s.seen.Load()
	if last != nil && last.files == files && last.version == current.version && last.quarter.Equal(quarter) {
		return last.town
	}
	town := current.applyTo(files.town, now)
	s.seen.Store(&seenTown{files, current.version, quarter, town})
	return town
}
