package storage

import (
	"fmt"
	"io"

	"terminbote/booking"
)

// drawNumber makes a number that nobody has, but for one time in some ten thousand:
// then the constraint refuses it, and the work is done anew with another.
func (s *Store) drawNumber() (booking.Number, error) {
	var random [8]byte
	_, err := io.ReadFull(s.random, random[:])
	if err != nil {
		return "", fmt.Errorf("draw number: %w", err)
	}
	return booking.NewNumber(random), nil
}
