package storage

import "github.com/jackc/pgx/v5/pgxpool"

// Strip is what the tests look at of how faults are told.
var Strip = strip

// PoolOf is a store's connections, as the tests ask what holds on them.
func PoolOf(s *Store) *pgxpool.Pool { return s.pool }
