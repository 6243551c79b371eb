package mattermost

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/dialogs"
)

// membersFor is how long somebody counts as a member of the staff's channel
// without being looked up again.
const membersFor = 30 * time.Second

// errStranger says that somebody is no member of any staff channel, or only a
// guest there.
var errStranger = errors.New("no member of the staff's channel")

// member is somebody who is let in.
type member struct {
	id    string
	name  string // the user name, which is unique
	lang  string
	until time.Time // when they are looked up again
}

func (m member) chat() dialogs.Chat { return dialogs.Chat{Channel: Channel, Address: m.id} }

// staff knows who is let in. It remembers a yes for a short
// while and a no never: who was just let into the channel need not wait. Who is
// called otherwise than remembered is looked up again: a former name may be
// somebody else's by now.
type staff struct {
	ask func(ctx context.Context, user string) (member, error)
	now func() time.Time

	mu    sync.Mutex
	known map[string]member
}

// admit looks somebody up, who is called called where the call says so. The error
// is errStranger, or says that Mattermost could not be asked; either way nobody
// is let in.
func (s *staff) admit(ctx context.Context, user, called string) (member, error) {
	if who, ok := s.remembered(user); ok && (called == "" || called == who.name) {
		return who, nil
	}
	who, err := s.ask(ctx, user)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		delete(s.known, user)
		return member{}, err
	}
	who.until = s.now().Add(membersFor)
	s.known[user] = who
	return who, nil
}

func (s *staff) remembered(user string) (member, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who, ok := s.known[user]
	return who, ok && s.now().Before(who.until)
}

// lookUp asks Mattermost who somebody is, and whether the staff of any office
// count them among themselves.
func (m *Mattermost) lookUp(ctx context.Context, id string) (member, error) {
	if !model.IsValidId(id) {
		return member{}, errStranger
	}
	user, _, err := m.api.GetUser(ctx, id, "")
	switch {
	case isUnknown(err):
		return member{}, errStranger
	case err != nil:
		return member{}, err
	case user.DeleteAt != 0 || user.IsGuest() || user.IsBot:
		return member{}, errStranger
	}
	refused := errStranger
	for _, channel := range m.settings.Channels {
		err := m.belongs(ctx, channel, id)
		if err == nil {
			return member{id: user.Id, name: user.Username, lang: user.Locale}, nil
		}
		if !errors.Is(err, errStranger) {
			refused = err
		}
	}
	return member{}, refused
}

// belongs returns errStranger for a user who is not in the channel, or is a guest
// there.
func (m *Mattermost) belongs(ctx context.Context, channel, user string) error {
	in, _, err := m.api.GetChannelMember(ctx, channel, user, "")
	switch {
	case isUnknown(err):
		return errStranger
	case err != nil:
		return err
	case in.SchemeGuest:
		return errStranger
	}
	return nil
}

// isUnknown tells whether Mattermost knows nobody of that ID.
func isUnknown(err error) bool { return status(err) == http.StatusNotFound }
