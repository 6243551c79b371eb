package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	api "github.com/go-telegram/bot"
)

// largestAnswer is how many bytes the answer of a call may have.
const largestAnswer = 32 << 20

// call calls a method of the Bot API and returns its result. The calls that
// every turn makes go this way: the library builds a multipart form in a
// goroutine of its own for each, reads the whole message back, and puts what it
// cannot read into its errors. The errors are the library's.
func call[Result any](ctx context.Context, t *Telegram, method string, params any) (Result, error) {
	var answer struct {
		OK          bool   `json:"ok"`
		Result      Result `json:"result"`
		ErrorCode   int    `json:"error_code"`
		Description string `json:"description"`
		Parameters  struct {
			RetryAfter int `json:"retry_after"`
			Migrated   int `json:"migrate_to_chat_id"`
		} `json:"parameters"`
	}
	status, body, err := t.post(ctx, method, params)
	if err != nil {
		return answer.Result, fmt.Errorf("call %s: %w", method, err)
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return answer.Result, fmt.Errorf("call %s: an answer with status %d that is no JSON", method, status)
	}
	if answer.OK {
		return answer.Result, nil
	}
	switch p := answer.Parameters; {
	case p.RetryAfter > 0:
		return answer.Result, &api.TooManyRequestsError{Message: answer.Description, RetryAfter: p.RetryAfter}
	case p.Migrated != 0:
		return answer.Result, &api.MigrateError{Message: answer.Description, MigrateToChatID: p.Migrated}
	}
	if kind, known := refusals[answer.ErrorCode]; known {
		return answer.Result, fmt.Errorf("call %s: %w, %s", method, kind, answer.Description)
	}
	return answer.Result, fmt.Errorf("call %s: %d %s", method, answer.ErrorCode, answer.Description)
}

var refusals = map[int]error{
	http.StatusBadRequest:   api.ErrorBadRequest,
	http.StatusUnauthorized: api.ErrorUnauthorized,
	http.StatusForbidden:    api.ErrorForbidden,
	http.StatusNotFound:     api.ErrorNotFound,
	http.StatusConflict:     api.ErrorConflict,
}

// post sends a call and returns what came back.
func (t *Telegram) post(ctx context.Context, method string, params any) (status int, body []byte, err error) {
	content, err := json.Marshal(params)
	if err != nil {
		return 0, nil, err
	}
	address := t.settings.APIURL + "/bot" + t.settings.Token + "/" + method
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(content))
	if err != nil {
		return 0, nil, t.discreet(err)
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := t.http.Do(request)
	if err != nil {
		return 0, nil, withoutURL(err)
	}
	defer response.Body.Close()
	body, err = io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	return response.StatusCode, body, err
}

// withoutURL takes the address, and with it the token, out of an error.
func withoutURL(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
