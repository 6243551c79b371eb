package dialogstest

import (
	"context"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// heldTalk is a talk that staff hold in place of the assistant.
type heldTalk struct {
	chat     dialogs.Chat
	office   booking.OfficeID
	answered bool
	lines    int // from the citizen
}

// reach is which staff can be reached, and whether they hold the talk.
func (r *records) reach() *dialogs.Reach {
	reach := &dialogs.Reach{Offices: r.memory.Reachable}
	mine := r.held()
	if mine < 0 {
		return reach
	}
	held := r.world.talks[mine]
	reach.Talk = &dialogs.HeldTalk{Office: held.office, Answered: held.answered}
	for _, before := range r.world.talks[:mine] {
		if before.office == held.office && !before.answered {
			reach.Talk.Ahead++
		}
	}
	return reach
}

// held is the place of the chat's talk with staff; below 0 where there is none.
func (r *records) held() int {
	return slices.IndexFunc(r.world.talks, func(h heldTalk) bool { return h.chat == r.chat })
}

func (r *records) handOver(c dialogs.HandOver) error {
	if !slices.Contains(r.memory.Reachable, c.Office) {
		return booking.ErrUnknown
	}
	if r.held() < 0 {
		r.world.talks = append(r.world.talks, heldTalk{chat: r.chat, office: c.Office})
	}
	return nil
}

func (r *records) relay(dialogs.Relay) error {
	at := r.held()
	if at < 0 {
		return booking.ErrUnknown
	}
	r.world.talks[at].lines++
	return nil
}

func (r *records) takeBack() error {
	at := r.held()
	if at < 0 {
		return booking.ErrUnknown
	}
	r.world.talks = slices.Delete(slices.Clone(r.world.talks), at, at+1)
	return nil
}

// EndTalk ends the talk of a chat with staff, as a clerk does.
func (m *Memory) EndTalk(chat dialogs.Chat) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.talks = slices.DeleteFunc(slices.Clone(m.world.talks), func(h heldTalk) bool { return h.chat == chat })
}

// Write has a clerk answer in the talk of a chat.
func (m *Memory) Write(chat dialogs.Chat, lang, text string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.talks = slices.Clone(m.world.talks)
	for i := range m.world.talks {
		m.world.talks[i].answered = m.world.talks[i].answered || m.world.talks[i].chat == chat
	}
	m.tell(dialogs.HandoverLine{Kind: dialogs.ClerkLine, Text: text, Lang: lang, Chat: chat})
}

// Finish has a clerk end the talk of a chat.
func (m *Memory) Finish(chat dialogs.Chat, lang string) {
	m.EndTalk(chat)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tell(dialogs.HandoverLine{Kind: dialogs.OverLine, Lang: lang, Chat: chat})
}

func (m *Memory) tell(l dialogs.HandoverLine) {
	m.world.lastLine++
	l.ID = m.world.lastLine
	m.world.unseen = append(slices.Clone(m.world.unseen), l)
}

// Unseen is what staff wrote and the person has not seen; see [dialogs.Answers].
func (m *Memory) Unseen(_ context.Context, channel, address string) ([]dialogs.HandoverLine, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(m.world.unseen), func(l dialogs.HandoverLine) bool {
		return l.Chat.Channel != channel || address != "" && l.Chat.Address != address
	}), nil
}

// Seen notes that a line was shown.
func (m *Memory) Seen(_ context.Context, line int64, _ time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.world.unseen = slices.DeleteFunc(slices.Clone(m.world.unseen), func(l dialogs.HandoverLine) bool { return l.ID == line })
	return nil
}

// Unreached ends nothing: nobody is out of reach here.
func (*Memory) Unreached(context.Context, dialogs.HandoverID, time.Time) error { return nil }
