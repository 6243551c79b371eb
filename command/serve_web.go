package command

import (
	"fmt"
	"net/http"

	"rsc.io/qr"

	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/storage"
)

// wantsWeb tells whether the talk in the browser is on.
func (s settings) wantsWeb() bool { return s.Web }

// webFaults is what is missing for the talk in the browser: who books there is
// written to by mail, and by nothing else.
func (s settings) webFaults() faults {
	var all faults
	if !s.wantsWeb() {
		return nil
	}
	if s.SMTPURL == "" {
		all.add("SMTP_URL", "SMTP_URL: an address like smtp://user:password@host:587 was expected, since WEB is on: who books there is written to by mail")
	}
	if s.PublicURL == nil {
		all.add("PUBLIC_URL", "PUBLIC_URL: an address like https://termine.example.org was expected, since WEB is on")
	}
	return all
}

// newSite prepares the town's site. It is nil if that is off.
func (s *town) newSite() *web.Site {
	if !s.settings.wantsWeb() {
		return nil
	}
	return web.NewSite(web.Settings{Town: s.files.Current, PublicURL: s.settings.PublicURL, Now: s.now, Log: s.log, QR: scannable})
}

// enterPages enters the pages for people into mux: the whole site, or those
// alone to which links in mails lead.
func (s *town) enterPages(mux *http.ServeMux) {
	switch {
	case s.site != nil:
		s.site.Enter(mux)
	case s.mail != nil:
		web.Handle(mux, &s.pages)
		web.HandleAssets(mux, s.files.Current)
	}
}

// openSite lets the site work.
func (s *town) openSite(store *storage.Store, host *bot.Host) {
	if s.site != nil {
		s.site.Open(web.Backend{Host: host, Letters: store, Times: store, Answers: store, Ratings: store, Tickets: store, Telegram: s.telegramLink})
	}
}

// scannable draws a link as a picture for phones.
func scannable(link string) ([]byte, error) {
	code, err := qr.Encode(link, qr.M)
	if err != nil {
		return nil, fmt.Errorf("draw QR code: %w", err)
	}
	code.Scale = 8
	return code.PNG(), nil
}
