package storage_test

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

// Those who confirm share the day; those whose hold has to be renewed cannot,
// and all of them may come at once.
func TestManyRenewTheirHoldsAtOnce(t *testing.T) {
	t.Parallel()
	const desks = 8
	w := newWorld(t, sample(desks))
	held := make([]func(), 2*desks)
	for i := range held {
		name := fmt.Sprint("p", i)
		b := book(w.must(name, hold(at(9, 0).Add(time.Duration(i%2)*time.Hour))), name)
		held[i] = func() { w.must(name, b) }
	}
	w.now = w.now.Add(time.Hour)
	var all sync.WaitGroup
	for _, renew := range held {
		all.Go(renew)
	}
	all.Wait()
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`); n != 2*desks {
		t.Errorf("%d are booked, want %d", n, 2*desks)
	}
}
