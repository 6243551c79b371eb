package dialogs

import (
	"context"
	"time"

	"terminbote/booking"
)

// HandoverID names a talk that staff hold in place of the assistant.
type HandoverID int64

// Handover is such a talk, as the staff's network needs it.
type Handover struct {
	ID       HandoverID
	Office   booking.OfficeID
	Network  string // on which the citizen writes
	Lang     string // of the citizen
	Concerns []booking.ConcernID
	Opened   time.Time
	Ended    time.Time // zero: it goes on
	Thread   string    // as the staff's network names it; empty: none was begun
	Erased   bool      // the thread is to be taken away
}

// LineKind is what a line between a citizen and staff is.
type LineKind string

// The kinds of line. They are stored: a name never changes.
const (
	CitizenLine LineKind = "citizen" // to staff: what was typed
	LeftLine    LineKind = "left"    // to staff: the citizen is back with the assistant, or gone
	EndedLine   LineKind = "ended"   // to staff: a clerk has ended it
	ClerkLine   LineKind = "clerk"   // to the citizen: what a clerk wrote
	PlaceLine   LineKind = "place"   // to the citizen: their place among those who wait
	OverLine    LineKind = "over"    // to the citizen: the assistant goes on
	LostLine    LineKind = "lost"    // to the citizen: the thread was deleted
)

// HandoverLine is one line between a citizen and staff.
type HandoverLine struct {
	ID       int64
	Handover HandoverID
	Kind     LineKind
	Text     string
	Place    int    // of a PlaceLine
	Lang     string // of the citizen
	Chat     Chat   // likewise
}

// Counter is the staff's side of talks that were handed over: one network keeps
// a thread for each. What it tells twice, by the same post, is taken once.
type Counter interface {
	// Attend notes that staff of an office can be reached. It holds for
	// [AttendedFor].
	Attend(ctx context.Context, office booking.OfficeID, now time.Time) error
	// Handovers is the talks of an office that are to have a thread, have news for
	// it, or whose thread is to be taken away, oldest first.
	Handovers(ctx context.Context, office booking.OfficeID) ([]Handover, error)
	// Begun remembers the thread of a talk.
	Begun(ctx context.Context, id HandoverID, thread string) error
	// Untold is the lines to staff of a talk that do not stand in its thread yet.
	Untold(ctx context.Context, id HandoverID) ([]HandoverLine, error)
	// Told remembers the post in which a line stands.
	Told(ctx context.Context, line int64, post string, now time.Time) error
	// Reply passes on what a clerk wrote in a post. It returns booking.ErrOver
	// where the talk is over.
	Reply(ctx context.Context, id HandoverID, post, text string, now time.Time) error
	// Finish ends a talk by a clerk's wish; ending it twice is as well.
	Finish(ctx context.Context, id HandoverID, now time.Time) error
	// Lost ends a talk whose thread was deleted.
	Lost(ctx context.Context, id HandoverID, now time.Time) error
	// TellPlaces tells those who wait for staff of an office where their place in
	// the queue has changed.
	TellPlaces(ctx context.Context, office booking.OfficeID, now time.Time) error
	// Forget forgets a talk whose thread was taken away.
	Forget(ctx context.Context, id HandoverID) error
}

// AttendedFor is how long staff count as reachable after they were seen to be.
const AttendedFor = time.Minute

// Answers is the citizen's side: what staff have written and the person has not
// seen yet.
type Answers interface {
	// Unseen is the lines to citizens on a channel, or to one of them where address
	// is not empty, in the order in which they were written.
	Unseen(ctx context.Context, channel, address string) ([]HandoverLine, error)
	// Seen remembers that a line was shown.
	Seen(ctx context.Context, line int64, now time.Time) error
	// Unreached ends the talk of a person who cannot be reached any more.
	Unreached(ctx context.Context, id HandoverID, now time.Time) error
}
