// Package dialogstest keeps conversations and appointments in memory, for
// tests of dialogs and of the networks that hold them. It goes by booking's
// rules: what is taken here is taken there. What it cannot tell is whether
// storage keeps its promises; storage has tests of its own for that.
package dialogstest

import (
	"context"
	"fmt"
	"sync"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Memory stands in for storage. Many may use it at the same time.
type Memory struct {
	// Refuse, where it is set, is asked before each command is carried out; an
	// error is what the office answers.
	Refuse func(dialogs.Command) error
	// Fail, where it is set, is asked before each look-up and change by its
	// name ("recall", "facts", "do", "remember"); an error is a fault.
	Fail func(what string) error
	// Mail, where it is set, gets the codes that are sent.
	Mail func(to, lang string, number booking.Number, code string)
	// Reachable is the offices whose staff can be reached in the chat.
	Reachable []booking.OfficeID
	// PlainMail says that mails reach no address with letters beyond ASCII.
	PlainMail bool

	mu       sync.Mutex
	town     booking.Town
	concerns func() *dialogs.Directory // of the town, made once
	world    world
	lookups  []dialogs.Need
}

// New is an empty memory of a town.
func New(town booking.Town) *Memory {
	return &Memory{town: town, concerns: directoryOf(town), world: newWorld()}
}

// directoryOf makes the town's directory when it is first asked for.
func directoryOf(town booking.Town) func() *dialogs.Directory {
	return sync.OnceValue(func() *dialogs.Directory {
		words := fmt.Sprint(dialogs.Entries(town))
		made, known := directories.Load(words)
		if !known {
			made, _ = directories.LoadOrStore(words, dialogs.RememberingDirectory(town))
		}
		directory, _ := made.(*dialogs.Directory) // nothing else is stored
		return directory
	})
}

// directories are those of all towns that tests have talked to, by their words.
// Making one ready takes longer than a talk.
var directories sync.Map

// Clone is a memory of its own that remembers the same. Nobody may use m
// meanwhile.
func (m *Memory) Clone() *Memory {
	return &Memory{Refuse: m.Refuse, Fail: m.Fail, Mail: m.Mail, PlainMail: m.PlainMail, Reachable: m.Reachable, town: m.town, concerns: m.concerns, world: m.world.clone()}
}

// Town is the offices, as their files have them.
func (m *Memory) Town() booking.Town { return m.town }

// In is a clone whose offices have other files.
func (m *Memory) In(town booking.Town) *Memory {
	moved := m.Clone()
	moved.town, moved.concerns = town, directoryOf(town)
	return moved
}

// Converse runs a turn. What it did is kept if it returns no error.
func (m *Memory) Converse(
	ctx context.Context, chat dialogs.Chat, now time.Time, turn func(context.Context, dialogs.Records) error,
) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.run(ctx, &records{memory: m, chat: chat, now: now}, turn)
}

// run runs a turn upon a copy of what is remembered.
func (m *Memory) run(ctx context.Context, r *records, turn func(context.Context, dialogs.Records) error) error {
	m.lookups, r.world = nil, m.world.clone()
	if !r.serving() {
		r.person = r.world.personOf(r.chat)
	}
	if err := turn(ctx, r); err != nil {
		return err
	}
	m.world = r.world
	for _, send := range r.mails {
		send()
	}
	return nil
}

// Lookups is what the last turn looked up, in order.
func (m *Memory) Lookups() []dialogs.Need {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.lookups
}

// State is what a chat remembers; nil where it never talked.
func (m *Memory) State(chat dialogs.Chat) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.world.states[chat]
}

// SetState makes a chat remember something, such as what an older version of
// the program wrote.
func (m *Memory) SetState(chat dialogs.Chat, state []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.states[chat] = state
}

// Appointments is everything that was booked or is held, in order.
func (m *Memory) Appointments() []booking.Appointment {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.world.sorted()
}

// Code is the code that was sent or read out last for an appointment; empty: none.
func (m *Memory) Code(number booking.Number) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	last := ""
	for _, c := range m.world.codes {
		if a := m.world.appointments[c.appointment]; a.Number == number && (c.mail != "") == (number == "") {
			last = c.digits
		}
	}
	return last
}

// Put enters an appointment as somebody else made it: by phone, in another
// chat, at another desk. One without an ID gets the next one.
func (m *Memory) Put(a booking.Appointment) booking.AppointmentID {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a.ID == 0 {
		a.ID = m.world.nextID()
	}
	if a.Claim == 0 {
		a.Claim = a.ID
	}
	m.world.appointments[a.ID] = a
	return a.ID
}

// Lay lays an override down for an office.
func (m *Memory) Lay(office booking.OfficeID, o booking.Overrides) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.overrides[office] = o
}
