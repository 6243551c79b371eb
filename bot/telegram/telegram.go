package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	api "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"terminbote/bot"
	"terminbote/dialogs"
)

// Channel is Telegram's name among the networks.
const Channel = "telegram"

// Settings is what an installation says about Telegram.
type Settings struct {
	Token  string
	APIURL string // of the Bot API server, without a slash at the end
	// Secret is what Telegram sends along with each call of the webhook.
	// Without one, updates are polled.
	Secret string
	// WebhookURL is where Telegram finds the webhook, where there is a Secret.
	WebhookURL string
	// Rate is how many notices a second go out at most; 0 is no limit.
	Rate float64
}

// Telegram is one bot on Telegram.
type Telegram struct {
	settings Settings
	host     *bot.Host
	log      *slog.Logger
	api      *api.Bot
	http     *http.Client
	lanes    *bot.Lanes

	received bot.Batcher[dialogs.Update]
	drawn    bot.Batcher[dialogs.Drawing]
	pacer    *pacer
	me       *models.User

	introduced atomic.Bool
	poller     bot.Elector // lets one replica poll
}

const (
	// callTimeout is how long one call of the Bot API may take.
	callTimeout = 30 * time.Second
	// workers is how many chats are answered side by side.
	workers = 24
	// mostCalls is how many connections to the Bot API are kept, for answers
	// and notices side by side.
	mostCalls = 160
	// sweepEvery is how often is looked for what a crash left unanswered or
	// undrawn, and leftAlone how long it must lie there before.
	sweepEvery = 5 * time.Second
	leftAlone  = 10 * time.Second
)

// New makes a bot of the settings. It calls nobody yet.
func New(settings Settings, host *bot.Host, poller bot.Elector) (*Telegram, error) {
	transport := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		ForceAttemptHTTP2:   true,
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: callTimeout,
		MaxIdleConnsPerHost: mostCalls,
		MaxIdleConns:        mostCalls,
	}
	t := &Telegram{
		settings: settings,
		host:     host,
		log:      host.Log.With("channel", Channel),
		http:     &http.Client{Transport: transport},
		poller:   poller,
		pacer:    newPacer(settings.Rate),
	}
	var err error
	t.api, err = api.New(settings.Token,
		api.WithSkipGetMe(),
		api.WithServerURL(settings.APIURL),
		api.WithHTTPClient(callTimeout, t.http),
		api.WithErrorsHandler(func(err error) { t.log.Warn("call of the Bot API", "error", err) }),
	)
	if err != nil {
		return nil, fmt.Errorf("make telegram bot: %w", err)
	}
	t.lanes = bot.NewLanes(t.answer)
	t.received.Do = func(ctx context.Context, updates []dialogs.Update) error {
		return host.Inbox.Receive(ctx, host.Now(), updates...)
	}
	t.drawn.Do = func(ctx context.Context, drawings []dialogs.Drawing) error {
		return host.Screens.Drawn(ctx, drawings...)
	}
	return t, nil
}

// Run introduces the bot to Telegram and answers until ctx ends; turns in hand
// are finished first. The error says that the token or the webhook's address
// is wrong; a server that cannot be reached is tried again.
func (t *Telegram) Run(ctx context.Context) error {
	if err := t.introduce(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	var all sync.WaitGroup
	all.Go(func() { t.lanes.Run(ctx, workers) })
	all.Go(func() { t.sweep(ctx) })
	all.Go(func() { _ = t.persist(ctx, t.layDownCommands) }) // nobody waits for the menu
	if t.settings.Secret == "" {
		all.Go(func() { t.poll(ctx) })
	}
	all.Wait()
	return nil
}

// sweep wakes the chats that a crash, of this program or of another replica,
// left unanswered or undrawn.
func (t *Telegram) sweep(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		before := t.host.Now().Add(-leftAlone)
		for _, left := range []func(context.Context, string, time.Time) ([]dialogs.Chat, error){
			t.host.Inbox.Waiting, t.host.Screens.Undrawn,
		} {
			chats, err := left(ctx, Channel, before)
			if err != nil && ctx.Err() == nil {
				t.log.ErrorContext(ctx, "look for what was left", "error", err)
			}
			for _, chat := range chats {
				t.lanes.Wake(chat)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
