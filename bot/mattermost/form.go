package mattermost

import (
	"context"
	"net/http"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	formPath = Path + "form"
	// field is the name of a form's one field.
	field = "answer"
	// longestAnswer is how much can be typed into it.
	longestAnswer = 300
)

// ask opens a form where the question is one for it. Where that fails there is
// the button for it.
func (m *Mattermost) ask(ctx context.Context, p place, page bot.Page, trigger string) {
	if page.Typing {
		m.openForm(ctx, p, page, trigger)
	}
}

// openForm opens a form for an answer in one's own words. Its state can be read
// by the person it is for, and anybody can send one: so it is a ticket, and holds
// as long as the talk stands where it stood.
func (m *Mattermost) openForm(ctx context.Context, p place, page bot.Page, trigger string) bool {
	t := p.ticket(toFill, page, "")
	t.Until = m.until()
	_, err := m.api.OpenInteractiveDialog(ctx, model.OpenDialogRequest{
		TriggerId: trigger, URL: m.address(formPath),
		Dialog: model.Dialog{
			CallbackId: "terminbote", State: m.seal.sign(t), Title: say(page.Lang, locales.Say("mattermost.form.title")),
			IntroductionText: escape(page.Ask), SubmitLabel: say(page.Lang, locales.Say("mattermost.form.send")),
			Elements: []model.DialogElement{{
				Name: field, Type: "text", MaxLength: longestAnswer,
				DisplayName: say(page.Lang, locales.Say("mattermost.form.answer")),
			}},
		},
	})
	if err != nil {
		m.log.WarnContext(ctx, "form not opened", "error", plainly(err))
	}
	return err == nil
}

// reopened opens the form of the button for it.
func (m *Mattermost) reopened(ctx context.Context, p place, t ticket, trigger string) *model.PostActionIntegrationResponse {
	page := bot.Page{Lang: t.Lang, Revision: t.Revision, Ask: t.Choice}
	if !m.openForm(ctx, p, page, trigger) {
		return hint(m.naming(t.Lang, "mattermost.no_form"))
	}
	return &model.PostActionIntegrationResponse{}
}

// form takes in a form that was filled in.
func (m *Mattermost) form(w http.ResponseWriter, r *http.Request) {
	var call model.SubmitDialogRequest
	if read(w, r, &call) {
		answer(w, m.filled(r.Context(), call))
	}
}

func (m *Mattermost) filled(ctx context.Context, call model.SubmitDialogRequest) *model.SubmitDialogResponse {
	t, err := m.seal.open(call.State, call.UserId, call.ChannelId, m.host.Now())
	if err == nil && t.Purpose != toFill {
		err = errForged
	}
	if err != nil {
		m.refused(ctx, "form: "+err.Error(), call.UserId)
		return &model.SubmitDialogResponse{Error: m.naming(t.Lang, "mattermost.no_ticket")}
	}
	who, why := m.admitted(ctx, call.UserId, "", t.Lang)
	if why != "" {
		return &model.SubmitDialogResponse{Error: why}
	}
	written, _ := call.Submission[field].(string)
	if call.Cancelled {
		return &model.SubmitDialogResponse{}
	}
	if written = strings.TrimSpace(written); written == "" {
		return &model.SubmitDialogResponse{Errors: map[string]string{field: say(t.Lang, locales.Say("remark.empty"))}}
	}
	return m.taken(ctx, m.place(who, t), bot.Filled{Said: dialogs.Said{Text: written}, Revision: t.Revision})
}

// taken shows what comes of a form. Mattermost shows its sender nothing
// of ours but errors, in which it reads no Markdown; where nothing else is left,
// that has to do.
func (m *Mattermost) taken(ctx context.Context, p place, event dialogs.Event) *model.SubmitDialogResponse {
	page, soon := m.soon(ctx, p, event, func(ctx context.Context, page bot.Page) { m.follow(ctx, p, page) })
	if soon && !m.follow(ctx, p, page) {
		short := paragraphs(strings.Join(page.Remarks, "\n"), page.Title, page.Ask)
		return &model.SubmitDialogResponse{
			Error: paragraphs(short, m.naming(page.Lang, "mattermost.form.unseen")),
		}
	}
	return &model.SubmitDialogResponse{}
}
