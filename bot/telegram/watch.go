package telegram

import (
	"context"
	"errors"
	"time"

	"terminbote/bot/telegram/botapi"
)

// Updates is what the metrics call the way by which updates come in: it can be
// cut while calls of ours go through.
const Updates = "telegram_updates"

// What keeps updates from us, in words without addresses or tokens.
var (
	errNoWebhook   = errors.New("the webhook was removed or given to another program")
	errUndelivered = errors.New("Telegram could not deliver to the webhook lately")
)

// lately is how far back a delivery that failed is of interest.
const lately = 5 * time.Minute

// Check asks Telegram whether updates still go to our webhook, and has them sent
// there again where they do not. Where updates are polled, every poll shows how
// that fares.
func (t *Telegram) Check(ctx context.Context) {
	if !t.Introduced() || t.settings.Secret == "" {
		return
	}
	err := t.lookAtWebhook(ctx)
	if ctx.Err() != nil {
		return
	}
	t.heard(err)
	if errors.Is(err, errNoWebhook) {
		t.log.ErrorContext(ctx, "no updates come in; the webhook is set again", "error", err)
		t.setAgain(ctx)
	}
}

// lookAtWebhook says what keeps updates from coming in.
func (t *Telegram) lookAtWebhook(ctx context.Context) error {
	info, err := botapi.Call[webhookInfo](ctx, t.api, "getWebhookInfo", struct{}{})
	switch {
	case err != nil:
		return err
	case info.URL != t.settings.WebhookURL:
		return errNoWebhook
	case info.LastError != "" && t.host.Now().Sub(time.Unix(info.LastErrorAt, 0)) < lately:
		return errUndelivered
	}
	return nil
}

// polled notes how a poll went. A webhook that somebody has set would keep all
// updates from us, so it is removed.
func (t *Telegram) polled(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	t.heard(err)
	if f, _ := botapi.Failed(err); f.Reason() == botapi.WebhookActive {
		t.setAgain(ctx)
	}
}

// setAgain tells Telegram once more where updates go.
func (t *Telegram) setAgain(ctx context.Context) {
	if err := t.setWebhook(ctx); err != nil {
		t.log.WarnContext(ctx, "Telegram was not told where updates go", "error", err)
	}
}

// heard notes whether updates come in.
func (t *Telegram) heard(err error) { t.host.Metrics.Seen(Updates, t.host.Now(), err) }
