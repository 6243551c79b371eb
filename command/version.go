package command

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is the version that the linker was told, where it was.
var release string

func runVersion(_ context.Context, c console, args []string) error {
	if _, err := parse(c.flags("version"), args); err != nil {
		return err
	}
	info, _ := debug.ReadBuildInfo()
	_, err := fmt.Fprintln(c.out, describe(release, info))
	return err
}

// describe says what was built: the release or the version that Go has stamped,
// and the revision, as far as they are known.
func describe(release string, info *debug.BuildInfo) string {
	version, revision := release, ""
	if info != nil {
		if version == "" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				revision += ", revision " + s.Value[:min(len(s.Value), 12)]
			case s.Key == "vcs.modified" && s.Value == "true":
				revision += " with changes"
			}
		}
	}
	if version == "" || version == "(devel)" {
		version = "without a version"
	}
	return fmt.Sprintf("terminbote %s%s (%s, %s/%s)", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
