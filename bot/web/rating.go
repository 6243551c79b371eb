package web

import (
	"errors"
	"net/http"
	"time"
	"unicode/utf8"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// mostRating is how long the form about a visit may be: it has a line of text.
const mostRating = 8 << 10

// rating asks how a visit was, or takes the answer. A link that leads to no such
// visit looks like every other one that leads nowhere.
func (p *Pages) rating(w http.ResponseWriter, r *http.Request, token string, now time.Time) (int, view) {
	office, written, err := p.Ratings.Visited(r.Context(), token, now)
	lang := inLanguage(r, written)
	switch {
	case errors.Is(err, booking.ErrOver):
		return http.StatusOK, aboutRating(lang, "rating.over")
	case err != nil:
		return p.failed(r, language(r), err)
	case r.Method != http.MethodPost:
		return http.StatusOK, askRating(office, lang, "")
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostRating)
	stars, line := dialogs.Stars(r.PostFormValue("do")), dialogs.CommentLine(r.PostFormValue("line"))
	if remark, ok := incomplete(stars, line); ok {
		page := askRating(office, lang, line)
		page.Failed, page.Remark = true, locales.For(lang).Say(remark)
		return http.StatusOK, page
	}
	err = p.Ratings.RateBy(r.Context(), token, stars, line, now)
	switch {
	case errors.Is(err, booking.ErrOver):
		return http.StatusOK, aboutRating(lang, "rating.over")
	case err != nil:
		return p.failed(r, lang, err)
	}
	return http.StatusOK, aboutRating(lang, "rating.thanks")
}

// incomplete says what keeps an answer from being taken, where anything does.
func incomplete(stars int, line string) (locales.Line, bool) {
	switch {
	case utf8.RuneCountInString(line) > dialogs.LongestComment:
		return locales.Say("rating.too_long", "Most", dialogs.LongestComment), true
	case stars == 0:
		return locales.Say("rating.stars"), true
	}
	return locales.Line{}, false
}

// aboutRating is a page with one sentence.
func aboutRating(lang, key string) view {
	return view{Lang: lang, Title: locales.For(lang).Say(locales.Say(key))}
}

// askRating is the question: one press, and a line if one likes, which may be
// written already.
func askRating(office *booking.Office, lang, written string) view {
	say := locales.For(lang).Say
	v := view{
		Lang: lang, Title: say(locales.Say("rating.title")), Text: []string{say(locales.Say("rating.why", "Office", locales.Text(office.Name)))},
		Ask: say(locales.Say("rating.ask")), Line: say(locales.Say("rating.field")), Filled: written,
	}
	g := group{Close: true}
	for _, c := range dialogs.StarChoices() {
		g.Buttons = append(g.Buttons, button{Do: c.ID, Label: say(c.Label)})
	}
	v.Groups = []group{g}
	return v
}
