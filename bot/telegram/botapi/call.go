package botapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"regexp"
	"time"

	"terminbote/bot"
)

// largestAnswer is how many bytes the answer of a call may have.
const largestAnswer = 32 << 20

// Call calls a method of the Bot API and returns its result. Of the answer it
// reads only what is used: a result that cannot be read is left empty, since
// Telegram has done what was asked, and calling again would do it twice.
func Call[Result any](ctx context.Context, c *Client, method string, params any) (Result, error) {
	content, err := json.Marshal(params)
	if err != nil {
		return *new(Result), fmt.Errorf("call %s: parameters that are no JSON", method)
	}
	return read[Result](c.post(ctx, method, "application/json", content))
}

// Upload calls sendDocument with a file.
func (c *Client) Upload(ctx context.Context, chat int64, file bot.File, caption string) error {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("chat_id", fmt.Sprint(chat)) // a buffer takes everything
	if caption != "" {
		_ = form.WriteField("caption", caption)
		_ = form.WriteField("parse_mode", "HTML")
	}
	part, _ := form.CreateFormFile("document", file.Name)
	_, _ = part.Write(file.Content)
	_ = form.Close()
	_, err := read[struct{}](c.post(ctx, "sendDocument", form.FormDataContentType(), body.Bytes()))
	return err
}

// answered is what came back from a call.
type answered struct {
	method string
	status int
	body   []byte
}

// post sends a call and returns what came back.
func (c *Client) post(ctx context.Context, method, kind string, content []byte) (answered, error) {
	if _, limited := ctx.Deadline(); !limited {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, CallTimeout)
		defer cancel()
	}
	a := answered{method: method}
	address := c.url + "/bot" + c.token + "/" + method
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(content))
	if err != nil {
		return a, fmt.Errorf("call %s: no address", method)
	}
	request.Header.Set("Content-Type", kind)
	response, err := c.http.Do(request)
	if err != nil {
		return a, fmt.Errorf("call %s: %w", method, bot.Unreached(err))
	}
	defer response.Body.Close()
	a.status = response.StatusCode
	a.body, err = io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	if err != nil && !says(a.body) {
		return a, fmt.Errorf("call %s: %w", method, bot.Unreached(err))
	}
	return a, nil
}

// done is how an answer begins that says that the call was carried out.
var done = regexp.MustCompile(`^\s*\{\s*"ok"\s*:\s*true\b`)

// says tells whether an answer says that the call was carried out, even where
// the rest of it cannot be read.
func says(body []byte) bool { return done.Match(body) }

// read takes the result out of what came back.
func read[Result any](a answered, err error) (result Result, _ error) {
	if err != nil {
		return result, err
	}
	parts := map[string]json.RawMessage{}
	unreadable := json.Unmarshal(a.body, &parts) != nil
	if says(a.body) || string(parts["ok"]) == "true" {
		if part, ok := parts["result"]; ok && json.Unmarshal(part, &result) != nil {
			result = *new(Result)
		}
		return result, nil
	}
	if unreadable {
		return result, fmt.Errorf("call %s: an answer with status %d that is no JSON", a.method, a.status)
	}
	return result, a.failure(parts)
}

// failure is what Telegram says went wrong, as far as it can be read.
func (a answered) failure(parts map[string]json.RawMessage) Failure {
	f := Failure{method: a.method, Status: a.status}
	var code int
	if json.Unmarshal(parts["error_code"], &code) == nil && code != 0 {
		f.Status = code
	}
	_ = json.Unmarshal(parts["description"], &f.Said)
	var asks struct {
		RetryAfter float64 `json:"retry_after"`
	}
	_ = json.Unmarshal(parts["parameters"], &asks)
	f.After = time.Duration(asks.RetryAfter * float64(time.Second))
	if f.Status == http.StatusTooManyRequests {
		f.After = max(f.After, time.Second)
	}
	return f
}
