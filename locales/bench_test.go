package locales

import (
	"testing"
	"time"
)

func BenchmarkSay(b *testing.B) {
	now := time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)
	for name, line := range map[string]Line{
		"no gap":   Say("format.language"),
		"one gap":  Say("format.clock", "Time", "9:30"),
		"a clock":  Say("format.clock", "Time", Clock(now)),
		"a date":   Say("format.clock", "Time", Date(now)),
		"a plural": Say("format.minutes", "Count", 3),
	} {
		b.Run(name, func(b *testing.B) {
			p := For("en")
			for b.Loop() {
				p.Say(line)
			}
		})
	}
	b.Run("finding a printer", func(b *testing.B) {
		for b.Loop() {
			For("de-AT")
		}
	})
}
