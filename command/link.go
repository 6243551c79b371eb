package command

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"rsc.io/qr"

	"terminbote/booking"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
)

// runLink prints the link that opens the chat with a concern or category
// already chosen, and writes its QR code.
func runLink(ctx context.Context, c console, args []string) error {
	set := c.flags("link")
	name := set.String("bot", "", "the bot's `NAME` on Telegram (default: asked with $TELEGRAM_TOKEN)")
	which := townFlags(set)
	out := set.String("png", "", "`FILE` for the QR code (default: CONCERN.png)")
	place := set.String("at", "", "lead to the office with that `ID`, where several do it")
	asHTML := set.Bool("html", false, "print a link, a button and a frame for the town's home page, that lead to the talk in the browser")
	public := set.String("url", "", "with --html, the `ADDRESS` of the program (default $PUBLIC_URL)")
	at := nowFlag(set)
	operands, err := parse(set, args, "a concern or category")
	if err != nil {
		return err
	}
	town, err := which.load()
	if err != nil {
		return err
	}
	now, err := c.clock(*at, town)
	if err != nil {
		return err
	}
	payload, err := c.payloadFor(town, operands[0], now())
	if err == nil {
		payload, err = payloadAt(town, *place, payload)
	}
	if err != nil {
		return err
	}
	values, err := which.values()
	if err != nil {
		return err
	}
	if *asHTML {
		return c.printHTML(town, operands[0], cmp.Or(*public, values["PUBLIC_URL"]))
	}
	if *name == "" {
		if *name, err = botName(ctx, values); err != nil {
			return err
		}
	}
	if *out == "" {
		*out = operands[0] + ".png"
	}
	link := "https://t.me/" + strings.TrimPrefix(*name, "@") + "?start=" + payload
	code, err := qr.Encode(link, qr.M)
	if err != nil {
		return fmt.Errorf("draw QR code: %w", err)
	}
	code.Scale = 12
	if err := os.WriteFile(*out, code.PNG(), 0o644); err != nil { //nolint:gosec // a picture for everybody
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\n%s\n", link, *out)
	return err
}

// payloadAt is the part of a link that leads to what payload names at an office.
func payloadAt(town booking.Town, id, payload string) (string, error) {
	if id == "" {
		return payload, nil
	}
	if _, ok := town.Office(booking.OfficeID(id)); !ok {
		return "", wrongCall{fmt.Sprintf("there is no office %q", id)}
	}
	payload = dialogs.PlaceLink(booking.OfficeID(id), payload)
	if len(payload) > longestPayload {
		return "", wrongCall{fmt.Sprintf("%s has more than the %d characters that a link on Telegram carries", payload, longestPayload)}
	}
	return payload, nil
}

// longestPayload is what a link on Telegram carries
// (https://core.telegram.org/bots/features#deep-linking).
const longestPayload = 64

// payloadFor is the part of a link that names the concern or category with that
// ID. A link to what is not done yet is drawn, since letters are written before.
func (c console) payloadFor(town booking.Town, id string, now time.Time) (string, error) {
	today := func(o *booking.Office) booking.Date { return o.Today(now) }
	concern, office, ever := town.Ever(booking.ConcernID(id))
	town = town.As(today)
	_, current := town.Concern(booking.ConcernID(id))
	switch from, until := concern.Done.From, concern.Done.Until; {
	case current && !from.After(today(office)):
		return "concern_" + id, nil
	case ever && !until.IsZero() && today(office).After(until):
		return "", wrongCall{fmt.Sprintf("%s is done until %v only; a link to it would lead nowhere", id, until)}
	case ever && from.After(today(office)):
		fmt.Fprintf(c.err, "please note: %s is done from %v on; until its days can be booked, the link says so\n", id, from)
		return "concern_" + id, nil
	}
	return categoryPayload(town, id)
}

// categoryPayload is the part of a link that names a category, or what else a
// link could name.
func categoryPayload(town booking.Town, id string) (string, error) {
	var known []string
	for _, category := range town.Categories() {
		if string(category.ID) == id {
			return "category_" + id, nil
		}
		known = append(known, string(category.ID))
		for _, concern := range town.ConcernsIn(category.ID) {
			known = append(known, "  "+string(concern.ID))
		}
	}
	return "", wrongCall{fmt.Sprintf("there is no concern or category %q; there are:\n%s", id, strings.Join(known, "\n"))}
}

func botName(ctx context.Context, values map[string]string) (string, error) {
	token := values["TELEGRAM_TOKEN"]
	if token == "" {
		return "", wrongCall{"--bot NAME or TELEGRAM_TOKEN expected: whose chat shall the link open?"}
	}
	url := values["TELEGRAM_API_URL"]
	if url == "" {
		url = "https://api.telegram.org"
	}
	return telegram.Name(ctx, telegram.Settings{Token: token, APIURL: strings.TrimSuffix(url, "/")})
}
