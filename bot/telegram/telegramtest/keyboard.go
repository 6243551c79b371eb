package telegramtest

import (
	"bytes"
	"encoding/json"
	"net/url"
)

// Limits on inline keyboards: what clients show and Telegram's servers take.
const (
	maxButtons     = 100
	maxRow         = 8
	maxButtonData  = 64
	maxButtonLabel = 128
	maxMarkup      = 10_000 // bytes of a whole keyboard
)

// keys are the buttons a call sends along.
type keys struct {
	inline json.RawMessage // as it came, to send it back
	rows   [][]Button
	reply  *replyKeyboard
	remove bool
}

// replyKeyboard is the keyboard below the text field.
type replyKeyboard struct {
	Rows [][]replyButton `json:"keyboard"`
	Once bool            `json:"one_time_keyboard"`
}

type replyButton struct {
	Text    string `json:"text"`
	Contact bool   `json:"request_contact"`
}

// UnmarshalJSON reads a button, which may be a plain string.
func (b *replyButton) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &b.Text)
	}
	type plain replyButton
	return json.Unmarshal(data, (*plain)(b))
}

// markup reads reply_markup, whose shape was checked before.
func (c *call) markup() (keys, *refusal) {
	text := c.text("reply_markup")
	if text == "" {
		return keys{}, nil
	}
	var read struct {
		Inline [][]inlineButton `json:"inline_keyboard"`
		Remove bool             `json:"remove_keyboard"`
		replyKeyboard
	}
	if json.Unmarshal([]byte(text), &read) != nil {
		return keys{}, blame("can't parse reply keyboard markup JSON object")
	}
	switch {
	case read.Inline != nil:
		return inlineKeys(text, read.Inline)
	case read.Rows != nil:
		return keys{reply: &read.replyKeyboard}, checkReply(read.Rows)
	}
	return keys{remove: read.Remove}, nil
}

func checkReply(rows [][]replyButton) *refusal {
	for _, row := range rows {
		for _, b := range row {
			if b.Text == "" {
				return blame("keyboard button text must be non-empty")
			}
		}
	}
	return nil
}

func inlineKeys(text string, rows [][]inlineButton) (keys, *refusal) {
	k, count := keys{}, 0
	for _, row := range rows {
		if count += len(row); len(row) > maxRow || count > maxButtons {
			return k, blame("reply markup is too long")
		}
		var buttons []Button
		for _, b := range row {
			if err := b.check(); err != nil {
				return k, err
			}
			buttons = append(buttons, b.Button)
		}
		if len(buttons) > 0 {
			k.rows = append(k.rows, buttons)
		}
	}
	if count > 0 { // an empty keyboard is none
		var compact bytes.Buffer
		if json.Compact(&compact, []byte(text)) != nil {
			return k, blame("can't parse reply keyboard markup JSON object")
		}
		if compact.Len() > maxMarkup {
			return k, blame("reply markup is too long")
		}
		k.inline = compact.Bytes()
	}
	return k, nil
}

// inlineButton is a button with the actions that tests have no use for.
type inlineButton struct {
	Button
	CopyText *struct {
		Text string `json:"text"`
	} `json:"copy_text"`
	WebApp json.RawMessage `json:"web_app"`
}

func (b inlineButton) check() *refusal {
	actions := 0
	// An empty copy_text beside another action is what go-telegram/bot sends
	// with every button, and Telegram does not mind.
	copies := b.CopyText != nil && b.CopyText.Text != ""
	for _, set := range []bool{b.Data != "", b.URL != "", copies, b.WebApp != nil} {
		if set {
			actions++
		}
	}
	switch {
	case b.Text == "":
		return blame("strict: inline keyboard button text must be non-empty")
	case len([]rune(b.Text)) > maxButtonLabel:
		return blame("strict: button label of more than %d characters is unreadable", maxButtonLabel)
	case actions == 0 && b.CopyText != nil:
		return blame("BUTTON_COPY_TEXT_INVALID")
	case actions == 0:
		return blame("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
	case actions > 1:
		return blame("strict: button %q has more than one action", b.Text)
	case len(b.Data) > maxButtonData:
		return blame("BUTTON_DATA_INVALID")
	}
	return checkURL(b.URL)
}

func checkURL(address string) *refusal {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "tg" && (u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return blame("BUTTON_URL_INVALID")
	}
	return nil
}
