package mattermosttest

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// NewCommand has an administrator set up a slash command, and returns its token.
func (s *Server) NewCommand(trigger, address string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	command := &model.Command{Trigger: trigger, URL: address, Method: model.CommandMethodPost, TeamId: s.teamID, CreatorId: model.NewId()}
	s.keep(command)
	return command.Token
}

func (s *Server) keep(command *model.Command) {
	command.PreSave()
	s.commands[command.Id] = command
}

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
	command, form, refused := u.prepare(line)
	if refused != nil {
		return Message{}, u.told(refused)
	}
	c, err := u.server.sendForm(command.URL, command.Token, form)
	if err != nil || c.Status != http.StatusOK {
		return Message{}, u.told(commandFailed(command.Trigger, c, err))
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
func (u *User) prepare(line string) (*model.Command, url.Values, *refusal) {
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
	command := s.commandOf(trigger)
	if command == nil {
		return nil, nil, refuse(http.StatusNotFound, "api.command.execute_command.not_found.app_error",
			fmt.Sprintf("Command with a trigger of '%s' not found.", word))
	}
	id := model.NewId()
	s.hooks[id] = &hook{command: command, by: u.person, channel: u.channel, at: s.now()}
	return command, url.Values{
		"token":   {command.Token},
		"team_id": {s.teamID}, "team_domain": {s.config.Team},
		"channel_id": {u.channel.ID}, "channel_name": {u.channel.Name},
		"user_id": {u.ID}, "user_name": {u.Username},
		"command": {"/" + trigger}, "text": {text},
		"trigger_id": {s.newTrigger(u.person)}, "response_url": {s.URL + "/hooks/commands/" + id},
	}, nil
}

func (s *Server) commandOf(trigger string) *model.Command {
	for _, c := range s.commands {
		if c.Trigger == trigger {
			return c
		}
	}
	return nil
}

// Life of a response_url.
const (
	hookLife = 30 * time.Minute
	hookUses = 5
)

// hook is where a command can be answered later.
type hook struct {
	command *model.Command
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

func (c *call) mayManageCommands() bool { return c.config.TeamAdmin && c.by == c.Bot.person }

func (c *call) listCommands() (any, *refusal) {
	query := c.r.URL.Query()
	switch {
	case query.Get("custom_only") != "true":
		return nil, blame("only custom_only=true is served")
	case query.Get("team_id") != c.teamID || !c.mayManageCommands():
		return nil, notAllowed()
	}
	all := []*model.Command{}
	for _, command := range c.commands {
		all = append(all, command)
	}
	slices.SortFunc(all, func(a, b *model.Command) int { return cmp.Compare(a.Trigger, b.Trigger) })
	return all, nil
}

func (c *call) createCommand() (any, *refusal) {
	var sent model.Command
	if err := c.read(&sent); err != nil {
		return nil, err
	}
	if sent.TeamId != c.teamID || !c.mayManageCommands() {
		return nil, notAllowed()
	}
	if c.commandOf(sent.Trigger) != nil {
		return nil, refuse(http.StatusBadRequest, "api.command.duplicate_trigger.app_error", "This trigger word is already in use. Please choose another word.")
	}
	command := sent
	command.Id, command.Token, command.CreatorId = model.NewId(), model.NewId(), c.by.ID
	if err := checkCommand(command); err != nil {
		return nil, err
	}
	c.keep(&command)
	return &command, nil
}

func (c *call) updateCommand() (any, *refusal) {
	var sent model.Command
	if err := c.read(&sent); err != nil {
		return nil, err
	}
	old := c.commands[c.r.PathValue("command")]
	switch {
	case old == nil || !c.mayManageCommands():
		return nil, notFound("store.sql_command.get.missing.app_error", "command")
	case sent.Id != old.Id || sent.TeamId != old.TeamId:
		return nil, blame("a command keeps its id and its team")
	}
	sent.Token, sent.CreatorId, sent.CreateAt = old.Token, old.CreatorId, old.CreateAt
	if err := checkCommand(sent); err != nil {
		return nil, err
	}
	*old = sent
	return old, nil
}

// checkCommand asks the server's own rules.
func checkCommand(command model.Command) *refusal {
	if command.Method != model.CommandMethodPost {
		return blame("only commands by POST are served")
	}
	command.PreSave()
	if err := command.IsValid(); err != nil {
		return refuse(err.StatusCode, err.Id, err.Error())
	}
	return nil
}
