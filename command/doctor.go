package command

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/bot/mattermost"
	"terminbote/bot/telegram"
	"terminbote/diagnosis"
	"terminbote/storage"
)

// examinationTime is how long one thing may take to answer.
const examinationTime = 20 * time.Second

// runDoctor reads the settings as serve does, looks at everything that serve
// would depend on, and says what is wrong. It starts and changes nothing.
func runDoctor(ctx context.Context, c console, args []string) error {
	set := c.flags("doctor")
	to := set.String("mail-to", "", "send a test letter to `ADDRESS`")
	which := townFlag(set)
	if _, err := parse(set, args); err != nil {
		return err
	}
	s, wrong, err := which.examine()
	if err != nil {
		return err
	}
	d := doctor{settings: s, wrong: wrong, mailTo: *to, now: c.now}
	var all diagnosis.Report
	for _, look := range []func(context.Context) diagnosis.Report{
		d.lookAtSettings, d.lookAtOffice, d.lookAtDatabase, d.lookAtTelegram, d.lookAtMail, d.lookAtMattermost, d.lookAtPublicURL,
	} {
		limited, cancel := context.WithTimeout(ctx, examinationTime)
		found := look(limited)
		cancel()
		if err := printReport(c.out, found); err != nil {
			return err
		}
		all = append(all, found...)
	}
	if !all.Healthy() {
		return fmt.Errorf("%d of %d findings are faults", faultsIn(all), len(all))
	}
	return nil
}

func printReport(w io.Writer, r diagnosis.Report) error {
	for _, f := range r {
		line := fmt.Sprintf("✓ %s: %s\n", f.What, f.Good)
		if f.Wrong != "" {
			line = fmt.Sprintf("✗ %s: %s\n  → %s\n", f.What, f.Wrong, f.Helps)
		}
		if _, err := io.WriteString(w, line); err != nil {
			return err
		}
	}
	return nil
}

func faultsIn(r diagnosis.Report) (n int) {
	for _, f := range r {
		if f.Wrong != "" {
			n++
		}
	}
	return n
}

// doctor looks at what an installation depends on.
type doctor struct {
	settings settings
	wrong    faults // in the settings
	town     booking.Town
	mailTo   string
	now      func() time.Time
}

// clear tells whether none of the variables is wrong: what is built upon one
// that is cannot be looked at.
func (d *doctor) clear(variables ...string) bool {
	return !slices.ContainsFunc(d.wrong, func(f fault) bool {
		return slices.Contains(variables, f.variable)
	})
}

func (d *doctor) lookAtSettings(context.Context) (r diagnosis.Report) {
	for _, f := range d.wrong.first() {
		r.Wrong("settings", "terminbote serve --help lists all variables, docs/running.md explains them.", "%v", f.err)
	}
	if len(r) == 0 {
		r.Good("settings", "in order")
	}
	return r
}

func (d *doctor) lookAtOffice(context.Context) (r diagnosis.Report) {
	town, err := loadTown(d.settings.Office)
	if err != nil {
		r.Wrong("OFFICE", "Correct the file; terminbote office check FILE says when it is in order.", "%v", err)
		return r
	}
	d.town = town
	for _, o := range town.Offices {
		r.Good("OFFICE", "%s (%s)", o.ID, o.Name.In(o.Lang))
	}
	return r
}

func (d *doctor) lookAtDatabase(ctx context.Context) diagnosis.Report {
	if !d.clear("DATABASE_URL") {
		return nil
	}
	return storage.Diagnose(ctx, d.settings.DatabaseURL)
}

func (d *doctor) lookAtTelegram(ctx context.Context) (r diagnosis.Report) {
	switch {
	case !d.settings.wantsTelegram():
		r.Good("telegram", "off; TELEGRAM_TOKEN turns it on")
		return r
	case !d.clear("TELEGRAM_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_WEBHOOK_SECRET", "PUBLIC_URL"):
		return nil
	}
	return telegram.Diagnose(ctx, d.settings.telegramSettings())
}

func (d *doctor) lookAtMail(ctx context.Context) (r diagnosis.Report) {
	switch {
	case d.settings.SMTPURL == "" && d.mailTo != "":
		r.Wrong("mail", "Set SMTP_URL and MAIL_FROM.", "off, so that no test letter can be sent")
		return r
	case d.settings.SMTPURL == "":
		r.Good("mail", "off; SMTP_URL turns it on")
		return r
	case !d.clear("SMTP_URL", "MAIL_FROM", "DKIM_KEY", "DKIM_SELECTOR"):
		return nil
	}
	post, err := d.settings.mail(d.now, slog.New(slog.DiscardHandler), nil)
	if err != nil {
		return nil // the settings say so
	}
	lang := ""
	if len(d.town.Offices) > 0 {
		lang = d.town.Offices[0].Lang
	}
	r = post.Diagnose(ctx, d.mailTo, lang, net.DefaultResolver.LookupTXT)
	if d.mailTo == "" {
		r.Good("test letter", "none sent; --mail-to ADDRESS sends one")
	}
	return r
}

func (d *doctor) lookAtMattermost(ctx context.Context) (r diagnosis.Report) {
	s := d.settings
	switch {
	case !s.wantsMattermost():
		r.Good("mattermost", "off; MATTERMOST_URL turns it on")
		return r
	case !d.clear("MATTERMOST_URL", "MATTERMOST_TOKEN", "MATTERMOST_CHANNELS", "MATTERMOST_LEAD"):
		return nil
	}
	channels, err := s.MattermostChannels.of(d.town)
	if err != nil && len(d.town.Offices) > 0 {
		r.Wrong("MATTERMOST_CHANNELS", "Name the offices as their files do.", "%v", err)
	}
	return append(r, mattermost.Diagnose(ctx, mattermost.Settings{URL: s.mattermostURL(), Token: s.MattermostToken, Command: s.MattermostCommand, Channels: channels}, s.MattermostLead)...)
}
