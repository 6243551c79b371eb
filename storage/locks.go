package storage

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
)

// lock names something that only one transaction at a time works on. Locks are
// taken in the order of their kinds and then of their keys, so that two
// transactions never wait for each other. Two names may share a key: then a
// transaction waits without need, which does no harm.
type lock struct {
	kind   lockKind
	key    int32
	shared bool // with others who share it; a lock that is not shared waits for all of them
}

type lockKind int32

// The kinds, in the order in which they are taken.
const (
	chatLock lockKind = 1 + iota
	personLock
	mailLock
	dayLock
)

func newLock(kind lockKind, name string) lock {
	h := fnv.New32a()
	h.Write([]byte(name))
	return lock{kind: kind, key: int32(h.Sum32())} //nolint:gosec // the bits are the key
}

func lockOfPerson(id booking.PersonID) lock {
	return newLock(personLock, strconv.FormatInt(int64(id), 10))
}

func lockOfMail(address string) lock { return newLock(mailLock, booking.MailKey(address)) }

func lockOfDay(office booking.OfficeID, date booking.Date) lock {
	return newLock(dayLock, string(office)+" "+date.String())
}

// queueLock queues the taking of locks, which last until the transaction ends.
// They are taken in one statement, in its order.
func (t *tx) queueLock(locks ...lock) {
	if len(locks) == 0 {
		return
	}
	slices.SortFunc(locks, func(a, b lock) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.key, b.key))
	})
	taken, args := make([]string, len(locks)), make([]any, 0, 2*len(locks))
	for i, l := range locks {
		taken[i] = fmt.Sprintf("%s($%d, $%d)", l.function(), 2*i+1, 2*i+2)
		args = append(args, int32(l.kind), l.key)
	}
	t.queue("SELECT "+strings.Join(taken, ", "), args...)
}

// function is the SQL function that takes the lock.
func (l lock) function() string {
	if l.shared {
		return "pg_advisory_xact_lock_shared"
	}
	return "pg_advisory_xact_lock"
}
