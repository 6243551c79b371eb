package bot_test

import (
	"encoding/json"
	"strings"
	"testing"

	"terminbote/bot"
)

// What can be read of an object is read, whatever else stands in it, and what cannot
// be read is said without its words.
func TestFieldsAreReadOneByOne(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]struct {
		name string
		id   int64
	}{
		`{"name":"Erika","id":7}`:           {"Erika", 7},
		`{"name":{"first":"Erika"},"id":7}`: {"", 7},
		`{"name":"Erika","id":"seven"}`:     {"Erika", 0},
		`{"id":7,"new":[1,{}]}`:             {"", 7},
		`[]`:                                {"", 0},
		`"Erika"`:                           {"", 0},
		`{"name":"Erika"`:                   {"", 0},
	} {
		var name string
		var id int64
		bot.ReadFields([]byte(raw), map[string]any{"name": &name, "id": &id})
		if name != want.name || id != want.id {
			t.Errorf("%s: %q, %d", raw, name, id)
		}
	}
	var object struct{ Name int }
	for raw, want := range map[string]string{`{"Name":"Geheimnis"}`: "Name is no int", `Geheimnis`: "no JSON", `{"Name":1`: "no JSON"} {
		err := json.Unmarshal([]byte(raw), &object)
		if got := bot.Unreadable(err).Error(); got != want || strings.Contains(got, "Geheimnis") {
			t.Errorf("%s: %s", raw, got)
		}
	}
}
