package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"terminbote/bot/web"
)

func TestWhatPeopleDoOnPagesIsCounted(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	post := func(do string) {
		t.Helper()
		response, err := http.PostForm(w.server.URL+web.Path+token, url.Values{"do": {do}})
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	post("cancel")
	post("move-to 1") // long ago: refused
	post("nonsense")
	post("cancel-yes")
	response, err := http.Get(w.server.URL + web.Path + token)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	scraped := httptest.NewRecorder()
	w.metrics.Handler().ServeHTTP(scraped, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for _, line := range []string{
		`terminbote_page_requests_total{asked="cancel",status="200"} 1`, `terminbote_page_requests_total{asked="cancel-yes",status="200"} 1`,
		`terminbote_page_requests_total{asked="move-to",status="200"} 1`, `terminbote_page_requests_total{asked="other",status="200"} 1`,
		`terminbote_page_requests_total{asked="look",status="404"} 1`, `terminbote_commands_total{command="cancel"} 1`,
		`terminbote_commands_total{command="move"} 0`, `terminbote_refusals_total{command="move",kind="taken"} 1`,
	} {
		if !strings.Contains(scraped.Body.String(), line+"\n") {
			t.Errorf("missing %s", line)
		}
	}
}
