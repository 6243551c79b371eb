package command

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"terminbote/booking"
	"terminbote/bot/web"
	"terminbote/locales"
)

// snippets is what a town's home page takes over: a link, a button, and the
// talk in a frame.
var snippets = template.Must(template.New("snippets").Parse(`
{{define "link"}}<a href="{{.Page}}">{{.Label}}</a>{{end}}
{{define "button"}}<a href="{{.Page}}" style="display:inline-block;padding:.75em 1.25em;border-radius:.5em;` +
	`background:#1b5799;color:#fff;font-weight:600;text-decoration:none">{{.Label}}</a>{{end}}
{{define "frame"}}<iframe src="{{.Talk}}" title="{{.Label}}" style="width:100%;height:45rem;border:0"></iframe>{{end}}
`))

// printHTML prints the snippets for a concern or category.
func (c console) printHTML(town booking.Town, id, public string) error {
	base, err := url.Parse(public)
	if err != nil || !isBase(base) {
		return wrongCall{fmt.Sprintf("--url or PUBLIC_URL: an address like https://termine.example.org was expected, not %q", public)}
	}
	page, name := web.PageOf(town, id)
	p := locales.For(town.Offices[0].Lang)
	data := struct{ Page, Talk, Label string }{
		base.JoinPath(page).String(), base.JoinPath(web.TalkPath).String(), p.Say(locales.Say("link.html.label", "Concern", locales.Text(name))),
	}
	if strings.HasPrefix(page, web.ConcernPath) {
		data.Talk += "?concern=" + url.QueryEscape(id)
	}
	for _, s := range []struct{ name, note string }{
		{"link", p.Say(locales.Say("link.html.link"))},
		{"button", p.Say(locales.Say("link.html.button"))},
		{"frame", p.Say(locales.Say("link.html.frame"))},
	} {
		fmt.Fprintf(c.out, "<!-- %s -->\n", s.note)
		if err := snippets.ExecuteTemplate(c.out, s.name, data); err != nil {
			return err
		}
		fmt.Fprint(c.out, "\n\n")
	}
	return nil
}
