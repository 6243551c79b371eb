package telegramtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
)

const maxBody = 52 << 20 // a document of 50 MB and its parameters

// value is one parameter as it was sent. Forms know only text; in a JSON body
// the first byte of the literal tells what it was.
type value struct {
	text string
	kind byte // 0 from a form; else one of " [ { t f - and digits
}

// file is a file that came with a multipart request.
type file struct {
	name, mime string
	data       []byte
}

// request is what a bot sent, however it was encoded.
type request struct {
	values map[string]value
	files  map[string]file
}

func readRequest(r *http.Request) (request, *refusal) {
	req := request{values: map[string]value{}}
	if r.URL.RawQuery != "" {
		if err := req.readForm(r.URL.RawQuery); err != nil {
			return req, err
		}
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		// Who hangs up in mid-sentence, as a program does that ends, makes no mistake.
		return req, &refusal{code: http.StatusBadRequest, text: "Bad Request: request body ended early"}
	}
	if len(body) > maxBody {
		return req, &refusal{code: 413, text: "Request Entity Too Large", blame: true}
	}
	if len(body) == 0 { // clients without parameters send an empty multipart body
		return req, nil
	}
	return req, req.readBody(r.Header.Get("Content-Type"), body)
}

func (q *request) readBody(contentType string, body []byte) *refusal {
	kind, options, err := mime.ParseMediaType(contentType)
	if err != nil {
		return blame("content type %q cannot be read", contentType)
	}
	switch kind {
	case "application/json":
		return q.readJSON(body)
	case "application/x-www-form-urlencoded":
		return q.readForm(string(body))
	case "multipart/form-data":
		return q.readMultipart(options["boundary"], body)
	}
	return blame("content type %q is none that Telegram reads", kind)
}

func (q *request) readForm(text string) *refusal {
	form, err := url.ParseQuery(text)
	if err != nil {
		return blame("form cannot be read: %v", err)
	}
	for name, values := range form {
		for _, v := range values {
			if err := q.set(name, value{text: v}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (q *request) readJSON(body []byte) *refusal {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return blame("can't parse JSON object")
	}
	for name, raw := range fields {
		if err := q.addJSON(name, raw); err != nil {
			return err
		}
	}
	return nil
}

func (q *request) addJSON(name string, raw json.RawMessage) *refusal {
	v := value{text: string(raw), kind: raw[0]}
	switch v.kind {
	case 'n':
		return nil // null is as good as absent
	case '"':
		if err := json.Unmarshal(raw, &v.text); err != nil {
			return blame("can't parse JSON object")
		}
	}
	return q.set(name, v)
}

func (q *request) readMultipart(boundary string, body []byte) *refusal {
	parts := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return blame("multipart body cannot be read: %v", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return blame("multipart body cannot be read: %v", err)
		}
		if err := q.addPart(part, data); err != nil {
			return err
		}
	}
}

func (q *request) addPart(part *multipart.Part, data []byte) *refusal {
	if part.FileName() == "" {
		return q.set(part.FormName(), value{text: string(data)})
	}
	if q.files == nil {
		q.files = map[string]file{}
	}
	q.files[part.FormName()] = file{name: part.FileName(), mime: part.Header.Get("Content-Type"), data: data}
	return nil
}

func (q *request) set(name string, v value) *refusal {
	if _, twice := q.values[name]; twice {
		return blame("parameter %q is given twice", name)
	}
	if v.text == "" {
		return nil // to Telegram an empty parameter is none
	}
	q.values[name] = v
	return nil
}

// file finds what an InputFile parameter speaks of: a part of its own name, or
// one that is attached under another.
func (q *request) file(name string) (file, bool) {
	if attached, ok := strings.CutPrefix(q.values[name].text, "attach://"); ok {
		name = attached
	}
	f, ok := q.files[name]
	return f, ok
}
