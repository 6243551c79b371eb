package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"time"

	"terminbote/dialogs"
)

// Channel is the browser's name among the networks.
const Channel = "web"

// session is who talks: the secret that a browser keeps in a cookie. We know
// only what it hashes to, so that nobody who reads the database can go on with
// a talk.
type session string

const (
	sessionBytes = 24 // 192 bits of chance
	// secureCookie is sent to this host and over https only, and no other host
	// can set it.
	secureCookie = "__Host-talk"
	localCookie  = "talk" // on this machine there is no https
)

func newSession() session {
	var random [sessionBytes]byte
	_, _ = rand.Read(random[:]) // it never fails
	return session(base64.RawURLEncoding.EncodeToString(random[:]))
}

// chat is the session's conversation.
func (s session) chat() dialogs.Chat {
	sum := sha256.Sum256([]byte("chat " + s))
	return dialogs.Chat{Channel: Channel, Address: base64.RawURLEncoding.EncodeToString(sum[:sessionBytes])}
}

// key is what a form of the session carries that was drawn in a revision.
// Nobody else can make one out.
func (s session) key(revision int) string {
	mac := hmac.New(sha256.New, []byte(s))
	mac.Write([]byte("form " + strconv.Itoa(revision)))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
}

// made tells whether a form with that key was drawn in the revision for this
// session.
func (s session) made(key string, revision int) bool {
	return hmac.Equal([]byte(s.key(revision)), []byte(key))
}

func (t *Talks) cookieName() string {
	name := localCookie
	if t.Secure {
		name = secureCookie
	}
	if t.Clerk != "" {
		name += "-staff"
	}
	return name
}

// sessionOf is the session that a request names, if it has the form of one.
func (t *Talks) sessionOf(r *http.Request) (session, bool) {
	c, err := r.Cookie(t.cookieName())
	if err != nil || !tokenForm.MatchString(c.Value) {
		return "", false
	}
	return session(c.Value), true
}

// give hands a session to the browser. It ends with the browser; within a
// frame of another site it is kept apart from all others.
func (t *Talks) give(w http.ResponseWriter, r *http.Request, s session) {
	c := t.cookie(r)
	c.Value = string(s)
	http.SetCookie(w, c)
}

// forget takes the session back from the browser, with all that it kept.
func (t *Talks) forget(w http.ResponseWriter, r *http.Request) {
	c := t.cookie(r)
	c.MaxAge, c.Expires = -1, time.Unix(1, 0)
	http.SetCookie(w, c)
	w.Header().Set("Clear-Site-Data", `"cache", "storage"`)
}

func (t *Talks) cookie(r *http.Request) *http.Cookie {
	return newCookie(r, t.cookieName(), t.Secure, t.hosts())
}

// newCookie is a cookie for this host, kept until the browser ends. Within a
// frame of another site, which hosts may have, it is kept for that site alone:
// browsers take no other there.
func newCookie(r *http.Request, name string, secure bool, hosts []string) *http.Cookie {
	c := &http.Cookie{ //nolint:gosec // on this machine there is no https
		Name: name, Path: "/", HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}
	if secure && len(hosts) > 0 && framed(r) {
		c.SameSite, c.Partitioned = http.SameSiteNoneMode, true
	}
	return c
}

// framed tells whether a request comes from within a frame of another site.
// A form that is sent there says itself that it was drawn in one.
func framed(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Dest") == "iframe" || r.Method == http.MethodPost && r.PostFormValue(frameField) != ""
}

const frameField = "frame"
