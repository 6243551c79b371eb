package storage

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Actor is who does something: a citizen in a chat, a member of staff, a
// program, or the person who has the link of a mail. The history names it.
type Actor struct {
	Person  booking.PersonID
	Staff   string                // name of the clerk or program; empty: the person acts
	Role    booking.Role          // of a clerk; programs have none
	Account dialogs.Chat          // of a clerk; programs have none
	Letter  booking.AppointmentID // what the link in a mail is about; 0: no link was followed
	Sender  string                // what deeds in a chat count for; empty: no chat

	Channel string // on which the person acts, for statistics
}

// audience is the audience that the actor books as.
func (a Actor) audience() booking.Audience {
	if a.Staff != "" {
		return booking.Staff
	}
	return booking.Public
}

// byStaff and byLetter stand in statistics beside the networks.
const (
	byStaff  = "staff"
	byLetter = "mail"
)

// channel is how statistics name the way by which the actor books.
func (a Actor) channel() string {
	switch {
	case a.Staff != "":
		return byStaff
	case a.Letter != 0:
		return byLetter
	}
	return a.Channel
}

// owns tells whether the actor may act on the appointment: staff on all, a
// citizen on their own, a link on its one.
func (a Actor) owns(x booking.Appointment) bool {
	return a.Staff != "" || a.Person != 0 && x.Holder == a.Person || a.Letter != 0 && x.ID == a.Letter
}

// key keeps requests of different actors apart.
func (a Actor) key(request string) string {
	if request == "" {
		return ""
	}
	return a.entry() + "/" + request
}

// entry names the actor in the history and the audit log: a clerk by name and
// account, since names are given to somebody else.
func (a Actor) entry() string {
	if a.Staff == "" || a.Account == (dialogs.Chat{}) {
		return a.String()
	}
	return strings.ReplaceAll(a.Staff, "\t", " ") + "\t" + a.Account.Channel + " " + a.Account.Address
}

// actorIn is who an entry of the history names, and the account of a clerk.
// Earlier entries have none.
func actorIn(entry string) (name string, account dialogs.Chat) {
	name, at, _ := strings.Cut(entry, "\t")
	account.Channel, account.Address, _ = strings.Cut(at, " ")
	return name, account
}

// String names the actor.
func (a Actor) String() string {
	if a.Staff != "" {
		return a.Staff
	}
	if a.Letter != 0 {
		return "letter"
	}
	return "person " + strconv.FormatInt(int64(a.Person), 10)
}
