package mattermosttest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

// readResponse reads the answer to a command. What is not declared as JSON is
// plain text to Mattermost, and people see it as it is.
func readResponse(contentType string, body []byte) (*model.CommandResponse, *refusal) {
	kind, _, _ := strings.Cut(contentType, ";")
	if strings.TrimSpace(kind) != "application/json" {
		if strings.HasPrefix(string(body), "{") {
			return nil, blame("people see JSON: its content type is %q", contentType)
		}
		return &model.CommandResponse{Text: string(body)}, nil
	}
	var response model.CommandResponse
	if err := decode(body, &response); err != nil {
		return nil, blame("the answer to a command cannot be read: %v", err)
	}
	return &response, checkResponse(&response)
}

// checkResponse refuses what is not served, and what would be lost.
func checkResponse(r *model.CommandResponse) *refusal {
	switch {
	case r.ResponseType != "" && r.ResponseType != model.CommandResponseTypeEphemeral && r.ResponseType != model.CommandResponseTypeInChannel:
		return blame("nobody sees an answer of the type %q", r.ResponseType)
	case r.Username != "" || r.IconURL != "" || r.ChannelId != "" || r.Type != "" || r.GotoLocation != "" || r.TriggerId != "" ||
		len(r.Props) > 0 || len(r.ExtraResponses) > 0:
		return blame("of an answer only text, attachments, type and skip_slack_parsing are served")
	case utf8.RuneCountInString(r.Text) > longestMessage:
		return blame("an answer is longer than a message can be: %d", utf8.RuneCountInString(r.Text))
	}
	if err := checkAttachments(r.Attachments); err != nil {
		return err
	}
	if r.Text != "" || len(r.Attachments) > 0 {
		return checkText(r.Text, r.Attachments)
	}
	return nil
}

// deliver shows the answer to a command, to the caller alone or in the channel
// in the caller's name. An empty one is seen by nobody.
func (s *Server) deliver(r *model.CommandResponse, to *person, channel *Channel) (*post, *refusal) {
	if r.Text == "" && len(r.Attachments) == 0 {
		return nil, nil
	}
	p := &post{Post: &model.Post{Message: r.Text}, channel: channel, from: to}
	p.AddProp(model.PostPropsFromWebhook, "true")
	if !r.SkipSlackParsing {
		p.Message = slack(r.Text)
	}
	if len(r.Attachments) > 0 {
		model.ParseMessageAttachment(p.Post, r.Attachments)
	}
	if r.ResponseType == model.CommandResponseTypeInChannel {
		if err := s.check(p.Post); err != nil {
			return nil, err
		}
		return s.publish(p), nil
	}
	p.to, p.Type = to, model.PostTypeEphemeral
	return s.publish(p), nil
}

var slackMention = regexp.MustCompile(`<!(channel|here|everyone|all)>`)

// slack reads a text as Slack's, which Mattermost does unless it is asked not
// to: <!channel> notifies everybody, and <url|text> is a link.
func slack(text string) string {
	return model.ParseSlackLinksToMarkdown(slackMention.ReplaceAllString(text, "@$1"))
}
