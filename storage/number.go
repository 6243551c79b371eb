package storage

import (
	"fmt"
	"io"

	"terminbote/booking"
)

// candidates is how many numbers are drawn for one appointment. One that is
// given already is one in some hundred thousand.
const candidates = 3

// freeNumber picks one of the numbers $1 that nobody has. It counts, since NOT
// EXISTS is planned as a join that reads every number there is.
const freeNumber = `coalesce((
	SELECT n FROM unnest($1::text[]) AS n
	WHERE 0 = (SELECT count(*) FROM appointment WHERE number = n) LIMIT 1), '')`

// draw makes numbers of which one will be free.
func (s *Store) draw() ([]string, error) {
	numbers := make([]string, candidates)
	for i := range numbers {
		var random [8]byte
		_, err := io.ReadFull(s.random, random[:])
		if err != nil {
			return nil, fmt.Errorf("draw number: %w", err)
		}
		numbers[i] = string(booking.NewNumber(random))
	}
	return numbers, nil
}
