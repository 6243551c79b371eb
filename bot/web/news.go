package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"terminbote/bot"
	"terminbote/dialogs"
)

// hearing holds a talk open for turn like converse, with what staff have written
// since it was shown last; heard tells turn whether that is something. Only a
// talk that staff have held has anything to look for: it is looked up before the
// talk is locked, so that no turn waits for a second connection.
func (t *Talks) hearing(
	ctx context.Context, s session, turn func(ctx context.Context, o *open, heard bool) (keep bool, err error),
) error {
	var news []dialogs.HandoverLine
	looked := t.Answers == nil || t.Clerk != ""
	run := func(ctx context.Context, o *open) (bool, error) {
		if o.Attended && !looked {
			return false, errUnheard
		}
		return turn(ctx, o, o.hears(news))
	}
	err := t.converse(ctx, s, run)
	if errors.Is(err, errUnheard) {
		looked = true
		if news, err = t.unseen(ctx, s); err == nil {
			err = t.converse(ctx, s, run)
		}
	}
	if err != nil {
		return err
	}
	return t.seen(ctx, news)
}

// errUnheard asks for what staff have written.
var errUnheard = errors.New("staff may have written")

// unseen is what staff have written in a talk since it was shown last.
func (t *Talks) unseen(ctx context.Context, s session) ([]dialogs.HandoverLine, error) {
	if t.Answers == nil || t.Clerk != "" {
		return nil, nil
	}
	news, err := t.Answers.Unseen(ctx, Channel, t.chat(s).Address)
	if err != nil {
		return nil, fmt.Errorf("look for answers: %w", err)
	}
	return news, nil
}

// seen remembers that lines were shown. The talk remembers it too, so that none is
// shown twice where this fails.
func (t *Talks) seen(ctx context.Context, news []dialogs.HandoverLine) error {
	for _, l := range news {
		if err := t.Answers.Seen(ctx, l.ID, t.Host.Now()); err != nil {
			return fmt.Errorf("remember answers: %w", err)
		}
	}
	return nil
}

// hears puts what staff have written into the talk; false where that is nothing
// new.
func (o *open) hears(news []dialogs.HandoverLine) bool {
	var said []string
	for _, l := range news {
		if l.ID > o.Heard {
			p := bot.AnswerPage(l)
			said = append(said, strings.TrimSpace(p.Title+"\n"+strings.Join(p.Body, "\n")))
			o.Heard = l.ID
		}
	}
	if len(said) == 0 {
		return false
	}
	before := o.Now
	o.Said = append(o.Said, before)
	o.forgetOldest()
	o.Now = exchange{Remarks: said, Ask: before.Ask}
	return true
}

// news shows what staff have written, to a page that asks for it again and again.
func (s *Site) news(w http.ResponseWriter, r *http.Request) {
	b := s.ready(w, r, &s.listeners)
	if b == nil {
		return
	}
	id, ok := b.talks.sessionOf(r)
	if !ok || !swaps(r) {
		s.gone(w, r)
		return
	}
	news, err := b.talks.unseen(r.Context(), id)
	if err == nil && len(news) == 0 {
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	var now scene
	if err == nil {
		now, err = b.talks.look(r.Context(), id)
	}
	switch {
	case errors.Is(err, errUnknown), errors.Is(err, errOver):
		s.gone(w, r)
	case err != nil:
		s.refuse(w, r, err)
	default:
		s.show(w, r, id, now, false)
	}
}
