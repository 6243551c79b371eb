package mattermost

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// Channel is Mattermost's name among the networks.
const Channel = "mattermost"

// Path is below what Mattermost calls us: the command, buttons and forms.
const Path = "/mattermost/"

// Settings is what an installation says about Mattermost.
type Settings struct {
	URL          string // of the server
	Token        string // of the bot account
	Command      string // trigger word of the slash command, without the slash
	CommandToken string // that the slash command carries
	Secret       string // what tickets are signed with
	// PublicURL is where Mattermost finds us.
	PublicURL *url.URL
	// Channels is the staff's channel of each office, by its ID.
	Channels map[booking.OfficeID]string
	// Direct has those who write to the bot directly answered by a message that
	// is stored there, whose buttons never run out.
	Direct bool
}

// Mattermost lets staff work in one Mattermost server.
type Mattermost struct {
	settings Settings
	host     *bot.Host
	board    dialogs.DayPosts
	counter  dialogs.Counter     // nil: staff hold no talks of citizens
	town     func() booking.Town // by its office files as they are now
	leader   bot.Elector         // lets one replica keep the day posts
	log      *slog.Logger
	api      *model.Client4
	seal     seal
	staff    staff
	direct   sync.Map // by user: the channel between them and us, where that was looked up
	mux      *http.ServeMux
	late     sync.WaitGroup // answers that take longer than Mattermost waits
}

const (
	// callTimeout is how long one call of Mattermost may take.
	callTimeout = 5 * time.Second
	// mostCalls is how many connections to it are kept.
	mostCalls = 16
)

// New makes the desk in Mattermost. It calls nobody yet.
func New(settings Settings, host *bot.Host, board dialogs.DayPosts, town func() booking.Town, leader bot.Elector) (*Mattermost, error) {
	seal, err := newSeal(settings.Secret)
	if err != nil {
		return nil, err
	}
	m := &Mattermost{
		settings: settings, host: host, board: board, town: town, leader: leader,
		log: host.Log.With("channel", Channel), api: model.NewAPIv4Client(settings.URL), seal: seal,
	}
	m.api.SetToken(settings.Token)
	m.api.HTTPClient = &http.Client{Timeout: callTimeout, Transport: host.Metrics.Watch(Channel, host.Now, &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		ForceAttemptHTTP2:   true,
		IdleConnTimeout:     45 * time.Second, // before Mattermost closes it, after a minute
		TLSHandshakeTimeout: callTimeout,
		MaxIdleConnsPerHost: mostCalls,
	})}
	m.staff = staff{ask: m.lookUp, now: host.Now, known: map[string]member{}}
	m.mux = http.NewServeMux()
	m.mux.HandleFunc("POST "+commandPath, m.command)
	m.mux.HandleFunc("POST "+actionPath, m.action)
	m.mux.HandleFunc("POST "+formPath, m.form)
	return m, nil
}

// Run keeps the day posts and the threads of talks until ctx ends; answers in hand
// are finished then.
func (m *Mattermost) Run(ctx context.Context) {
	m.leader.Lead(ctx, func(ctx context.Context) {
		var both sync.WaitGroup
		both.Go(func() { m.keepDayPosts(ctx) })
		both.Go(func() { m.keepThreads(ctx) })
		both.Wait()
	})
	m.late.Wait()
}

// ServeHTTP answers Mattermost's calls.
func (m *Mattermost) ServeHTTP(w http.ResponseWriter, r *http.Request) { m.mux.ServeHTTP(w, r) }

// Find is the user with that name or ID.
func (m *Mattermost) Find(ctx context.Context, who string) (dialogs.Colleague, error) {
	find := m.api.GetUserByUsername
	if model.IsValidId(who) {
		find = m.api.GetUser
	}
	user, _, err := find(ctx, who, "")
	if err != nil {
		return dialogs.Colleague{}, plainly(err) // it names the person looked for
	}
	return colleague(user.Id, user.Username), nil
}

// status is what Mattermost refused a call with; 0 where it was not reached.
func status(err error) int {
	var refused *model.AppError
	if errors.As(err, &refused) {
		return refused.StatusCode
	}
	return 0
}
