package web

import (
	"bytes"
	"net/http"
	"sync"
	"time"
)

// keptPages are public pages as they were drawn this minute, from the office files
// as they are. A page changes with the files, and at midnight in an office's zone,
// which is the start of a minute.
type keptPages struct {
	mu     sync.Mutex
	of     *face
	minute time.Time
	pages  map[keptKey]keptPage
}

type keptKey struct{ path, lang string }

// keptPage is a page as it goes out, plain and compressed.
type keptPage struct{ plain, zipped []byte }

// get is a page, drawn where it is not kept. Only pages that exist are kept, which
// bounds how many there are.
func (k *keptPages) get(of *face, now time.Time, key keptKey, draw func() (keptPage, bool)) (keptPage, bool) {
	minute := now.Truncate(time.Minute)
	k.mu.Lock()
	if k.of != of || !k.minute.Equal(minute) {
		k.of, k.minute, k.pages = of, minute, map[keptKey]keptPage{}
	}
	pages := k.pages
	page, ok := pages[key]
	k.mu.Unlock()
	if ok {
		return page, true
	}
	if page, ok = draw(); ok {
		k.mu.Lock()
		pages[key] = page // of the minute in which it was asked for
		k.mu.Unlock()
	}
	return page, ok
}

// kept serves a page that is the same for everybody who speaks a language, and
// depends on nothing but the office files and the day. What a query asks for is
// drawn for itself: there is no end to what a query may say.
func (s *Site) kept(of func(*http.Request, frame) (string, any, bool)) http.Handler {
	drawn := s.page(of)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" {
			drawn.ServeHTTP(w, r)
			return
		}
		if !s.visitors.admits(r.RemoteAddr, s.Now()) {
			s.slow(w, r)
			return
		}
		face, lang := s.face(), language(r)
		page, ok := s.keeps.get(face, s.Now(), keptKey{r.URL.Path, lang}, func() (keptPage, bool) {
			name, data, ok := of(r, face.frame(r, lang, ""))
			if !ok {
				return keptPage{}, false
			}
			var b bytes.Buffer
			drawing{page: name, data: data}.render(&b)
			return keptPage{b.Bytes(), zipped(b.Bytes())}, true
		})
		if !ok {
			s.nothing(w, r)
			return
		}
		writePolicy(w, face.hosts)
		writePublic(w, r, page)
	})
}
