package mail

import (
	"context"
	"errors"
	"net/textproto"
)

// Check asks the mail server whether it lets us in and takes mails from us.
// Nothing is sent.
func (m *Mail) Check(ctx context.Context) {
	if m.server.take(ctx) != nil {
		return // all connections are in use, which shows it as well
	}
	defer func() { <-m.server.turns }()
	c, err := m.server.call(ctx, false)
	if err != nil {
		return // calling has noted it
	}
	defer c.hangUp()
	err = c.session.Mail(m.from.Address)
	if ctx.Err() != nil {
		return
	}
	var refused *textproto.Error
	if errors.As(err, &refused) && refused.Code/100 == 5 {
		m.server.seen(errRefused)
		return
	}
	_ = c.session.Reset() // nothing was sent
	m.server.seen(nil)
}
