package mattermost

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	// soonest is how long Mattermost is kept waiting: it gives up on a command
	// after three seconds.
	soonest = 2 * time.Second
	// latest is how long a turn may take at all.
	latest = 25 * time.Second
)

// read reads a call, or refuses it.
func read(w http.ResponseWriter, r *http.Request, call any) bool {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, largestCall))
	if errors.As(err, new(*http.MaxBytesError)) {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return false
	}
	if err != nil || json.Unmarshal(body, call) != nil {
		http.Error(w, "no call", http.StatusBadRequest)
		return false
	}
	return true
}

func answer(w http.ResponseWriter, with any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(with) // who hung up does not wait for it
}

// admitted looks up who calls, by the name that the call gives them, if it does.
// Callers who are not let in are told why.
func (m *Mattermost) admitted(ctx context.Context, user, called, lang string) (who member, why string) {
	who, err := m.staff.admit(ctx, user, called)
	switch {
	case errors.Is(err, errStranger):
		m.refused(ctx, "no member", user)
		return who, say(lang, locales.Say("mattermost.stranger"))
	case err != nil:
		m.log.WarnContext(ctx, "nobody let in: mattermost cannot be asked", "error", plainly(err))
		m.host.Metrics.Refused(Channel, "mattermost away")
		return who, say(lang, locales.Say("mattermost.away"))
	}
	return who, ""
}

// refused notes a call that is not allowed. Only an ID is written down, and
// only where it is one: a caller can claim to be anybody.
func (m *Mattermost) refused(ctx context.Context, why, user string) {
	if !model.IsValidId(user) {
		user = ""
	}
	m.host.Refused(ctx, Channel, why, "user", user)
}

// soon is what somebody sees after an event; false where that takes longer
// than Mattermost waits. Then it is shown late.
func (m *Mattermost) soon(
	ctx context.Context, p place, event dialogs.Event, late func(context.Context, bot.Page),
) (bot.Page, bool) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), latest)
	pages, isLate := make(chan bot.Page), make(chan struct{})
	m.late.Go(func() {
		defer cancel()
		page := m.serve(ctx, p.who, event)
		select {
		case pages <- page:
		case <-isLate:
			late(ctx, page)
		}
	})
	timer := time.NewTimer(soonest)
	defer timer.Stop()
	select {
	case page := <-pages:
		return page, true
	case <-timer.C:
		close(isLate)
		return bot.Page{}, false
	}
}

// serve runs a turn. What goes wrong with it becomes a sentence.
func (m *Mattermost) serve(ctx context.Context, who member, event dialogs.Event) bot.Page {
	page, err := m.host.Serve(ctx, who.chat(), who.name, who.lang, event)
	if err == nil {
		m.hand(ctx, who, page)
		return page
	}
	m.log.ErrorContext(ctx, "turn", "error", err)
	return bot.Page{Lang: locales.Match(who.lang), Ask: say(who.lang, m.fault(err))}
}

// fault is what people are told of an error.
func (m *Mattermost) fault(err error) locales.Line {
	if m.host.Away(err) {
		return locales.Say("fault.away")
	}
	return locales.Say("fault.unknown")
}

// follow shows a page in the direct channel's message, or by one of the answers
// that can follow a command; false where there are none any more.
func (m *Mattermost) follow(ctx context.Context, p place, page bot.Page) bool {
	if p.live {
		_, err := m.stand(ctx, p, page)
		if err == nil {
			return true
		}
		m.log.WarnContext(ctx, "page not shown in the direct channel", "error", plainly(err))
		p.live = false
	}
	if p.hook == "" || p.left <= 0 {
		return false
	}
	err := m.respond(ctx, p.hook, m.drawn(p.after(), page))
	if err != nil {
		m.log.WarnContext(ctx, "page not shown", "error", err)
	}
	return err == nil
}

// respond sends an answer after a command. Only that the hook is ours to use
// is known of it: which server it belongs to is ours to say, not the caller's.
func (m *Mattermost) respond(ctx context.Context, hook string, response *model.CommandResponse) error {
	body, err := json.Marshal(response)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, m.api.URL+"/hooks/commands/"+hook, bytes.NewReader(body))
	if err != nil {
		return errors.New("follow a command: no address")
	}
	request.Header.Set("Content-Type", "application/json")
	answered, err := m.api.HTTPClient.Do(request)
	if err != nil {
		return fmt.Errorf("follow a command: %w", plainly(err))
	}
	defer answered.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answered.Body, largestCall)) // so that the connection is kept
	if answered.StatusCode != http.StatusOK {
		return fmt.Errorf("follow a command: status %d", answered.StatusCode)
	}
	return nil
}

// plainly is an error as the log says it: without the address, as who knows the
// one by which answers follow can send some; and where the token is to blame, by
// the name of its variable.
func plainly(err error) error {
	var at *url.Error
	switch {
	case errors.As(err, &at):
		return at.Err
	case status(err) == http.StatusUnauthorized:
		return fmt.Errorf("MATTERMOST_TOKEN is wrong or was revoked: %w", err)
	}
	return err
}
