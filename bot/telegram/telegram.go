package telegram

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
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
	Rate  float64
	Turns func(sender string) bot.Turns // where replicas take turns at that rate; nil: nowhere
}

// Telegram is one bot on Telegram.
type Telegram struct {
	settings Settings
	host     *bot.Host
	log      *slog.Logger
	api      *botapi.Client
	engine   *bot.Engine
	limiter  *bot.Limiter
	me       me

	introduced atomic.Bool
	poller     bot.Elector // lets one replica poll
}

// perChat is how long lies between two notices to one chat
// (https://core.telegram.org/bots/faq#broadcasting-to-users).
const perChat = time.Second

// New makes a bot of the settings. It calls nobody yet.
func New(settings Settings, host *bot.Host, poller bot.Elector) (*Telegram, error) {
	if settings.Token == "" {
		return nil, errors.New("make telegram bot: no token")
	}
	watch := func(calls http.RoundTripper) http.RoundTripper { return host.Metrics.Watch(Channel, host.Now, calls) }
	t := &Telegram{
		settings: settings,
		host:     host,
		log:      host.Log.With("channel", Channel),
		api:      botapi.New(settings.APIURL, settings.Token, watch),
		poller:   poller,
		limiter:  bot.NewLimiter(settings.Rate, perChat).ShareAs(Channel, settings.Token, settings.Turns),
	}
	t.engine = bot.NewEngine(Channel, network{t}, host)
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
	all.Go(func() { t.engine.Run(ctx) })
	all.Go(func() { _ = t.persist(ctx, t.setCommands) }) // nobody waits for the menu
	if t.settings.Secret == "" {
		all.Go(func() { t.poll(ctx) })
	}
	all.Wait()
	return nil
}
