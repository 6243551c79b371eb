package storage

import (
	"fmt"
	"io"

	"terminbote/booking"
)

// drawNumber draws a number. Rarely it is in use: then the constraint rejects
// it, and the transaction is retried with another.
func (s *Store) drawNumber() (booking.Number, error) {
	var random [8]byte
	_, err := io.ReadFull(s.random, random[:])
	if err != nil {
		return "", fmt.Errorf("draw number: %w", err)
	}
	return booking.NewNumber(random), nil
}
