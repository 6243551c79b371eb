package command

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"time"

	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/web"
	"terminbote/storage"
)

// mail prepares for sending mails. It is nil if they are off.
func (s settings) mail(now func() time.Time, log *slog.Logger, seen func(error)) (*mail.Mail, error) {
	if s.SMTPURL == "" {
		return nil, nil
	}
	server, err := url.Parse(s.SMTPURL)
	if err != nil {
		return nil, mail.ErrServer // its own text repeats the password
	}
	page, books := &url.URL{}, (*url.URL)(nil)
	if s.PublicURL != nil {
		page = s.PublicURL.JoinPath(web.Path)
	}
	if s.PublicURL != nil && s.wantsWeb() {
		books = s.PublicURL.JoinPath(web.ConcernPath)
	}
	return mail.New(mail.Settings{
		Server: server, From: s.MailFrom, Selector: s.DKIMSelector, Key: s.DKIMKey, Page: page, Booking: books, Now: now, Log: log, Seen: seen,
	})
}

// mailFaults is what is wrong with the variables about mail.
func (s settings) mailFaults() faults {
	var all faults
	_, err := s.mail(nil, slog.New(slog.DiscardHandler), nil)
	switch {
	case errors.Is(err, mail.ErrServer):
		all.add("SMTP_URL", "SMTP_URL: an address like smtp://user:password@host:587 or smtps://user:password@host:465 was expected, "+
			"with / and @ in a password written as %%2F and %%40")
	case errors.Is(err, mail.ErrFrom):
		all.add("MAIL_FROM", "MAIL_FROM: a sender like Bürgerbüro <termine@example.org> was expected, not %q", s.MailFrom)
	case err != nil:
		all.add("DKIM_KEY", "DKIM_KEY: an RSA or Ed25519 key as PEM was expected")
	}
	if s.SMTPURL != "" && s.PublicURL == nil {
		all.add("PUBLIC_URL", "PUBLIC_URL: an address like https://termine.example.org was expected, since mails have links to it")
	}
	if (s.DKIMKey == "") != (s.DKIMSelector == "") {
		all.add("DKIM_SELECTOR", "DKIM_SELECTOR: it and DKIM_KEY are set together, or neither")
	}
	return all
}

// openPages opens the pages behind the links in mails, and has mails recorded.
func (s *town) openPages(store *storage.Store) {
	if s.mail == nil {
		return
	}
	s.mail.Postbook = store
	s.pages.open(&web.Pages{Letters: store, Ratings: store, Town: s.files.Current, Now: s.now, Log: s.log, Metrics: s.metrics})
}

// learnMail asks the mail server which addresses it takes until it answers.
// Until then every one is taken.
func (s *town) learnMail(ctx context.Context) {
	for ctx.Err() == nil {
		err := s.mail.Learn(ctx)
		if err == nil {
			return
		}
		bot.Pause(ctx, learnMailAgain) // what is wrong has been logged
	}
}

// learnMailAgain is the pause before the mail server is asked again.
const learnMailAgain = time.Minute
