package mattermosttest

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// NewCommand has an administrator set up a slash command, and returns its token.
func (s *Server) NewCommand(trigger, address string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	token := model.NewId()
	s.commands[trigger] = &command{trigger: trigger, address: address, token: token}
	return token
}

// command is a slash command, by its trigger.
type command struct{ trigger, address, token string }

// Command types a slash command. It returns the message that answers it, if one
// does at once.
func (u *User) Command(line string) Message {
	u.server.tb.Helper()
	answer, err := u.TryCommand(line)
	u.must(err)
	return answer
}

// TryCommand is Command for those who can live with an error.
func (u *User) TryCommand(line string) (Message, error) {
	u.jot("%s types: %s", u.Username, line)
	called, form, refused := u.prepare(line)
	if refused != nil {
		return Message{}, u.told(refused)
	}
	c, err := u.server.sendForm(called.address, called.token, form)
	if err != nil || c.Status != http.StatusOK {
		return Message{}, u.told(commandFailed(called.trigger, c, err))
	}
	response, refused := readResponse(c.Type, c.Answer)
	if refused != nil {
		return Message{}, u.told(u.server.settle(refused))
	}
	answer, refused := u.receive(response)
	return answer, u.told(u.server.settle(refused))
}

func (u *User) receive(response *model.CommandResponse) (Message, *refusal) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	p, refused := u.server.deliver(response, u.person, u.channel)
	if p == nil {
		return Message{}, refused
	}
	return p.snapshot(), nil
}

func commandFailed(trigger string, c Callback, err error) *refusal {
	if err != nil {
		return refuse(http.StatusInternalServerError, "api.command.execute_command.failed.app_error",
			fmt.Sprintf("Command with a trigger of '%s' failed.", trigger))
	}
	return refuse(http.StatusInternalServerError, "api.command.execute_command.failed_resp.app_error",
		fmt.Sprintf("Command with a trigger of '%s' returned response %d %s.", trigger, c.Status, http.StatusText(c.Status)))
}

// prepare finds the command that a line calls, and fills in the form for it.
func (u *User) prepare(line string) (*command, url.Values, *refusal) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if !u.channel.has(u.person) {
		return nil, nil, notAllowed()
	}
	word, text := line, ""
	if i := strings.IndexAny(line, " \n\t"); i >= 0 {
		word, text = line[:i], line[i+1:]
	}
	trigger := strings.ToLower(strings.TrimPrefix(word, "/"))
	called := s.commands[trigger]
	if called == nil {
		return nil, nil, refuse(http.StatusNotFound, "api.command.execute_command.not_found.app_error",
			fmt.Sprintf("Command with a trigger of '%s' not found.", word))
	}
	id := model.NewId()
	s.hooks[id] = &hook{by: u.person, channel: u.channel, at: s.now()}
	form := url.Values{
		"token":   {called.token},
		"team_id": {s.teamID}, "team_domain": {s.config.Team},
		"channel_id": {u.channel.ID}, "channel_name": {u.channel.Name},
		"user_id": {u.ID}, "user_name": {u.Username},
		"command": {"/" + trigger}, "text": {text},
		"trigger_id": {s.newTrigger(u.person)}, "response_url": {s.URL + "/hooks/commands/" + id},
	}
	s.addMentions(form, text)
	return called, form, nil
}

var mention = regexp.MustCompile(`\B@([a-z0-9][a-z0-9.\-_]*)`)

// addMentions names the members of the team that a command mentions, with their ids.
func (s *Server) addMentions(form url.Values, text string) {
	for _, found := range mention.FindAllStringSubmatch(strings.ToLower(text), -1) {
		for _, p := range s.people {
			if name := strings.TrimRight(found[1], ".-_"); p.Username == name {
				form.Add("user_mentions", name)
				form.Add("user_mentions_ids", p.ID)
			}
		}
	}
}

// Life of a response_url.
const (
	hookLife = 30 * time.Minute
	hookUses = 5
)

// hook is where a command can be answered later.
type hook struct {
	by      *person
	channel *Channel
	at      time.Time
	uses    int
}

func (c *call) respondLater() (any, *refusal) {
	h := c.hooks[c.r.PathValue("hook")]
	if h == nil || c.now().Sub(h.at) > hookLife {
		return nil, notFound("app.command_webhook.get.missing", "webhook")
	}
	response, err := readResponse(c.r.Header.Get("Content-Type"), c.body)
	if err != nil {
		return nil, err
	}
	if h.uses++; h.uses > hookUses {
		return nil, refuse(http.StatusBadRequest, "app.command_webhook.try_use.invalid", "Invalid webhook.")
	}
	if _, err := c.deliver(response, h.by, h.channel); err != nil {
		return nil, err
	}
	return "ok", nil
}

// getAutocomplete lists the commands that are offered to who types; tokens and
// addresses are for administrators only.
func (c *call) getAutocomplete() (any, *refusal) {
	if c.r.PathValue("team") != c.teamID {
		return nil, refuse(http.StatusForbidden, "api.context.permissions.app_error", "You do not have the appropriate permissions.")
	}
	all := []*model.Command{{Trigger: "join", AutoComplete: true, AutoCompleteHint: "~[channel]", DisplayName: "join"}}
	for _, found := range c.commands {
		all = append(all, &model.Command{Trigger: found.trigger, AutoComplete: true})
	}
	return all, nil
}
