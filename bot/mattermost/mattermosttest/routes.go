package mattermosttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// Call is one request of the bot and how it went.
type Call struct {
	Route  string // as in routes.go: "PUT /posts/{post}/patch"
	Path   string
	Body   []byte
	Status int    // 0 if the connection was cut before
	Error  string // Mattermost's id of a refusal
	At     time.Time
}

// call is a request on its way through its route.
type call struct {
	*Server
	r    *http.Request
	body []byte
	by   *person // nil where no token is asked for
}

// route is one of the calls that are served.
type route struct {
	path   string // with the method before it
	serve  func(*call) (any, *refusal)
	status int      // of success
	query  []string // parameters that it knows
}

// api is all that is served below /api/v4 to users with a token.
var api = []route{
	{"GET /users/me", (*call).getMe, 200, nil},
	{"GET /users/{user}", (*call).getUser, 200, nil},
	{"GET /users/username/{name}", (*call).getUserByName, 200, nil},
	{"GET /teams/name/{team}", (*call).getTeamByName, 200, nil},
	{"GET /teams/{team}/channels/name/{name}", (*call).getChannelByName, 200, nil},
	{"GET /teams/name/{team}/channels/name/{name}", (*call).getChannelByName, 200, nil},
	{"POST /channels/direct", (*call).openDirect, 201, nil},
	{"GET /teams/{team}/commands/autocomplete", (*call).getAutocomplete, 200, nil},
	{"GET /channels/{channel}", (*call).getChannel, 200, nil},
	{"GET /channels/{channel}/members/{user}", (*call).getChannelMember, 200, nil},
	{"GET /channels/{channel}/posts", (*call).getPosts, 200, []string{"page", "per_page", "since", "collapsedThreads", "include_deleted"}},
	{"POST /posts", (*call).createPost, 201, nil},
	{"POST /posts/ephemeral", (*call).createEphemeralPost, 201, nil},
	{"GET /posts/{post}", (*call).getPost, 200, nil},
	{"GET /posts/{post}/thread", (*call).getThread, 200, []string{"collapsedThreads"}},
	{"DELETE /posts/{post}", (*call).deletePost, 200, nil},
	{"PUT /posts/{post}/patch", (*call).patchPost, 200, nil},
	{"POST /files", (*call).uploadFile, 201, []string{"channel_id", "filename"}},
	{"POST /actions/dialogs/open", (*call).openDialog, 200, nil},
}

// routes is the table as an HTTP handler.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for _, r := range api {
		s.handle(mux, "/api/v4", r, true)
	}
	s.handle(mux, "/api/v4", route{"GET /system/ping", (*call).ping, 200, []string{"get_server_status", "use_rest_semantics"}}, false)
	s.handle(mux, "", route{"POST /hooks/commands/{hook}", (*call).respondLater, 200, nil}, false)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.finish(w, r, r.Method+" "+r.URL.Path, nil, &refusal{
			status: http.StatusNotFound, id: "api.context.404.app_error",
			message: "Sorry, we could not find the page.", blame: true,
		}, nil, 0)
	})
	return mux
}

func (s *Server) handle(mux *http.ServeMux, prefix string, r route, session bool) {
	method, path, _ := strings.Cut(r.path, " ")
	mux.HandleFunc(method+" "+prefix+path, func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(http.MaxBytesReader(w, q.Body, 1<<20)) // what was cut short is no JSON
		fault := s.takeFault(r.path)
		if fault != nil && !fault.sleep(q) {
			return
		}
		if fault != nil && fault.prevents() {
			// Recorded first: a caller with the answer may ask for the calls.
			s.record(Call{Route: r.path, Path: q.URL.Path, Body: body, Error: fault.Kind.String()}, nil)
			fault.answer(w)
			return
		}
		c := &call{Server: s, r: q, body: body}
		result, refused := c.do(r, session)
		s.finish(w, q, r.path, body, refused, result, r.status, fault)
	})
}

func (c *call) do(r route, session bool) (any, *refusal) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if session {
		kind, token, _ := strings.Cut(c.r.Header.Get("Authorization"), " ")
		if c.by = c.sessions[token]; c.by == nil || !strings.EqualFold(kind, "Bearer") {
			return nil, noSession()
		}
	}
	for _, name := range []string{"user", "channel", "post"} {
		if id := c.r.PathValue(name); id != "" && !model.IsValidId(id) {
			return nil, blame("%q is no id of a %s", id, name)
		}
	}
	for name := range c.r.URL.Query() {
		if !slices.Contains(r.query, name) {
			return nil, blame("there is no parameter %q", name)
		}
	}
	return r.serve(c)
}

// finish answers, unless a fault cuts the answer off.
func (s *Server) finish(
	w http.ResponseWriter, r *http.Request, path string, body []byte, refused *refusal, result any, status int, faults ...*Fault,
) {
	done := Call{Route: path, Path: r.URL.Path, Body: body, Status: status}
	if refused != nil {
		done.Status, done.Error, result = refused.status, refused.id, refused.appError()
	}
	s.record(done, refused)
	if len(faults) > 0 && faults[0] != nil && faults[0].Kind == CutAfter {
		cut(w)
		return
	}
	if text, ok := result.(string); ok {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, text)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(done.Status)
	_ = json.NewEncoder(w).Encode(result) // a bot that hung up is not our worry
}

// record keeps what tests ask for later.
func (s *Server) record(done Call, refused *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	done.At = s.now()
	s.calls = append(s.calls, done)
	if refused != nil && refused.blame {
		s.mistake("%s: %s", done.Route, refused.message)
	}
}

func (c *call) ping() (any, *refusal) { return map[string]string{"status": "OK"}, nil }

// read reads the body, which may hold nothing that to does not know.
func (c *call) read(to any) *refusal {
	if err := decode(c.body, to); err != nil {
		return blame("the body cannot be read: %v", err)
	}
	return nil
}

// decode reads JSON without a field too many.
func decode(data []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more behind it")
	}
	return nil
}
