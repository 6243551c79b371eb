package bot

import (
	"encoding/json"
	"errors"
	"fmt"
)

// ReadFields reads those fields of a JSON object that can be read, and leaves
// the others as they are: one field that a network sends differently than before
// must not leave somebody without an answer.
func ReadFields(raw []byte, into map[string]any) {
	parts := map[string]json.RawMessage{}
	_ = json.Unmarshal(raw, &parts) // what is no object has no fields
	for name, to := range into {
		_ = json.Unmarshal(parts[name], to)
	}
}

// Unreadable says what of a JSON text cannot be read, without what is written
// there: it may be somebody's words.
func Unreadable(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%s is no %s", kind.Field, kind.Type)
	}
	return errors.New("no JSON")
}
