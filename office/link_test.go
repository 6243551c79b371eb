package office

import (
	"regexp"
	"strings"
	"testing"
)

// Every address in an office file is followed by somebody, so nothing but a
// page may stand there, wherever it stands.
func TestAnAddressThatRunsSomethingIsRefused(t *testing.T) {
	t.Parallel()
	sample := string(werne)
	all := regexp.MustCompile(`(?m)^( *[a-z_]+: )(https?://\S+)`).FindAllStringSubmatchIndex(sample, -1)
	tried := map[string]bool{} // one of each kind
	for _, at := range all {
		key := sample[at[2]:at[3]]
		if tried[key] {
			continue
		}
		tried[key] = true
		for _, other := range []string{"javascript:alert(1)", "JavaScript://x/%0aalert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "file:///etc/passwd"} {
			changed := sample[:at[4]] + other + sample[at[5]:]
			line := strings.Count(sample[:at[4]], "\n") + 1
			if _, err := Parse("werne.yaml", []byte(changed)); err == nil {
				t.Errorf("line %d: %s is taken", line, other)
			}
		}
	}
	if len(tried) < 6 {
		t.Errorf("the sample names addresses in %d places only: %v", len(tried), tried)
	}
}
