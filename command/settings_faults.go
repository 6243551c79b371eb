package command

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"
)

// faults is what is wrong with the environment, by variable.
type faults []fault

type fault struct {
	variable string
	err      error
}

func (f *faults) add(variable, format string, args ...any) {
	*f = append(*f, fault{variable, fmt.Errorf(format, args...)})
}

// first is the first fault of each variable: what comes after follows from it.
func (f faults) first() faults {
	var said []string
	var all faults
	for _, one := range f {
		if !slices.Contains(said, one.variable) {
			said, all = append(said, one.variable), append(all, one)
		}
	}
	return all
}

// join is one error of the first faults, or nil.
func (f faults) join() error {
	var all []error
	for _, one := range f.first() {
		all = append(all, one.err)
	}
	return errors.Join(all...)
}

// unreadable is what could not be read into its field, by variable.
func unreadable(err error) faults {
	var several env.AggregateError
	if err == nil || !errors.As(err, &several) {
		return nil
	}
	var all faults
	for _, err := range several.Errors {
		var parse env.ParseError
		if !errors.As(err, &parse) {
			all.add(err.Error(), "%w", err)
			continue
		}
		name := variableOf(parse.Name)
		all.add(name, "%s: %w", name, parse.Err)
	}
	return all
}

// variableOf is the variable that is read into a field of settings.
func variableOf(field string) string {
	f, _ := reflect.TypeFor[settings]().FieldByName(field)
	return f.Tag.Get("env")
}

// secretForm is Telegram's form of a secret; what is shorter can be guessed.
var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{16,256}$`)

// faults is what the values cannot be, alone or together.
func (s settings) faults() faults {
	var all faults
	if !isPostgres(s.DatabaseURL) {
		// It is not repeated: it may well hold a password.
		all.add("DATABASE_URL", "DATABASE_URL: an address like postgres://user:password@host:5432/database was expected, "+
			"with / and @ in a password written as %%2F and %%40")
	}
	if _, _, err := net.SplitHostPort(s.Listen); err != nil {
		all.add("LISTEN", "LISTEN: an address and port such as :8080 or 127.0.0.1:8080 was expected, not %q", s.Listen)
	}
	if _, _, err := net.SplitHostPort(s.MetricsListen); s.MetricsListen != "" && err != nil {
		all.add("METRICS_LISTEN", "METRICS_LISTEN: an address and port such as 127.0.0.1:9090 was expected, not %q", s.MetricsListen)
	}
	if !s.hasOwnTown() {
		return all
	}
	return slices.Concat(all, s.townFaults())
}

// hasOwnTown tells whether there is a town by these variables, besides those of the
// folder TOWNS.
func (s settings) hasOwnTown() bool {
	return s.Towns == "" || s.wantsTelegram() || s.wantsMattermost() || s.wantsWeb()
}

// townFaults is what the values of a town cannot be.
func (s settings) townFaults() faults {
	var all faults
	if !s.wantsTelegram() && !s.wantsMattermost() && !s.wantsWeb() {
		all.add("TELEGRAM_TOKEN", "TELEGRAM_TOKEN: nobody could talk: set the token of a Telegram bot, WEB=true for the browser, or MATTERMOST_URL for staff")
	}
	if s.PublicURL != nil && !isBase(s.PublicURL) {
		all.add("PUBLIC_URL", "PUBLIC_URL: an address like https://termine.example.org was expected, not %q", s.PublicURL)
	}
	if s.PublicURL != nil && s.PublicURL.Scheme == "http" && !isNear(s.PublicURL.Hostname()) {
		all.add("PUBLIC_URL", "PUBLIC_URL: https was expected, not %q: names and codes would be read on the way; only an address of this house's network may do without", s.PublicURL)
	}
	return slices.Concat(all, s.telegramFaults(), s.webFaults(), s.mailFaults(), s.mattermostFaults())
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// isBase tells whether paths can be put behind an address of the web, and whether
// everybody may see it.
func isBase(u *url.URL) bool {
	return isWeb(u) && u.User == nil && u.RawQuery == "" && u.Fragment == ""
}

// isNear tells whether a host is this machine or within the house's network:
// loopback and private addresses, names without a dot, and those under domains
// that no public DNS has.
func isNear(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast()
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	dot := strings.LastIndexByte(host, '.')
	return dot < 0 || slices.Contains([]string{"localhost", "local", "internal", "intern", "lan", "test", "arpa"}, host[dot+1:])
}

// isPostgres tells whether address can be one; the rest of it is for the driver
// to read. A second @ would have the end of a password taken for a host.
func isPostgres(address string) bool {
	scheme, rest, _ := strings.Cut(address, "://")
	authority, _, _ := strings.Cut(rest, "/")
	return (scheme == "postgres" || scheme == "postgresql") && strings.Count(authority, "@") < 2
}
