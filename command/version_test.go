package command

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

func TestTheVersionIsToldAsFarAsItIsKnown(t *testing.T) {
	t.Parallel()
	built := func(version string, settings ...debug.BuildSetting) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Version: version}, Settings: settings}
	}
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123"}
	for _, tt := range []struct {
		name, release string
		info          *debug.BuildInfo
		want          string
	}{
		{"a release", "1.2.0", built("(devel)"), "terminbote 1.2.0 ("},
		{"stamped by Go", "", built("v0.0.0-2026", revision), "terminbote v0.0.0-2026, revision 0123456789ab ("},
		{
			"changed since", "", built("(devel)", revision, debug.BuildSetting{Key: "vcs.modified", Value: "true"}),
			"terminbote without a version, revision 0123456789ab with changes (",
		},
		{"nothing known", "", nil, "terminbote without a version ("},
	} {
		if got := describe(tt.release, tt.info); !strings.HasPrefix(got, tt.want) || !strings.Contains(got, runtime.Version()) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	code, said := run(t, nil, "version")
	if code != 0 || !strings.HasPrefix(said, "terminbote ") {
		t.Errorf("exit code %d: %s", code, said)
	}
}
