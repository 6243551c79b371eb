package dialogs

import (
	"cmp"
	"slices"
	"strings"

	"terminbote/locales"
)

// staffReviewStep shows everything once more, with what the clerk has to ask
// and to say.
type staffReviewStep struct{ reviewStep }

func (staffReviewStep) name() string { return "callersReview" }

func (s staffReviewStep) show(t *talk) View {
	v := s.reviewStep.show(t)
	if t.Draft.Phone != "" {
		v.Body = append(v.Body, locales.Say("staff.appointment.phone", "Phone", plain(t.Draft.Phone)))
	}
	if t.Draft.Mail != "" {
		v.Body = append(v.Body, locales.Say("staff.mails_in", "Language", locales.Name(t.mailsIn())))
		v.Groups = slices.Insert(v.Groups, 1, Group{Columns: 1, Choices: t.otherMails()})
	}
	for _, w := range t.Draft.Wishes {
		if q := t.facts.concern(w.Concern).Question; q != nil {
			v.Body = append(v.Body, locales.Line{}, locales.Say("staff.read_out", "Question", locales.Text(q.Ask)),
				locales.Say("staff.read_otherwise", "Otherwise", locales.Text(q.Otherwise)))
		}
	}
	return v
}

func (s staffReviewStep) choose(t *talk, id string) bool {
	if id == yesChoice {
		t.book(t.mailsIn())
		return true
	}
	lang, ok := strings.CutPrefix(id, mailsInPrefix)
	if !ok || !slices.Contains(locales.Languages(), lang) {
		return s.reviewStep.choose(t, id)
	}
	t.Draft.MailsIn = lang
	return true
}

// otherMails is the languages in which the caller's mails could be instead.
func (t *talk) otherMails() []Choice {
	var choices []Choice
	for _, lang := range locales.Languages() {
		if lang != t.mailsIn() {
			choices = append(choices, Choice{ID: mailsInPrefix + lang, Label: locales.Say("staff.mails_other", "Language", locales.Name(lang))})
		}
	}
	return choices
}

// mailsIn is the language of the mails about what a clerk books for somebody:
// the office's, unless the clerk has heard of another.
func (t *talk) mailsIn() string {
	o, ok := t.office()
	if !ok {
		return t.Lang
	}
	return cmp.Or(t.Draft.MailsIn, o.Lang, t.Lang)
}
