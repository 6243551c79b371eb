package command

import (
	"net"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
)

// readHA is a file of deploy/ha.
func readHA(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../deploy/ha/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// variablesIn is what an environment file sets.
func variablesIn(text string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(text) {
		if name, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok && !strings.HasPrefix(name, "#") {
			all[name] = value
		}
	}
	return all
}

// found is the groups of everything in text that a pattern describes.
func found(pattern, text string) (all [][]string) {
	for _, one := range regexp.MustCompile("(?m)"+pattern).FindAllStringSubmatch(text, -1) {
		all = append(all, one[1:])
	}
	return all
}

// databaseOf is the sample address of the database, which is a comment there.
func databaseOf(t *testing.T, environment string) *url.URL {
	t.Helper()
	line := found(`^# (postgres://\S+)$`, environment)
	if len(line) != 1 {
		t.Fatalf("want one sample of the database's address, got %v", line)
	}
	address, err := url.Parse(line[0][0])
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// What stands in the files of deploy/ha is what serve takes.
func TestTheSettingsOfTheHighlyAvailableInstallationAreRead(t *testing.T) {
	t.Parallel()
	text := readHA(t, "terminbote.env")
	values := variablesIn(text)
	secrets := map[string]string{
		"DATABASE_URL": databaseOf(t, text).String(), "TELEGRAM_TOKEN": "4711:token", "TELEGRAM_WEBHOOK_SECRET": "sixteen-or-more-characters",
	}
	for name, value := range secrets {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(value), 0o600); err != nil {
			t.Fatal(err)
		}
		if values[name+"_FILE"] == "" {
			t.Errorf("%s_FILE is not set", name)
		}
		values[name+"_FILE"] = path
	}
	var environ []string
	for name, value := range values {
		environ = append(environ, name+"="+value)
		if !slices.ContainsFunc(variables(), func(v variable) bool { return v.name == strings.TrimSuffix(name, "_FILE") }) {
			t.Errorf("serve knows no %s", name)
		}
	}
	if _, err := readSettings(environ); err != nil {
		t.Error(err)
	}
}

// patroniFile is as much of patroni.yml as is held to.
type patroniFile struct {
	REST  struct{ Listen string } `yaml:"restapi"`
	Etcd  struct{ Hosts string }  `yaml:"etcd"`
	First struct {
		DCS struct {
			TTL         int `yaml:"ttl"`
			Loop        int `yaml:"loop_wait"`
			Retry       int `yaml:"retry_timeout"`
			Synchronous bool
			Sync        bool `yaml:"synchronous_mode"`
			Postgres    struct {
				Parameters map[string]any
			} `yaml:"postgresql"`
		}
	} `yaml:"bootstrap"`
	Postgres struct {
		Listen string
		HBA    []string `yaml:"pg_hba"`
	} `yaml:"postgresql"`
}

func readPatroni(t *testing.T) (file patroniFile) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(readHA(t, "patroni.yml")), &file); err != nil {
		t.Fatal(err)
	}
	return file
}

// Without it an appointment that somebody was told of can be lost; and Patroni
// takes no lease that ends before it has tried to renew it.
func TestWhatIsAcknowledgedIsOnTwoHosts(t *testing.T) {
	t.Parallel()
	first := readPatroni(t).First.DCS
	if !first.Sync {
		t.Error("synchronous_mode is off")
	}
	if level, said := first.Postgres.Parameters["synchronous_commit"]; said && level != "on" {
		t.Errorf("synchronous_commit is %v", level)
	}
	if first.TTL < 20 || first.Loop < 1 || first.Retry < 3 || first.TTL < first.Loop+2*first.Retry {
		t.Errorf("Patroni refuses ttl %d, loop_wait %d, retry_timeout %d", first.TTL, first.Loop, first.Retry)
	}
	timeout, err := time.ParseDuration(first.Postgres.Parameters["wal_sender_timeout"].(string))
	if wait := timeout + time.Duration(first.Loop)*time.Second; err != nil || wait > 10*time.Second {
		t.Errorf("commits wait %v for a standby that hangs (%v)", wait, err)
	}
}

// port is that of an address.
func port(t *testing.T, address string) string {
	t.Helper()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// serversOf is what HAProxy knows as NAME1, NAME2, …, by their names.
func serversOf(name string, haproxy string) (names, addresses []string) {
	for _, server := range found(`^\tserver (`+name+`\d) (\S+)$`, haproxy) {
		names, addresses = append(names, server[0]), append(addresses, server[1])
	}
	return names, addresses
}

// addressesOf is the hosts of this folder.
func addressesOf(hosts string) map[string]string {
	all := map[string]string{}
	for _, line := range found(`^(\S+)\s+(\S+)$`, hosts) {
		all[line[1]] = line[0]
	}
	return all
}

// HAProxy finds PostgreSQL where Patroni has it listen, and asks Patroni who is
// the primary; Patroni asks the etcd that run there.
func TestHAProxyPatroniAndEtcdKnowTheSameHosts(t *testing.T) {
	t.Parallel()
	patroni, haproxy, etcd := readPatroni(t), readHA(t, "haproxy.cfg"), variablesIn(readHA(t, "etcd.env"))
	hosts := addressesOf(readHA(t, "hosts"))
	databases, addresses := serversOf("db", haproxy)
	_, clients, _ := strings.Cut(etcd["ETCD_LISTEN_CLIENT_URLS"], "//")
	var members, asked []string
	for _, name := range databases {
		members = append(members, name+"=http://"+name+":2380")
		asked = append(asked, name+":"+port(t, clients))
		if want := name + ":" + port(t, patroni.Postgres.Listen); !slices.Contains(addresses, want) || hosts[name] == "" {
			t.Errorf("HAProxy looks for PostgreSQL at %v, not at %s", addresses, want)
		}
	}
	if len(databases) != 3 || etcd["ETCD_INITIAL_CLUSTER"] != strings.Join(members, ",") || patroni.Etcd.Hosts != strings.Join(asked, ",") {
		t.Errorf("databases %v, etcd %s, etcd as Patroni knows it %s", databases, etcd["ETCD_INITIAL_CLUSTER"], patroni.Etcd.Hosts)
	}
	if !strings.Contains(haproxy, "check port "+port(t, patroni.REST.Listen)+" ") {
		t.Error("HAProxy asks Patroni at another port")
	}
}

// Patroni takes a lease back unseen by etcd's third interface up to the version
// that Debian 12 has.
func TestPatroniNeverTakesALeaseBackUnseen(t *testing.T) {
	t.Parallel()
	if readPatroni(t).Etcd.Hosts == "" || variablesIn(readHA(t, "etcd.env"))["ETCD_ENABLE_V2"] != "true" {
		t.Error("Patroni does not speak etcd's second interface")
	}
}

// The program comes to PostgreSQL through both HAProxy, which let the public
// come to both programs.
func TestHAProxyLeadsToTheProgramAndBack(t *testing.T) {
	t.Parallel()
	settings, haproxy, hosts := readHA(t, "terminbote.env"), readHA(t, "haproxy.cfg"), addressesOf(readHA(t, "hosts"))
	database := databaseOf(t, settings)
	programs, addresses := serversOf("app", haproxy)
	var proxies, balancers []string
	for _, name := range programs {
		proxies = append(proxies, hosts[name])
		balancers = append(balancers, name+":5000")
		if want := name + variablesIn(settings)["LISTEN"]; !slices.Contains(addresses, want) {
			t.Errorf("HAProxy looks for serve at %v, not at %s", addresses, want)
		}
	}
	if len(programs) < 2 || database.Host != strings.Join(balancers, ",") || !strings.Contains(haproxy, "\tbind :5000\n") {
		t.Errorf("programs %v come to the database by %s", programs, database.Host)
	}
	if variablesIn(settings)["TRUSTED_PROXIES"] != strings.Join(proxies, ",") {
		t.Errorf("the hosts of HAProxy are %v", proxies)
	}
	if !strings.Contains(readHA(t, "keepalived.conf"), hosts["termine"]+"/24") {
		t.Error("keepalived keeps another public address")
	}
	if database.Query().Get("target_session_attrs") != "read-write" {
		t.Error("the program may end up with a standby")
	}
	rule := regexp.MustCompile(`^host(ssl)?\s+` + database.Path[1:] + `\s+` + database.User.Username() + `\s`)
	if !slices.ContainsFunc(readPatroni(t).Postgres.HBA, rule.MatchString) {
		t.Error("PostgreSQL does not let the program in")
	}
}
