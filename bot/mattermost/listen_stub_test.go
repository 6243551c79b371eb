package mattermost

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"terminbote/dialogs"
)

// What staff wrote is read again from five seconds before the latest of it, since posts
// come to be seen in another order; never from further back than before, and as long as
// no talk goes on from nowhere.
func TestPostsAreReadAgainFiveSecondsBack(t *testing.T) {
	t.Parallel()
	const second = 1000
	open := dialogs.Handover{ID: 7, Thread: "root"}
	over, erased, threadless := open, open, open
	over.Ended, erased.Erased, threadless.Thread = noon, true, ""
	for name, tt := range map[string]struct {
		talk    dialogs.Handover
		since   int64
		changed []int64 // when posts were
		want    int64
	}{
		"the first":               {open, 0, []int64{100 * second}, 95 * second},
		"the latest of several":   {open, 0, []int64{90 * second, 100 * second, 80 * second}, 95 * second},
		"later":                   {open, 50 * second, []int64{100 * second}, 95 * second},
		"just later":              {open, 95*second - 1, []int64{100 * second}, 95 * second},
		"not before what is read": {open, 95*second + 1, []int64{100 * second}, 95*second + 1},
		"nothing":                 {open, 50 * second, nil, 50 * second},
		"the talk is over":        {over, 50 * second, []int64{100 * second}, 0},
		"it is erased":            {erased, 50 * second, []int64{100 * second}, 0},
		"it has no thread yet":    {threadless, 50 * second, []int64{100 * second}, 0},
	} {
		m, s := stubbed(t)
		ids, posts := []string{}, map[string]any{}
		for i, at := range tt.changed {
			id := fmt.Sprint("p", i)
			ids, posts[id] = append(ids, id), map[string]any{"id": id, "user_id": "bot", "root_id": "root", "create_at": at, "update_at": at}
		}
		var asked string
		s.answers["GET /channels/c/posts"] = map[string]any{"order": ids, "posts": posts}
		s.answers["GET /posts/root/thread"] = s.answers["GET /channels/c/posts"]
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked += r.URL.Query().Get("since")
			s.ServeHTTP(w, r)
		}))
		t.Cleanup(server.Close)
		m.api.URL, m.api.APIURL = server.URL, server.URL+"/api/v4"
		r := newThreads(m, "o", "c")
		r.me, r.since = "bot", tt.since
		want := ""
		if tt.since > 0 && tt.want > 0 {
			want = fmt.Sprint(tt.since)
		}
		if err := r.listen(t.Context(), []dialogs.Handover{tt.talk}); err != nil || r.since != tt.want || asked != want {
			t.Errorf("%s: %v, read from %q, the next time from %d, want %q and %d", name, err, asked, r.since, want, tt.want)
		}
		if slices.Contains(s.calls, "GET /posts/root/thread") != (tt.since == 0) {
			t.Errorf("%s: %q", name, s.calls)
		}
	}
}
