package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// container is as much of a service of compose.yaml as is held to.
type container struct {
	Build       string
	Image       string
	ReadOnly    bool     `yaml:"read_only"`
	CapDrop     []string `yaml:"cap_drop"`
	CapAdd      []string `yaml:"cap_add"`
	SecurityOpt []string `yaml:"security_opt"`
	Memory      string   `yaml:"mem_limit"`
	Pids        int      `yaml:"pids_limit"`
	Privileged  bool
	Network     string `yaml:"network_mode"`
	Pid         string
	Ports       []string
	Volumes     []string
}

func containers(t *testing.T) map[string]container {
	t.Helper()
	text, err := os.ReadFile("../compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Services map[string]container }
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	return file.Services
}

// Anybody who breaks into a container finds nothing to write on, no other rights,
// and cannot take the machine's memory or processes.
func TestContainersMayDoNoMoreThanTheyMust(t *testing.T) {
	t.Parallel()
	all := containers(t)
	if len(all) < 2 {
		t.Fatalf("only %d services were read", len(all))
	}
	for name, c := range all {
		if wrong := tooOpen(c); len(wrong) > 0 {
			t.Errorf("%s: %s", name, strings.Join(wrong, "; "))
		}
	}
}

// needed is the capabilities with which PostgreSQL's entrypoint becomes another
// user; ours needs none.
var needed = []string{"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}

// tooOpen is what a container may do without need.
func tooOpen(c container) (wrong []string) {
	for text, is := range map[string]bool{
		"its root can be written on": !c.ReadOnly, "it keeps capabilities": !slices.Contains(c.CapDrop, "ALL"),
		"it can gain privileges": !slices.Contains(c.SecurityOpt, "no-new-privileges:true"), "it has no limit of memory": c.Memory == "",
		"it has no limit of processes": c.Pids <= 0 || c.Pids > 512, "it is privileged": c.Privileged,
		"it shares the machine's network or processes": c.Network == "host" || c.Pid == "host",
		"it gets capabilities": slices.ContainsFunc(c.CapAdd, func(name string) bool {
			return c.Build != "" || !slices.Contains(needed, name)
		}),
		"it reaches the container engine": slices.ContainsFunc(c.Volumes, func(v string) bool { return strings.Contains(v, ".sock") }),
		"its port is open to the network": slices.ContainsFunc(c.Ports, func(p string) bool { return !strings.HasPrefix(p, "127.0.0.1:") }),
	} {
		if is {
			wrong = append(wrong, text)
		}
	}
	return wrong
}

func TestAContainerThatMayDoMoreIsFound(t *testing.T) {
	t.Parallel()
	good := containers(t)["terminbote"]
	for name, change := range map[string]func(*container){
		"writable": func(c *container) { c.ReadOnly = false }, "capable": func(c *container) { c.CapAdd = []string{"NET_ADMIN"} },
		"many processes": func(c *container) { c.Pids = 0 }, "open": func(c *container) { c.Ports = []string{"8080:8080"} },
		"privileged": func(c *container) { c.Privileged = true }, "with the engine": func(c *container) { c.Volumes = []string{"/run/docker.sock:/s"} },
		"gaining": func(c *container) { c.SecurityOpt = nil }, "host": func(c *container) { c.Network = "host" },
	} {
		bad := good
		change(&bad)
		if len(tooOpen(bad)) != 1 {
			t.Errorf("%s: found %v", name, tooOpen(bad))
		}
	}
}

// pinned is an image by a tag that says its version, and by its digest once
// tools/pin.sh has been run where the registry is reached.
var pinned = regexp.MustCompile(`^[a-z0-9./-]+:\d[A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?$`)

// images lists what Dockerfile and compose.yaml build upon.
func images(t *testing.T) (all []string) {
	t.Helper()
	text, err := os.ReadFile("../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`(?m)^FROM (\S+)`).FindAllStringSubmatch(string(text), -1) {
		if found[1] != "scratch" {
			all = append(all, found[1])
		}
	}
	for _, c := range containers(t) {
		if c.Build == "" {
			all = append(all, c.Image)
		}
	}
	return all
}

// An image is named by its version at least, never by latest.
func TestImagesAreNamedByTheirVersion(t *testing.T) {
	t.Parallel()
	all := images(t)
	if len(all) < 2 {
		t.Errorf("only %v were found", all)
	}
	for _, image := range all {
		if !pinned.MatchString(image) {
			t.Errorf("%s is not pinned", image)
		}
	}
}

// The script that pins finds every image, and leaves the rest of the files as it
// was.
func TestImagesCanBePinnedByDigest(t *testing.T) {
	t.Parallel()
	const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	dir := t.TempDir()
	for _, name := range []string{"Dockerfile", "compose.yaml", "tools/pin.sh"} {
		text, err := os.ReadFile(filepath.Join("..", name))
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o750)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	registry := filepath.Join(dir, "bin", "skopeo")
	if err := os.MkdirAll(filepath.Dir(registry), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(registry, []byte("#!/bin/sh\necho "+digest+"\n"), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", filepath.Join(dir, "tools", "pin.sh"), "--renew")
	cmd.Env = []string{"PATH=" + filepath.Dir(registry) + ":" + os.Getenv("PATH")}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"Dockerfile", "compose.yaml"} {
		before, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		after, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		bare := regexp.MustCompile(`@sha256:[0-9a-f]{64}`)
		if n := strings.Count(string(after), digest); n != 1 || bare.ReplaceAllString(string(after), "") != bare.ReplaceAllString(string(before), "") {
			t.Errorf("%s: %d images were pinned:\n%s", name, n, after)
		}
	}
}
