package bot

import (
	"context"
	"fmt"

	"terminbote/bot/report"
	"terminbote/dialogs"
	"terminbote/locales"
)

// files are the files that the results of a turn bring along.
func files(lang string, done []dialogs.Result) []File {
	var all []File
	for _, d := range done {
		if len(d.Data) > 0 {
			name := locales.For(lang).Say(locales.Say("data.file"))
			all = append(all, File{Name: name, Type: "application/json", Content: d.Data})
		}
	}
	return all
}

// reported is the report of a turn; nil where there is none.
func (t *exchange) reported() *Report {
	if t.report == nil {
		return nil
	}
	o, ok := t.known.Town.Office(t.report.Office)
	if !ok {
		return nil
	}
	return &Report{t.report, o}
}

// drawReport adds a report's chart and table to the page. That takes a moment, in
// which no transaction waits; without them the page has its figures in words.
func (h *Host) drawReport(ctx context.Context, p *Page) {
	if p.Report == nil {
		return
	}
	picture, err := report.Chart(p.Lang, p.Report.Office, *p.Report.Figures)
	if err == nil {
		var table []byte
		table, err = report.Table(p.Lang, p.Report.Office, *p.Report.Figures)
		name := fmt.Sprintf("%s-%s-%s", locales.For(p.Lang).Say(locales.Say("report.file")), p.Report.Figures.From, p.Report.Figures.To)
		p.Remarks = append(p.Remarks, locales.For(p.Lang).Say(locales.Say("staff.statistics_files")))
		p.Files = append(p.Files, File{name + ".png", "image/png", picture}, File{name + ".csv", "text/csv", table})
	}
	if err != nil {
		h.Log.ErrorContext(ctx, "report not drawn", "error", err)
	}
	p.Report = nil
}
