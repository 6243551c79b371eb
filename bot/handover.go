package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"terminbote/dialogs"
)

const (
	// newsEvery is how often is looked for what staff have written.
	newsEvery = 300 * time.Millisecond
	// newsPause is how long a chat waits after something went wrong.
	newsPause = 2 * time.Second
)

// AnswerPage is a line of staff as the citizen sees it.
func AnswerPage(l dialogs.HandoverLine) Page { return Render(l.Lang, dialogs.AnswerView(l)) }

// Switchboard brings what staff write to citizens on networks that can be
// written to. What was sent and not remembered, in a crash, is sent again.
type Switchboard struct {
	Answers dialogs.Answers
	Senders map[string]Sender // by channel
	Now     func() time.Time
	Log     *slog.Logger

	rests map[dialogs.Chat]time.Time // until when nothing is sent there
	ailed bool                       // the database was away
}

// Run passes answers on until ctx ends.
func (s *Switchboard) Run(ctx context.Context) {
	s.rests = map[dialogs.Chat]time.Time{}
	for ctx.Err() == nil {
		err := s.passOn(ctx)
		if err != nil && ctx.Err() == nil && !s.ailed {
			s.Log.WarnContext(ctx, "answers of staff wait", "error", err)
		}
		s.ailed = err != nil
		if s.ailed {
			Pause(ctx, newsPause)
			continue
		}
		Pause(ctx, newsEvery)
	}
}

// passOn sends what waits, in each chat in order.
func (s *Switchboard) passOn(ctx context.Context) error {
	for channel, sender := range s.Senders {
		lines, err := s.Answers.Unseen(ctx, channel, "")
		if err != nil {
			return err
		}
		for _, l := range lines {
			if s.Now().Before(s.rests[l.Chat]) {
				continue
			}
			delete(s.rests, l.Chat)
			if err := s.send(ctx, sender, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// send sends a line. A network that does not take it lets the chat rest; a person
// who cannot be reached is no longer in the talk.
func (s *Switchboard) send(ctx context.Context, sender Sender, l dialogs.HandoverLine) error {
	err := sender.Send(ctx, l.Chat.Address, AnswerPage(l))
	var later dialogs.Later
	switch {
	case err == nil, errors.Is(err, ErrRefused):
	case errors.Is(err, dialogs.ErrUnreachable):
		return s.Answers.Unreached(ctx, l.Handover, s.Now())
	case errors.As(err, &later):
		s.rests[l.Chat] = s.Now().Add(later.After)
		return nil
	default:
		s.Log.WarnContext(ctx, "an answer of staff waits", "channel", l.Chat.Channel, "error", err)
		s.rests[l.Chat] = s.Now().Add(newsPause)
		return nil
	}
	return s.Answers.Seen(ctx, l.ID, s.Now())
}
