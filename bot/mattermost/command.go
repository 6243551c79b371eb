package mattermost

import (
	"context"
	"crypto/subtle"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	commandPath = Path + "command"
	// word is the command as the dialogs know it, whatever trigger word the
	// town has chosen.
	word = "/termin "
	// largestCall is how many bytes Mattermost's calls may have. Messages are
	// no longer than sixty thousand.
	largestCall = 128 << 10
	// answersLater is how many answers can follow a command, for half an hour
	// (https://developers.mattermost.com/integrate/slash-commands/custom/).
	answersLater = 5
)

// command answers the slash command.
func (m *Mattermost) command(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, largestCall)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "no form", http.StatusBadRequest)
		return
	}
	if subtle.ConstantTimeCompare([]byte(r.PostForm.Get("token")), []byte(m.settings.CommandToken)) != 1 {
		m.refused(r.Context(), "command token", "")
		http.Error(w, "wrong token", http.StatusUnauthorized)
		return
	}
	answer(w, m.commanded(r.Context(), r.PostForm))
}

func (m *Mattermost) commanded(ctx context.Context, form url.Values) *model.CommandResponse {
	who, why := m.admitted(ctx, form.Get("user_id"), form.Get("user_name"), "")
	if why != "" {
		return whisper(why)
	}
	p := place{who: who, channel: form.Get("channel_id"), hook: hookOf(form.Get("response_url"))}
	if p.hook != "" {
		p.left = answersLater
	}
	p.live = m.isDirect(ctx, who.id, p.channel, form.Get("channel_name"))
	said := dialogs.Said{
		Text: word + strings.TrimSpace(form.Get("text")), Colleague: m.named(ctx, form), Office: m.officeOf(p.channel),
	}
	page, soon := m.soon(ctx, p, said, func(ctx context.Context, page bot.Page) { m.follow(ctx, p, page) })
	if !soon {
		return whisper(say(who.lang, locales.Say("mattermost.moment")))
	}
	if p.live {
		return m.answered(ctx, p, page)
	}
	return m.drawn(p, page)
}

// officeOf is the office whose staff's channel that is; empty where it is
// nobody's, or that of several.
func (m *Mattermost) officeOf(channel string) booking.OfficeID {
	var of []booking.OfficeID
	for office, theirs := range m.settings.Channels {
		if theirs == channel {
			of = append(of, office)
		}
	}
	if len(of) != 1 {
		return ""
	}
	return of[0]
}

// naming says a sentence that names the slash command, as people of this town
// have to write it.
func (m *Mattermost) naming(lang, key string) string {
	return say(lang, locales.Say(key, "Command", "/"+m.settings.Command))
}

// whisper is a sentence that only the caller sees.
func whisper(sentence string) *model.CommandResponse {
	return &model.CommandResponse{
		ResponseType: model.CommandResponseTypeEphemeral, SkipSlackParsing: true, Text: sentence,
	}
}

// hookOf is the last part of the address by which answers can follow; empty
// where that is none. Where it leads is not believed but known.
func hookOf(responseURL string) string {
	id := path.Base(responseURL)
	if !model.IsValidId(id) {
		return ""
	}
	return id
}

// named is the colleague who gets a role by a command: "/termin rolle @ben clerk".
// Mattermost is asked whose the name is today, also where the @ is left out.
func (m *Mattermost) named(ctx context.Context, form url.Values) dialogs.Colleague {
	name := strings.ToLower(dialogs.AppointedName(word + form.Get("text")))
	if !model.IsValidUsername(name) {
		return dialogs.Colleague{}
	}
	find, who := m.api.GetUserByUsername, name
	id := mentioned(form, name)
	if id != "" {
		find, who = m.api.GetUser, id
	}
	if user, _, err := find(ctx, who, ""); err == nil {
		return account(user)
	}
	if id != "" {
		return colleague(id, name)
	}
	return dialogs.Colleague{}
}

// mentioned is the ID of a user named in a command, where Mattermost sends it
// along.
func mentioned(form url.Values, name string) string {
	i := slices.Index(form["user_mentions"], name)
	if ids := form["user_mentions_ids"]; i >= 0 && i < len(ids) {
		return ids[i]
	}
	return ""
}

// account is a colleague with all that tells their account from another.
func account(user *model.User) dialogs.Colleague {
	c := colleague(user.Id, user.Username)
	c.FullName, c.Since = user.GetFullName(), time.UnixMilli(user.CreateAt).UTC()
	return c
}

func colleague(id, name string) dialogs.Colleague {
	return dialogs.Colleague{Chat: dialogs.Chat{Channel: Channel, Address: id}, Name: name}
}
