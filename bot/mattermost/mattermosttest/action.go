package mattermosttest

import (
	"fmt"
	"maps"
	"net/http"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

// Tap presses the button with a label on the newest message that has it. It
// waits for the button to appear, and for the answer.
func (u *User) Tap(label string) {
	u.server.tb.Helper()
	u.must(u.TryTap(label))
}

// TryTap is Tap for those who can live with an error.
func (u *User) TryTap(label string) error { return u.press(label, "") }

// Select chooses an option, by its text, of the select with a label.
func (u *User) Select(label, option string) {
	u.server.tb.Helper()
	u.must(u.TrySelect(label, option))
}

// TrySelect is Select for those who can live with an error.
func (u *User) TrySelect(label, option string) error { return u.press(label, option) }

// TapOn presses a button of a message as it was when m was taken, though it may
// have changed since.
func (u *User) TapOn(m Message, label string) error {
	action := actionOf(m.Attachments, label)
	if action == nil {
		return noButton(label)
	}
	u.jot("%s taps [%s] on an old message", u.Username, label)
	u.server.mu.Lock()
	p := u.server.posts[m.ID]
	u.server.mu.Unlock()
	return u.told(u.act(p, action, ""))
}

// press finds a button or a select on the screen and uses it.
func (u *User) press(label, option string) error {
	var action *model.PostAction
	p, ok := u.wait(func(p *post) bool {
		action = actionOf(p.Attachments(), label)
		return action != nil
	})
	if !ok {
		return noButton(label)
	}
	if option == "" {
		u.jot("%s taps [%s]", u.Username, label)
	} else {
		u.jot("%s selects [%s: %s]", u.Username, label, option)
	}
	value, err := valueOf(action, option)
	if err != nil {
		return err
	}
	return u.told(u.act(p, action, value))
}

func actionOf(attachments []*model.MessageAttachment, label string) *model.PostAction {
	for _, a := range attachments {
		for _, action := range a.Actions {
			if action.Name == label {
				return action
			}
		}
	}
	return nil
}

// valueOf is what stands behind an option's text.
func valueOf(action *model.PostAction, option string) (string, error) {
	if option == "" {
		if action.Type != model.PostActionTypeButton {
			return "", fmt.Errorf("[%s] is a select", action.Name)
		}
		return "", nil
	}
	for _, o := range action.Options {
		if o.Text == option {
			return o.Value, nil
		}
	}
	return "", fmt.Errorf("[%s] has no option %q", action.Name, option)
}

// act uses an action of a post, which may not be there any more.
func (u *User) act(p *post, action *model.PostAction, selected string) error {
	s := u.server
	address, request, refused := u.actionRequest(p, action, selected)
	if refused != nil {
		return refused
	}
	var answer model.PostActionIntegrationResponse
	if err := s.sendJSON(address, request, &answer); err != nil {
		return s.settle(err)
	}
	return s.settle(u.take(p, &answer))
}

// actionRequest is what the server tells the bot of an action. A post of a
// channel is asked for the action as it is now; an ephemeral one carries all
// that is needed with it.
func (u *User) actionRequest(p *post, action *model.PostAction, selected string) (string, *model.PostActionIntegrationRequest, *refusal) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if !p.channel.mayRead(u.person) {
		return "", nil, notAllowed()
	}
	if p.DeleteAt != 0 {
		return "", nil, notFound("app.post.get.app_error", "post")
	}
	now := p.GetAction(action.Id)
	if now == nil {
		return "", nil, refuse(http.StatusNotFound, "api.post.do_action.action_id.app_error", "Invalid action id.")
	}
	request := &model.PostActionIntegrationRequest{
		UserId: u.ID, UserName: u.Username, ChannelId: p.channel.ID, ChannelName: p.channel.Name, PostId: p.Id,
		TeamId: s.teamOf(p.channel), Type: now.Type, DataSource: now.DataSource,
		TriggerId: s.newTrigger(u.person), Context: maps.Clone(now.Integration.Context),
	}
	if request.TeamId != "" {
		request.TeamName = s.config.Team
	}
	if selected != "" {
		if request.Context == nil {
			request.Context = map[string]any{}
		}
		request.Context["selected_option"] = selected
	}
	return now.Integration.URL, request, nil
}

// take does what the answer to an action asks for.
func (u *User) take(p *post, answer *model.PostActionIntegrationResponse) *refusal {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if answer.Update != nil {
		if err := s.update(p, answer.Update); err != nil {
			return err
		}
	}
	if answer.EphemeralText == "" {
		return nil
	}
	text := answer.EphemeralText
	if !answer.SkipSlackParsing {
		text = slack(text)
	}
	if utf8.RuneCountInString(text) > longestMessage {
		return blame("an ephemeral text is longer than a message can be")
	}
	if err := checkText(text, nil); err != nil {
		return err
	}
	s.publish(&post{
		Post:    &model.Post{Message: text, Type: model.PostTypeEphemeral},
		channel: p.channel, from: u.person, to: u.person,
	})
	return nil
}

// update changes the post that an action belongs to. Mattermost looks for it
// among those that are stored, which ephemeral ones are not.
func (s *Server) update(p *post, next *model.Post) *refusal {
	if p.to != nil {
		return &refusal{
			status: http.StatusNotFound, id: "app.post.get.app_error", blame: true,
			message: "an ephemeral message cannot be updated",
		}
	}
	if p.DeleteAt != 0 {
		return notFound("app.post.get.app_error", "post")
	}
	if next.Message == "" && p.Message != "" {
		return blame("an update without a message empties it")
	}
	props := next.GetProps()
	if props == nil {
		props = p.GetProps()
	}
	return s.rewrite(p, next.Message, props)
}

// PostButton writes a message with a button that leads where its author likes,
// with a context of their choosing. Everybody can.
func (u *User) PostButton(label, address string, context map[string]any) Message {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	p := &post{Post: &model.Post{Message: "..."}, channel: u.channel, from: u.person}
	p.AddProp(model.PostPropsAttachments, []*model.MessageAttachment{{Actions: []*model.PostAction{{
		Name: label, Type: model.PostActionTypeButton,
		Integration: &model.PostActionIntegration{URL: address, Context: context},
	}}}})
	return s.publish(p).snapshot()
}
