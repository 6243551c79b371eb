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
	if err != nil {
		return p.failed(r, language(r), err)
	}
	lang := inLanguage(r, written)
	if r.Method != http.MethodPost {
		return http.StatusOK, askRating(office, lang)
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostRating)
	stars, line := dialogs.Stars(r.PostFormValue("do")), dialogs.CommentLine(r.PostFormValue("line"))
	if stars == 0 || utf8.RuneCountInString(line) > dialogs.LongestComment {
		return http.StatusOK, askRating(office, lang)
	}
	err = p.Ratings.RateBy(r.Context(), token, stars, line, now)
	say := locales.For(lang).Say
	switch {
	case errors.Is(err, booking.ErrOver):
		return http.StatusOK, view{Lang: lang, Title: say(locales.Say("rating.over"))}
	case err != nil:
		return p.failed(r, lang, err)
	}
	return http.StatusOK, view{Lang: lang, Title: say(locales.Say("rating.thanks"))}
}

// askRating is the question: one press, and a line if one likes.
func askRating(office *booking.Office, lang string) view {
	say := locales.For(lang).Say
	v := view{
		Lang: lang, Title: say(locales.Say("rating.title")), Text: []string{say(locales.Say("rating.why", "Office", locales.Text(office.Name)))},
		Ask: say(locales.Say("rating.ask")), Line: say(locales.Say("rating.field")),
	}
	g := group{Close: true}
	for _, c := range dialogs.StarChoices() {
		g.Buttons = append(g.Buttons, button{Do: c.ID, Label: say(c.Label)})
	}
	v.Groups = []group{g}
	return v
}
