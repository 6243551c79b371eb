package command

import (
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"terminbote/booking"
	"terminbote/office"
)

// usual is an environment in order.
var usual = []string{"DATABASE_URL=postgres://terminbote:secret@db/terminbote", "TELEGRAM_TOKEN=1:abc"}

const aChannel = "4ia7fu4ru3rmipofndf1hg8z9r"

func TestAllFaultsOfTheEnvironmentAreNamedOnce(t *testing.T) {
	t.Parallel()
	counter := slices.Concat(usual, []string{
		"PUBLIC_URL=https://a.b", "MATTERMOST_URL=https://chat.example.org", "MATTERMOST_TOKEN=t", "MATTERMOST_COMMAND_TOKEN=c",
		"MATTERMOST_LEAD=anna", "MATTERMOST_SECRET=" + strings.Repeat("x", 32), "MATTERMOST_CHANNELS=" + aChannel,
	})
	webhook, smtpURL := "TELEGRAM_WEBHOOK_SECRET=s3cret-s3cret-s3cret", "SMTP_URL=smtp://user:pass@mail.example.org"
	tests := []struct {
		name    string
		environ []string
		want    []string // variables, in order
	}{
		{"nothing set", nil, []string{"DATABASE_URL", "TELEGRAM_TOKEN"}},
		{"in order", usual, nil},
		{"webhook in order", append(usual[:2:2], webhook, "PUBLIC_URL=https://termine.example.org"), nil},
		{"webhook without an address", append(usual[:2:2], webhook), []string{"PUBLIC_URL"}},
		{"address without a scheme", append(usual[:2:2], webhook, "PUBLIC_URL=termine.example.org"), []string{"PUBLIC_URL"}},
		{"address without a host", append(usual[:2:2], "PUBLIC_URL=https:termine"), []string{"PUBLIC_URL"}},
		{"address with a question", append(usual[:2:2], "PUBLIC_URL=https://termine.example.org/?a=b"), []string{"PUBLIC_URL"}},
		{"address with a fragment", append(usual[:2:2], "PUBLIC_URL=https://termine.example.org/#top"), []string{"PUBLIC_URL"}},
		{"address with a password", append(usual[:2:2], "PUBLIC_URL=https://a:b@termine.example.org"), []string{"PUBLIC_URL"}},
		{"address without encryption", append(usual[:2:2], "PUBLIC_URL=http://termine.example.org"), []string{"PUBLIC_URL"}},
		{"a public address without encryption", append(usual[:2:2], "PUBLIC_URL=http://93.184.216.34"), []string{"PUBLIC_URL"}},
		{"address of this machine", append(usual[:2:2], "PUBLIC_URL=http://127.0.0.1:8080"), nil},
		{"address of this house", append(usual[:2:2], "PUBLIC_URL=http://10.1.2.3"), nil},
		{"a name of this house", append(usual[:2:2], "PUBLIC_URL=http://termine.rathaus.internal"), nil},
		{"a name in the container's network", append(usual[:2:2], "PUBLIC_URL=http://terminbote:8080"), nil},
		{"address with a space", append(usual[:2:2], "PUBLIC_URL=https://a b"), []string{"PUBLIC_URL"}},
		{"secret with a space", append(usual[:2:2], "TELEGRAM_WEBHOOK_SECRET=a b", "PUBLIC_URL=https://a.b"), []string{"TELEGRAM_WEBHOOK_SECRET"}},
		{"secret that can be guessed", append(usual[:2:2], "TELEGRAM_WEBHOOK_SECRET=fifteen-letters", "PUBLIC_URL=https://a.b"), []string{"TELEGRAM_WEBHOOK_SECRET"}},
		{"mail in order", append(usual[:2:2], smtpURL, "MAIL_FROM=Bürgerbüro <t@example.org>", "PUBLIC_URL=https://a.b"), nil},
		{"mail without the rest", append(usual[:2:2], smtpURL), []string{"MAIL_FROM", "PUBLIC_URL"}},
		{"mail to a web server", append(usual[:2:2], "SMTP_URL=https://a.b", "MAIL_FROM=t@example.org", "PUBLIC_URL=https://a.b"), []string{"SMTP_URL"}},
		{"mail with a broken address", append(usual[:2:2], "SMTP_URL=smtp://u:%zz@a.b", "MAIL_FROM=t@example.org", "PUBLIC_URL=https://a.b"), []string{"SMTP_URL"}},
		{"half a signature", append(usual[:2:2], "DKIM_SELECTOR=2026"), []string{"DKIM_SELECTOR"}},
		{"an odd key", append(usual[:2:2], smtpURL, "MAIL_FROM=t@example.org", "PUBLIC_URL=https://a.b", "DKIM_SELECTOR=2026", "DKIM_KEY=x"), []string{"DKIM_KEY"}},
		{"a webhook without a bot", []string{usual[0], webhook, "PUBLIC_URL=https://a.b"}, []string{"TELEGRAM_TOKEN"}},
		{"Mattermost in order", counter, nil},
		{"Mattermost without Telegram", append(usual[:1:1], counter[2:]...), nil},
		{"Mattermost without the rest", append(usual[:2:2], "MATTERMOST_TOKEN=t"), []string{"MATTERMOST_URL", "MATTERMOST_COMMAND_TOKEN", "MATTERMOST_SECRET", "MATTERMOST_CHANNELS", "MATTERMOST_LEAD", "PUBLIC_URL"}},
		{"Mattermost without an address of ours", append(counter[:2:2], counter[3:]...), []string{"PUBLIC_URL"}},
		{"Mattermost without a scheme", append(counter[:len(counter):len(counter)], "MATTERMOST_URL=chat.example.org"), []string{"MATTERMOST_URL"}},
		{"a secret too short", append(counter[:len(counter):len(counter)], "MATTERMOST_SECRET=x"), []string{"MATTERMOST_SECRET"}},
		{"a channel by its name", append(counter[:len(counter):len(counter)], "MATTERMOST_CHANNELS=buergerbuero"), []string{"MATTERMOST_CHANNELS"}},
		{"a trigger word with its slash", append(counter[:len(counter):len(counter)], "MATTERMOST_COMMAND=/termin"), []string{"MATTERMOST_COMMAND"}},
		{"a trigger word of two", append(counter[:len(counter):len(counter)], "MATTERMOST_COMMAND=termin selm"), []string{"MATTERMOST_COMMAND"}},
		{"an office twice", append(counter[:len(counter):len(counter)], "MATTERMOST_CHANNELS=a="+aChannel+",a="+aChannel), []string{"MATTERMOST_CHANNELS"}},
		{"port alone", append(usual[:2:2], "LISTEN=8080"), []string{"LISTEN"}},
		{"networks", append(usual[:2:2], "TRUSTED_PROXIES=10.0.0.0/8,proxy"), []string{"TRUSTED_PROXIES"}},
		{"several", []string{"TRUSTED_PROXIES=x", "LISTEN=x", "TELEGRAM_API_URL=x", "DATABASE_URL=x"}, []string{"TRUSTED_PROXIES", "DATABASE_URL", "LISTEN", "TELEGRAM_TOKEN", "TELEGRAM_API_URL"}},
		{"a folder of towns alone", []string{usual[0], "TOWNS=/towns"}, nil},
		{"a folder of towns beside one that lacks its mails", []string{usual[0], "TOWNS=/towns", "WEB=true"}, []string{"SMTP_URL", "PUBLIC_URL"}},
		{"secrets twice", append(usual[:2:2], "TELEGRAM_TOKEN_FILE=/dev/null"), []string{"TELEGRAM_TOKEN"}},
		{"empty file", []string{usual[0], "TELEGRAM_TOKEN_FILE=/dev/null"}, []string{"TELEGRAM_TOKEN_FILE"}},
		{"no such file", []string{"DATABASE_URL_FILE=/no/such/file", usual[1]}, []string{"DATABASE_URL_FILE"}},
	}
	for _, test := range tests {
		_, err := readSettings(test.environ)
		if diff := cmp.Diff(test.want, named(err), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", test.name, diff, err)
		}
	}
}

func TestEachOfficeHasAChannelOfItsOwn(t *testing.T) {
	t.Parallel()
	one := office.Sample()
	two := booking.Town{Offices: []*booking.Office{{ID: "werne"}, {ID: "stockum"}}}
	other := strings.Repeat("b", 26)
	tests := []struct {
		text string
		town booking.Town
		want map[booking.OfficeID]string // nil: refused
	}{
		{aChannel, one, map[booking.OfficeID]string{one.Offices[0].ID: aChannel}},
		{string(one.Offices[0].ID) + "=" + aChannel, one, map[booking.OfficeID]string{one.Offices[0].ID: aChannel}},
		{"werne=" + aChannel + ", stockum=" + other, two, map[booking.OfficeID]string{"werne": aChannel, "stockum": other}},
		{aChannel, two, nil},
		{"lünen=" + aChannel, one, nil},
	}
	for _, test := range tests {
		var channels staffChannels
		if err := channels.UnmarshalText([]byte(test.text)); err != nil {
			t.Errorf("%s: %v", test.text, err)
		}
		got, err := channels.of(test.town)
		if diff := cmp.Diff(test.want, got); diff != "" || (err == nil) != (test.want != nil) {
			t.Errorf("%s (-want +got): %v\n%s", test.text, err, diff)
		}
	}
}

// named is the variables that an error names, a line each.
func named(err error) []string {
	if err == nil {
		return nil
	}
	var names []string
	for line := range strings.Lines(err.Error()) {
		end := strings.IndexFunc(line, func(r rune) bool { return r != '_' && (r < 'A' || r > 'Z') })
		names = append(names, line[:end])
	}
	return names
}

func TestAWrongDatabaseURLIsNotRepeated(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"terminbote:hunter2@db/terminbote", "hunter2", "postgres://terminbote:x@hunter2@db/terminbote", "mysql://u:hunter2@db/t"} {
		_, err := readSettings([]string{"DATABASE_URL=" + url, usual[1]})
		if err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("DATABASE_URL=%s: %v", url, err)
		}
	}
}

func TestUsualDatabaseURLsAreTaken(t *testing.T) {
	t.Parallel()
	for _, url := range []string{
		"postgres://u:p@db/t", "postgresql://u@db:5432/t?sslmode=verify-full", "postgres:///t?host=/run/postgresql",
		"postgres://u:p@one:5432,two:5432/t?target_session_attrs=read-write", "postgres://u:a%40b@db/t?options=-c@",
	} {
		if _, err := readSettings([]string{"DATABASE_URL=" + url, usual[1]}); err != nil {
			t.Errorf("DATABASE_URL=%s: %v", url, err)
		}
	}
}

func TestProxiesAreNetworksOrAddresses(t *testing.T) {
	t.Parallel()
	s, err := readSettings(append(usual[:2:2], "TRUSTED_PROXIES=10.0.0.0/8, 192.0.2.7,::1"))
	if err != nil {
		t.Fatal(err)
	}
	want := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("192.0.2.7/32"), netip.MustParsePrefix("::1/128")}
	if !slices.Equal(want, s.TrustedProxies) {
		t.Errorf("TRUSTED_PROXIES: %v, want %v", s.TrustedProxies, want)
	}
}

func TestSecretsMayLieInFiles(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(path, []byte("1:from-a-file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := readSettings([]string{usual[0], "TELEGRAM_TOKEN_FILE=" + path})
	if err != nil {
		t.Fatal(err)
	}
	if want := "1:from-a-file"; s.TelegramToken != want {
		t.Errorf("token %q, want %q", s.TelegramToken, want)
	}
}
