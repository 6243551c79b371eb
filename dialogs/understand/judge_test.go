package understand

import "testing"

// TestAListIsSeen tells things that stand in a list from such that stand in a sentence.
func TestAListIsSeen(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Perso und Pass":                           true,
		"Perso und noch einen Pass":                true,
		"Perso Pass":                               false, // nothing joins them
		"Perso hab ich, aber wo ist denn der Pass": false,
		"Perso verlängern und dann den Pass":       false, // each has its own act
	} {
		words, _ := wordsIn(oneCleanLine(text))
		one := candidate{from: 0, to: 1, sure: 1, value: ConcernValue{ID: "id-card"}}
		last := candidate{from: len(words) - 1, to: len(words), sure: 1, value: ConcernValue{ID: "passport"}}
		f := &finder{words: words}
		found := []candidate{one, last}
		if got := f.isListed(last, found); got != want {
			t.Errorf("%q: in a list %t, want %t", text, got, want)
		}
		if f.isListed(last, []candidate{last}) {
			t.Errorf("%q: it stands in a list with itself", text)
		}
	}
}

// TestWordsGoToWhatIsFoundLater takes words from what took a whole message.
func TestWordsGoToWhatIsFoundLater(t *testing.T) {
	t.Parallel()
	late := candidate{from: 4, to: 6, value: ConcernValue{ID: "passport"}}
	for _, c := range []struct{ from, to, wantFrom, wantTo int }{
		{0, 6, 0, 4}, // it ends where the other begins
		{3, 9, 6, 9}, // the longer rest is behind
		{0, 4, 0, 4}, // they do not meet
		{6, 9, 6, 9},
		{4, 6, 4, 6}, // it has no other words
	} {
		all := withoutWordsOf([]candidate{{from: c.from, to: c.to, value: ConcernValue{ID: "conduct"}}, late}, late)
		if all[0].from != c.wantFrom || all[0].to != c.wantTo || all[1].from != late.from || all[1].to != late.to {
			t.Errorf("%d to %d: left are %d to %d, want %d to %d", c.from, c.to, all[0].from, all[0].to, c.wantFrom, c.wantTo)
		}
	}
}

// TestEachOfSeveralIsJudged holds what is done with each chance, beside what is surely meant
// and alone.
func TestEachOfSeveralIsJudged(t *testing.T) {
	t.Parallel()
	f := newFinder(nil, nil, newRanking(NewReader(Directory{Concerns: []ConcernEntry{{ID: "conduct", Names: []string{"Führungszeugnis"}}, {ID: "passport", Names: []string{"Reisepass"}}}}).catalogue))
	sure := judged{candidate: candidate{from: 0, to: 1, sure: 1, value: ConcernValue{ID: "conduct"}}, chance: 0.9}
	other := func(chance float64, doubt, listed, late bool) judged {
		return judged{candidate: candidate{from: 2, to: 3, sure: 0.5, value: ConcernValue{ID: "passport"}}, chance: chance, doubt: doubt, listed: listed, late: late}
	}
	for name, c := range map[string]struct {
		all   []judged
		left  int
		asked bool
	}{
		"what is hardly meant is dropped":            {[]judged{sure, other(0.2, true, false, false)}, 1, false},
		"but asked about where nothing else is sure": {[]judged{other(0.2, true, false, false)}, 1, true},
		"and where it stands in a list":              {[]judged{sure, other(0.2, true, true, false)}, 2, true},
		"what may be meant is asked about":           {[]judged{sure, other(0.5, true, false, false)}, 2, true},
		"what is likely is taken":                    {[]judged{sure, other(0.9, false, false, true)}, 2, false},
	} {
		left := (&judge{f: f, whole: &whole{}}).taken(c.all)
		if len(left) != c.left {
			t.Errorf("%s: %d are left, want %d", name, len(left), c.left)
			continue
		}
		if last := left[len(left)-1]; (last.sure < 0.5) != c.asked {
			t.Errorf("%s: asked %t, want %t", name, last.sure < 0.5, c.asked)
		}
	}
}
