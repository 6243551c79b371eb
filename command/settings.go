package command

import (
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"os"
	"reflect"
	"strings"

	"github.com/caarlos0/env/v11"
)

// settings is the environment of an installation. A secret may stand in a file
// instead, which the variable with _FILE behind its name names.
type settings struct {
	DatabaseURL    string   `env:"DATABASE_URL" secret:"yes" does:"PostgreSQL to use, such as postgres://user:password@host:5432/database"`
	Office         string   `env:"OFFICE" does:"office file, or folder with one file per office (default: the sample office, Werne's)"`
	Towns          string   `env:"TOWNS" does:"folder with one folder per town, which holds its office files and its variables in settings.env"`
	Listen         string   `env:"LISTEN" envDefault:":8080" does:"address and port of the program's HTTP server"`
	PublicURL      *url.URL `town:"own" env:"PUBLIC_URL" does:"https address under which that server is reached from outside"`
	MetricsListen  string   `env:"METRICS_LISTEN" does:"address and port of their own for /metrics and /readyz?verbose, such as 127.0.0.1:9090; without one they are at LISTEN"`
	TrustedProxies networks `env:"TRUSTED_PROXIES" does:"proxies in front, as networks or addresses such as 10.0.0.0/8,::1, whose X-Forwarded-For is believed"`

	Web bool `town:"own" env:"WEB" does:"true turns the talk in the browser and the town's pages at PUBLIC_URL on; needs mail"`

	TelegramToken  string   `town:"own" env:"TELEGRAM_TOKEN" secret:"yes" does:"token of the bot, from BotFather; turns Telegram on"`
	TelegramAPI    *url.URL `town:"shared" env:"TELEGRAM_API_URL" envDefault:"https://api.telegram.org" does:"Bot API server of one's own"`
	TelegramSecret string   `town:"own" env:"TELEGRAM_WEBHOOK_SECRET" secret:"yes" does:"16 to 256 letters, digits, _ and -; turns the webhook at PUBLIC_URL/telegram/webhook on, otherwise updates are polled"`
	TelegramRate   float64  `town:"shared" env:"TELEGRAM_RATE" envDefault:"29.5" does:"notices a second that are sent at most, 0 for no limit; Telegram takes about 30 from a bot"`

	SMTPURL      string `town:"shared" env:"SMTP_URL" secret:"yes" does:"mail server, such as smtp://user:password@host:587 or smtps://…; turns mail on, with links to PUBLIC_URL"`
	MailFrom     string `town:"own" env:"MAIL_FROM" does:"whose mails they are, such as Bürgerbüro <termine@example.org>"`
	DKIMKey      string `town:"own" env:"DKIM_KEY" secret:"yes" does:"private key that mails are signed with, as PEM; not needed where the mail server signs"`
	DKIMSelector string `town:"own" env:"DKIM_SELECTOR" does:"selector under which that key stands in the DNS"`

	MattermostURL          *url.URL      `town:"own" env:"MATTERMOST_URL" does:"Mattermost of the staff, such as https://chat.example.org; turns it on for staff; Mattermost calls PUBLIC_URL/mattermost/"`
	MattermostToken        string        `town:"own" env:"MATTERMOST_TOKEN" secret:"yes" does:"access token of the bot account"`
	MattermostCommand      string        `town:"own" env:"MATTERMOST_COMMAND" envDefault:"termin" does:"trigger word of the slash command, without the slash; two towns in one team of Mattermost need two"`
	MattermostCommandToken string        `town:"own" env:"MATTERMOST_COMMAND_TOKEN" secret:"yes" does:"token of the slash command"`
	MattermostSecret       string        `town:"own" env:"MATTERMOST_SECRET" secret:"yes" does:"at least 32 random characters, with which buttons are signed"`
	MattermostChannels     staffChannels `town:"own" env:"MATTERMOST_CHANNELS" does:"ID of the staff's channel, or with several offices office=ID,office=ID"`
	MattermostDirect       bool          `town:"shared" env:"MATTERMOST_DIRECT" envDefault:"true" does:"whether who writes to the bot directly is answered by a message that Mattermost keeps, with buttons that never run out"`
	MattermostLead         string        `town:"own" env:"MATTERMOST_LEAD" does:"user name or ID of the first lead, who gives the others their roles"`
}

// readSettings reads the settings from environ, whose entries are as those of
// os.Environ. The error names every variable that is wrong.
func readSettings(environ []string) (settings, error) {
	s, all := examineSettings(environ)
	return s, all.join()
}

// examineSettings reads as much of the settings as can be read, and says what
// is wrong with the rest.
func examineSettings(environ []string) (settings, faults) { return examineValues(env.ToMap(environ)) }

// examineValues does the same with the values of variables.
func examineValues(values map[string]string) (settings, faults) {
	var s settings
	values, all := withFiles(values)
	all = append(all, unreadable(env.ParseWithOptions(&s, env.Options{Environment: values}))...)
	all = append(all, s.faults()...)
	return s, all
}

func environment() map[string]string { return env.ToMap(os.Environ()) }

// withFiles reads the secrets that _FILE variables point to.
func withFiles(values map[string]string) (map[string]string, faults) {
	var all faults
	for _, v := range variables() {
		path := values[v.name+"_FILE"]
		if !v.secret || path == "" {
			continue
		}
		if values[v.name] != "" {
			all.add(v.name, "%s and %s_FILE are both set; one of them was expected", v.name, v.name)
			continue
		}
		content, err := os.ReadFile(path)
		secret := strings.TrimSpace(string(content))
		switch {
		case err != nil:
			all.add(v.name, "%s_FILE: %w", v.name, err)
		case secret == "":
			all.add(v.name, "%s_FILE: there is nothing in %s", v.name, path)
		}
		values[v.name] = secret
	}
	return values, all
}

// networks is a list with commas of networks; an address is a network of one.
type networks []netip.Prefix

// UnmarshalText reads the list.
func (n *networks) UnmarshalText(text []byte) error {
	for part := range strings.SplitSeq(string(text), ",") {
		part = strings.TrimSpace(part)
		network, err := netip.ParsePrefix(part)
		if err != nil {
			var address netip.Addr
			if address, err = netip.ParseAddr(part); err == nil {
				network, err = address.Prefix(address.BitLen())
			}
		}
		if err != nil {
			return fmt.Errorf("networks or addresses such as 10.0.0.0/8,::1 were expected, not %q", part)
		}
		*n = append(*n, network)
	}
	return nil
}

// variable is one of the environment's variables.
type variable struct {
	name, does, byDefault string
	secret                bool
	whose                 whose
}

// variables lists what settings reads, in its order.
func variables() []variable {
	var all []variable
	t := reflect.TypeFor[settings]()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name, _, _ := strings.Cut(tag.Get("env"), ",")
		all = append(all, variable{name, tag.Get("does"), tag.Get("envDefault"), tag.Get("secret") == "yes", whose(tag.Get("town"))})
	}
	return all
}

// describeSettings lists every variable for people.
func describeSettings(w io.Writer) {
	fmt.Fprintln(w, "terminbote serve reads its settings from the environment:")
	for _, v := range variables() {
		fmt.Fprintf(w, "\n  %s\n      %s", v.name, v.does)
		if v.byDefault != "" {
			fmt.Fprintf(w, " (default: %s)", v.byDefault)
		}
		if v.secret {
			fmt.Fprintf(w, "; %s_FILE may name a file that holds it", v.name)
		}
		fmt.Fprintln(w)
	}
}
