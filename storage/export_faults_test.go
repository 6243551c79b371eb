package storage

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Strip is what the tests look at of how faults are told.
var Strip = strip

// Lock is a lock that tests keep from those who need it.
type Lock = lock

// The locks of what is changed.
var (
	LockOfPerson = lockOfPerson
	LockOfMail   = lockOfMail
	LockOfDay    = lockOfDay
)

// Numbers is what PostgreSQL knows a lock by.
func (l lock) Numbers() (kind, key int32) { return int32(l.kind), l.key }

// PoolOf is a store's connections, as the tests ask what holds on them.
func PoolOf(s *Store) *pgxpool.Pool { return s.pool }

// FindLeft sets how often a store looks for deliveries that nobody makes.
func FindLeft(s *Store, every time.Duration) { s.findLeft = every }

// ReadDays reads what is booked on some days, and returns no more than what goes wrong.
func ReadDays(rows pgx.Rows) error {
	_, err := readDays(rows)
	return err
}

// The spellings that are tried of a name, and all of a text's words.
var (
	Spellings  = spellings
	Misspelled = misspelled
)

// StandsStill tells whether a store's deliveries stand still.
func StandsStill(ctx context.Context, s *Store) bool { return s.standsStill(ctx) }

// Priority is which notices go first of those that are due at once.
var Priority = priority

// LeftAfter is how long deliveries may take.
const LeftAfter = leftAfter
