package main

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"strings"

	"github.com/caarlos0/env/v11"
)

// settings is what an installation says in its environment. A secret may lie
// in a file instead: the variable with _FILE behind its name says where.
type settings struct {
	DatabaseURL    string         `env:"DATABASE_URL,required,notEmpty" secret:"yes" does:"PostgreSQL to use, as a URL"`
	Office         string         `env:"OFFICE" does:"office file, or folder with one file per office (default: the sample office, Werne's)"`
	Listen         string         `env:"LISTEN" envDefault:":8080" does:"address and port of the program's HTTP server"`
	PublicURL      *url.URL       `env:"PUBLIC_URL" does:"https address under which that server is reached from outside"`
	TrustedProxies []netip.Prefix `env:"TRUSTED_PROXIES" does:"networks of proxies in front, such as 10.0.0.0/8,::1/128, whose X-Forwarded-For is believed"`

	TelegramToken  string   `env:"TELEGRAM_TOKEN" secret:"yes" does:"token of the bot, from BotFather; turns Telegram on"`
	TelegramAPI    *url.URL `env:"TELEGRAM_API_URL" envDefault:"https://api.telegram.org" does:"Bot API server of one's own"`
	TelegramSecret string   `env:"TELEGRAM_WEBHOOK_SECRET" secret:"yes" does:"1 to 256 letters, digits, _ and -; turns the webhook at PUBLIC_URL/telegram/webhook on, otherwise updates are polled"`
}

const webhookPath = "/telegram/webhook"

// readSettings reads the settings from environ, whose entries are as those of
// os.Environ. The error names every fault there is.
func readSettings(environ []string) (settings, error) {
	var s settings
	values, faults := withFiles(env.ToMap(environ))
	err := env.ParseWithOptions(&s, env.Options{Environment: values})
	var several env.AggregateError
	if errors.As(err, &several) {
		faults = append(faults, several.Errors...)
	} else if err != nil {
		faults = append(faults, err)
	}
	faults = append(faults, s.faults()...)
	return s, errors.Join(faults...)
}

func environment() map[string]string { return env.ToMap(os.Environ()) }

// withFiles takes secrets from the files that _FILE variables name.
func withFiles(values map[string]string) (map[string]string, []error) {
	var faults []error
	for _, v := range variables() {
		path := values[v.name+"_FILE"]
		if !v.secret || path == "" {
			continue
		}
		if values[v.name] != "" {
			faults = append(faults, fmt.Errorf("%s and %s_FILE are both set; one of them is expected", v.name, v.name))
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s_FILE: %w", v.name, err))
			continue
		}
		values[v.name] = strings.TrimSpace(string(content))
	}
	return values, faults
}

var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)

// faults is what the values cannot be together.
func (s settings) faults() []error {
	var all []error
	if s.TelegramSecret != "" && !secretForm.MatchString(s.TelegramSecret) {
		all = append(all, errors.New("TELEGRAM_WEBHOOK_SECRET: 1 to 256 letters, digits, _ and - were expected"))
	}
	if s.TelegramSecret != "" && (s.PublicURL == nil || s.PublicURL.Host == "") {
		all = append(all, errors.New("PUBLIC_URL: an address like https://termine.example.org was expected, since TELEGRAM_WEBHOOK_SECRET is set"))
	}
	for _, u := range []struct {
		name string
		url  *url.URL
	}{{"PUBLIC_URL", s.PublicURL}, {"TELEGRAM_API_URL", s.TelegramAPI}} {
		if u.url != nil && u.url.Scheme != "https" && u.url.Scheme != "http" {
			all = append(all, fmt.Errorf("%s: an address that begins with https:// was expected", u.name))
		}
	}
	if s.TelegramToken == "" {
		all = append(all, errors.New("TELEGRAM_TOKEN: no network is on; set the token of a Telegram bot"))
	}
	return all
}

// variable is one of the environment's variables.
type variable struct {
	name, does, byDefault string
	secret                bool
}

// variables lists what settings reads, in its order.
func variables() []variable {
	var all []variable
	t := reflect.TypeFor[settings]()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name, _, _ := strings.Cut(tag.Get("env"), ",")
		all = append(all, variable{name, tag.Get("does"), tag.Get("envDefault"), tag.Get("secret") == "yes"})
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
