package bot

import (
	"context"
	"fmt"

	"terminbote/booking"
	"terminbote/bot/report"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/statistics"
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

// reported is the report of a turn and whose it is.
func (t *exchange) reported() (*statistics.Report, *booking.Office) {
	if t.report == nil {
		return nil, nil
	}
	o, _ := t.known.Town.Office(t.report.Office)
	return t.report, o
}

// drawReport adds a report's chart and table to the page. That takes a moment, in
// which no transaction waits; without them the page has its figures in words.
func (h *Host) drawReport(ctx context.Context, p *Page) {
	if p.report == nil || p.office == nil {
		return
	}
	picture, err := report.Chart(p.Lang, p.office, *p.report)
	if err == nil {
		var table []byte
		table, err = report.Table(p.Lang, p.office, *p.report)
		name := fmt.Sprintf("%s-%s-%s", locales.For(p.Lang).Say(locales.Say("report.file")), p.report.From, p.report.To)
		p.Remarks = append(p.Remarks, locales.For(p.Lang).Say(locales.Say("staff.statistics_files")))
		p.Files = append(p.Files, File{name + ".png", "image/png", picture}, File{name + ".csv", "text/csv", table})
	}
	if err != nil {
		h.Log.ErrorContext(ctx, "report not drawn", "error", err)
	}
	p.report, p.office = nil, nil
}
