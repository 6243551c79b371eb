package mattermosttest

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// Dialog is a form that the bot opened for somebody.
type Dialog struct {
	model.Dialog

	URL    string
	Error  string            // of the whole, from the last try
	Errors map[string]string // by label
}

// triggerLife is how long after a command or a tap a dialog can be opened.
const triggerLife = 3 * time.Second

// trigger lets the bot open a dialog for somebody.
type trigger struct {
	by *person
	at time.Time
}

func (s *Server) newTrigger(by *person) string {
	id := model.NewId() + ":" + by.ID
	s.triggers[id] = trigger{by, s.now()}
	return id
}

func (c *call) openDialog() (any, *refusal) {
	var sent model.OpenDialogRequest
	if err := c.read(&sent); err != nil {
		return nil, err
	}
	opened, known := c.triggers[sent.TriggerId]
	switch {
	case !known:
		return nil, refuse(http.StatusBadRequest, "interactive_message.decode_trigger_id.missing_data",
			"Trigger ID missing required data for interactive dialog.")
	case c.now().Sub(opened.at) > triggerLife:
		return nil, refuse(http.StatusBadRequest, "interactive_message.decode_trigger_id.expired",
			"Trigger ID for interactive dialog is expired. Trigger IDs live for a maximum of 3 seconds.")
	}
	if err := checkDialog(&sent); err != nil {
		return nil, err
	}
	opened.by.dialog = &Dialog{Dialog: sent.Dialog, URL: sent.URL}
	c.changed()
	return map[string]string{"status": "OK"}, nil
}

// mostElements is how many fields Mattermost's manual allows.
const mostElements = 5

// checkDialog asks the server's own rules, which it only logs, and refuses what
// some app does not show right.
func checkDialog(r *model.OpenDialogRequest) *refusal {
	if err := r.IsValid(); err != nil {
		return blame("dialog: %v", err)
	}
	if len(r.Dialog.Elements) > mostElements {
		return blame("a dialog has at most %d elements, this one %d", mostElements, len(r.Dialog.Elements))
	}
	for _, e := range r.Dialog.Elements {
		switch {
		case e.Type == "date" || e.Type == "datetime":
			return blame("apps get %s wrong, and old ones do not know it", e.Type)
		case e.DataSource != "" || e.MultiSelect || e.Refresh:
			return blame("%s: only selects with options of their own are served", e.Name)
		case (e.Type == "select" || e.Type == "radio") && len(e.Options) == 0:
			return blame("%s: there is nothing to choose", e.Name)
		}
	}
	return nil
}

// Dialog waits for a dialog and returns it.
func (u *User) Dialog() Dialog {
	u.server.tb.Helper()
	d := u.openDialog()
	if d == nil {
		u.server.tb.Fatalf("mattermosttest: no dialog opened for %s:\n%s", u.Username, u.Transcript())
		return Dialog{}
	}
	return *d
}

func (u *User) openDialog() *Dialog {
	var d *Dialog
	u.server.await(func() bool {
		d = u.dialog
		return d != nil
	})
	return d
}

// HasDialog says whether a dialog is open.
func (u *User) HasDialog() bool {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.dialog != nil
}

// Submit fills in the dialog and sends it. Fields go by their label, choices by
// their text; what is not named keeps its default. A dialog that is accepted
// closes.
func (u *User) Submit(filled map[string]string) {
	u.server.tb.Helper()
	u.must(u.TrySubmit(filled))
}

// TrySubmit is Submit for those who can live with an error, be it the app's, the
// server's, or what the bot says of a field.
func (u *User) TrySubmit(filled map[string]string) error {
	d := u.openDialog()
	if d == nil {
		return fmt.Errorf("no dialog is open")
	}
	u.jotForm(d, filled)
	values, err := d.fill(filled)
	if err != nil {
		return u.told(err)
	}
	answer, refused := u.send(d, model.SubmitDialogRequest{Submission: values})
	if refused != nil {
		return u.told(refused)
	}
	u.server.mu.Lock()
	err = u.judge(d, answer)
	u.server.mu.Unlock()
	return u.told(err)
}

// Cancel closes the dialog without sending it.
func (u *User) Cancel() {
	u.server.tb.Helper()
	d := u.Dialog()
	u.jot("%s closes {%s}", u.Username, d.Title)
	u.server.mu.Lock()
	u.dialog = nil
	u.server.mu.Unlock()
	if d.NotifyOnCancel {
		_, err := u.send(&d, model.SubmitDialogRequest{Cancelled: true, Submission: map[string]any{}})
		u.must(err)
	}
}

func (u *User) jotForm(d *Dialog, filled map[string]string) {
	var parts []string
	for _, e := range d.Elements {
		if text, ok := filled[e.DisplayName]; ok {
			parts = append(parts, e.DisplayName+": "+text)
		}
	}
	u.jot("%s fills in {%s} %s", u.Username, d.Title, strings.Join(parts, ", "))
}

// send submits what the person's app submits: it names the dialog's state and
// where it belongs as it got them.
func (u *User) send(d *Dialog, r model.SubmitDialogRequest) (model.SubmitDialogResponse, error) {
	r.URL, r.CallbackId, r.State, r.ChannelId, r.TeamId = d.URL, d.CallbackId, d.State, u.channel.ID, u.server.teamID
	return u.ForgeDialog(r)
}

// ForgeDialog submits a dialog that nobody opened, or with another state: every
// app can. Who submits it and the channel are the server's to check.
func (u *User) ForgeDialog(r model.SubmitDialogRequest) (model.SubmitDialogResponse, error) {
	s := u.server
	address := r.URL
	r.URL, r.Type, r.UserId, r.TeamId = "", "dialog_submission", u.ID, s.teamID
	s.mu.Lock()
	channel := s.channels[r.ChannelId]
	allowed := channel != nil && channel.mayRead(u.person)
	s.mu.Unlock()
	var answer model.SubmitDialogResponse
	if !allowed {
		return answer, notAllowed()
	}
	err := s.settle(s.sendJSON(address, r, &answer))
	return answer, err
}

// judge shows what the bot says of a submission, or closes the dialog; server.mu
// is held.
func (u *User) judge(d *Dialog, answer model.SubmitDialogResponse) error {
	d.Error, d.Errors = answer.Error, map[string]string{}
	if answer.Type != "" || answer.Form != nil {
		u.server.mistake("dialog %q: further steps are not known to old servers", d.Title)
	}
	if answer.Error == "" && len(answer.Errors) == 0 {
		if u.dialog == d {
			u.dialog = nil
		}
		return nil
	}
	said := []string{}
	if answer.Error != "" {
		said = append(said, answer.Error)
	}
	for _, name := range slices.Sorted(maps.Keys(answer.Errors)) {
		e := d.element(func(e model.DialogElement) bool { return e.Name == name })
		if e == nil {
			u.server.mistake("dialog %q: nobody sees the error of %q, which is no field", d.Title, name)
			continue
		}
		d.Errors[e.DisplayName] = answer.Errors[name]
		said = append(said, e.DisplayName+": "+answer.Errors[name])
	}
	return fmt.Errorf("%s", strings.Join(said, "; "))
}

func (d *Dialog) element(is func(model.DialogElement) bool) *model.DialogElement {
	if i := slices.IndexFunc(d.Elements, is); i >= 0 {
		return &d.Elements[i]
	}
	return nil
}

// fill makes a submission of what a person wrote, as apps do: they send only
// what passes their own checks, and null for what is empty.
func (d *Dialog) fill(filled map[string]string) (map[string]any, error) {
	for label := range filled {
		if d.element(func(e model.DialogElement) bool { return e.DisplayName == label }) == nil {
			return nil, fmt.Errorf("{%s} has no field %q", d.Title, label)
		}
	}
	values := map[string]any{}
	for _, e := range d.Elements {
		text, ok := filled[e.DisplayName]
		if !ok {
			text = textOf(e, e.Default)
		}
		value, err := read(e, text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.DisplayName, err)
		}
		values[e.Name] = value
	}
	return values, nil
}

// textOf is how a value reads.
func textOf(e model.DialogElement, value string) string {
	for _, o := range e.Options {
		if o.Value == value {
			return o.Text
		}
	}
	return value
}

// defaultLength is how much can be typed into a field that does not say.
func defaultLength(e model.DialogElement) int {
	if e.Type == "textarea" {
		return model.DialogElementTextareaMaxLength
	}
	return model.DialogElementTextMaxLength
}

func maxLength(e model.DialogElement) int { return cmp.Or(e.MaxLength, defaultLength(e)) }
