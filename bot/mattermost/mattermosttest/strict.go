package mattermosttest

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

// attachmentsOf reads the attachments of a post, in which the server itself
// drops what it does not know.
func attachmentsOf(p *model.Post) ([]*model.MessageAttachment, *refusal) {
	raw := p.GetProp(model.PostPropsAttachments)
	if raw == nil {
		return nil, nil
	}
	data, err := json.Marshal(raw)
	if err != nil {
		return nil, blame("attachments cannot be read: %v", err)
	}
	var attachments []*model.MessageAttachment
	if err := decode(data, &attachments); err != nil {
		return nil, blame("attachments cannot be read: %v", err)
	}
	return attachments, checkAttachments(attachments)
}

// actionID is what a button's id must look like for its address to be one.
var actionID = regexp.MustCompile(`^[A-Za-z0-9]*$`)

// checkAttachments refuses what could not be shown or pressed.
func checkAttachments(attachments []*model.MessageAttachment) *refusal {
	ids := map[string]bool{}
	for _, a := range attachments {
		if a == nil {
			return blame("an attachment is null")
		}
		if err := a.IsValid(); err != nil {
			return blame("attachment: %v", err)
		}
		for _, action := range a.Actions {
			switch {
			case !actionID.MatchString(action.Id):
				return blame("nobody can press the button %q: its id %q is not letters and digits", action.Name, action.Id)
			case action.Id != "" && ids[action.Id]:
				return blame("two buttons share the id %q: the first one answers for both", action.Id)
			}
			ids[action.Id] = true
		}
	}
	return nil
}

// everybody is how a text notifies all members of a channel, unless it stands
// in code. The characters may be written by their numbers.
var (
	everybody = regexp.MustCompile(`(?i)(^|[^\pL\pN])@(all|channel|here)([^\pL\pN]|$)`)
	code      = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
)

// checkText refuses to notify everybody, by any text, and to
// say nothing.
func checkText(message string, attachments []*model.MessageAttachment) *refusal {
	if message == "" && len(attachments) == 0 {
		return blame("a message says nothing")
	}
	texts := []string{strings.TrimPrefix(message, summons)}
	for _, a := range attachments {
		texts = append(texts, a.Pretext, a.Title, a.Text)
		for _, f := range a.Fields {
			text, _ := f.Value.(string)
			texts = append(texts, f.Title, text)
		}
	}
	for _, text := range texts {
		if everybody.MatchString(html.UnescapeString(code.ReplaceAllString(text, ""))) {
			return blame("a message notifies everybody: %.60q", text)
		}
		if !utf8.ValidString(text) {
			return blame("a message is no text: %.60q", text)
		}
	}
	return nil
}

// summons is how a message begins that calls everybody who is there on purpose.
// What follows is in our own markup: nobody's words come to stand there.
const summons = "@here **"
