package understand

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"terminbote/booking"
)

func TestProbe(t *testing.T) {
	f, err := os.Open(os.Getenv("PROBE"))
	if err != nil {
		t.Skip()
	}
	r := NewReader(Directory{})
	in := Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Now: 480, Expect: ExpectWhen}
	s := bufio.NewScanner(f)
	for s.Scan() {
		l := s.Text()
		if strings.HasPrefix(l, "##") { in.Lang = l[3:5]; continue }
		if e, ok := strings.CutPrefix(l, "@expect "); ok { in.Expect = Expect(e); if e == "wish" { in.Expect = "" }; continue }
		if strings.HasPrefix(l, "@listed") { fmt.Sscanf(l, "@listed %d", &in.Listed); continue }
		if strings.HasPrefix(l, "@now") { var y, m, d, hh, mm int; fmt.Sscanf(l, "@now %d-%d-%dT%d:%d", &y, &m, &d, &hh, &mm); in.Today, _ = booking.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d)); continue }
		text, want, _ := strings.Cut(l, " => ")
		got := r.Read(text, in)
		fmt.Printf("[%s/%d] %s\n      want %s\n", in.Expect, in.Listed, text, want)
		for _, f := range got.Found { fmt.Printf("      %T%+v %.2f %q\n", f.Value, f.Value, f.Sure, f.Words) }
		if len(got.Rest) > 0 { fmt.Printf("      rest %q\n", got.Rest) }
	}
}
