package office

import (
	"net/mail"
	"reflect"
	"regexp"
)

// origin is the beginning of the addresses of one web site.
type origin struct{ value[string] }

var originForm = regexp.MustCompile(`^https?://[a-z0-9.-]+(:[0-9]{1,5})?$`)

func (x *origin) read(r *reader, n *node, _ reflect.StructTag) {
	expected := say("the beginning of a site's addresses, such as https://www.werne.de")
	if s, ok := r.matching(n, originForm, expected); ok {
		x.take(n, s)
	}
}

func (x *origin) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": originForm.String()}
}

// mailbox is a mail address.
type mailbox struct{ value[string] }

func (x *mailbox) read(r *reader, n *node, _ reflect.StructTag) {
	expected := say("a mail address such as buergerbuero@werne.de")
	s, ok := r.string(n, expected)
	if !ok {
		return
	}
	if a, err := mail.ParseAddress(s); err != nil || a.Address != s {
		r.add(n.position, "%s is no mail address; expected %s", quote(s), expected)
		return
	}
	x.take(n, s)
}

func (x *mailbox) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"}
}
