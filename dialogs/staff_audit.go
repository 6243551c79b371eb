package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// staffAuditStep shows leads what staff did lately. It names who did it, so that
// mistakes can be asked about; nobody's doings are counted.
type staffAuditStep struct{}

func (staffAuditStep) name() string { return "trail" }

func (staffAuditStep) need(*talk) Need { return Need{Staff: StaffNeed{Audit: true, Colleagues: true}} }

func (staffAuditStep) show(t *talk) View {
	v := View{Title: locales.Say("staff.audit"), Groups: []Group{t.wayOut()}}
	if !t.facts.allows(booking.Lead) || len(t.facts.Staff.Audit) == 0 {
		v.Ask = locales.Say("staff.audit_none")
		return v
	}
	zone := booking.Appointment{Office: t.workOffice().ID}
	for _, act := range t.facts.Staff.Audit {
		who := t.facts.whoLine(act, t.facts.Staff.Audit)
		line := locales.Say("staff.act", "When", t.facts.momentOf(act.At, zone), "What", actLine(act.What), "Who", who)
		if about := t.aboutLine(act); !about.IsZero() {
			line = locales.Say("staff.act_on", "When", t.facts.momentOf(act.At, zone),
				"What", actLine(act.What), "About", about, "Who", who)
		}
		v.Body = append(v.Body, line)
	}
	return v
}

// aboutLine is what was done with: an appointment, a colleague, hours of a day.
func (t *talk) aboutLine(act AuditEntry) locales.Line {
	said := func(key string) string {
		text, _ := act.Detail[key].(string)
		return text
	}
	day, err := booking.ParseDate(said("day"))
	switch {
	case act.Number != "":
		return locales.Plain(act.Number.String())
	case act.What == RoleGiven:
		return roleGivenLine(said)
	case err == nil && act.What == FileHit:
		return locales.Say("staff.act_hit", "Day", shortDateOf(day), "Count", detailNumber(act, "count"))
	case err == nil && (act.What == MinutesChanged || act.What == MinutesBack):
		c, _ := t.workOffice().Concern(booking.ConcernID(said("concern")))
		return locales.Say("staff.act_minutes", "Concern", locales.Text(c.Name), "Day", shortDateOf(day),
			"Before", detailNumber(act, "before"), "Minutes", detailNumber(act, "minutes"))
	case err == nil:
		return locales.Say("staff.act_day", "Day", shortDateOf(day), "From", said("from"), "To", said("to"), "Reason", plain(said("reason")))
	}
	return locales.Line{}
}

// detailNumber is a number of an audit entry: how many appointments an office file
// has hit, minutes. Numbers come back from storage as JSON has them.
func detailNumber(act AuditEntry, name string) int {
	number, _ := act.Detail[name].(float64)
	return int(number)
}

func (staffAuditStep) choose(*talk, string) bool { return false }

func (staffAuditStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// actLine names what was done, by the word of the history or the audit log.
func actLine(what string) locales.Line {
	line, known := map[string]locales.Line{
		WasBooked:      locales.Say("staff.did.booked"),
		WasMoved:       locales.Say("staff.did.moved"),
		WasChanged:     locales.Say("staff.did.changed"),
		WasCancelled:   locales.Say("staff.did.cancelled"),
		WasRestored:    locales.Say("staff.did.restored"),
		WasDropped:     locales.Say("staff.did.dropped"),
		WasTakenUp:     locales.Say("staff.did.taken_up"),
		WasHit:         locales.Say("staff.did.hit"),
		WasAffirmed:    locales.Say("staff.did.affirmed"),
		WasDelayed:     locales.Say("staff.did.delayed"),
		WasCheckedIn:   locales.Say("staff.did.here"),
		WasCalled:      locales.Say("staff.did.called"),
		WasUncalled:    locales.Say("staff.did.uncalled"),
		WasUnarrived:   locales.Say("staff.did.unarrived"),
		WasUnfinished:  locales.Say("staff.did.unfinished"),
		WasUnmissed:    locales.Say("staff.did.unmissed"),
		WasFinished:    locales.Say("staff.did.finished"),
		WasMissed:      locales.Say("staff.did.missed"),
		WasGivenCode:   locales.Say("staff.did.code"),
		WasAttached:    locales.Say("staff.did.attached"),
		WasImported:    locales.Say("staff.did.imported"),
		WasDisowned:    locales.Say("staff.did.disowned"),
		WasReady:       locales.Say("staff.did.ready"),
		AlarmRaised:    locales.Say("staff.did.alarm"),
		WasTicketed:    locales.Say("staff.did.ticket"),
		WasCalledAgain: locales.Say("staff.did.called_again"),
		WasParked:      locales.Say("staff.did.parked"),
		WasSentOn:      locales.Say("staff.did.sent_on"),
		DayClosed:      locales.Say("staff.did.closed"),
		DayReopened:    locales.Say("staff.did.reopened"),
		HoursOpened:    locales.Say("staff.did.opened"),
		HoursWithdrawn: locales.Say("staff.did.withdrawn"),
		RoleGiven:      locales.Say("staff.did.appointed"),
		FileRead:       locales.Say("staff.did.file_read"),
		FileRefused:    locales.Say("staff.did.file_refused"),
		FileHit:        locales.Say("staff.did.file_hit"),
		MinutesChanged: locales.Say("staff.did.minutes"),
		MinutesBack:    locales.Say("staff.did.minutes_back"),
	}[what]
	if !known {
		return plain(what)
	}
	return line
}

// RoleDetail is what the audit log keeps of a role that was given: whose account
// it is, since a name may be somebody else's tomorrow.
func RoleDetail(c SetRole) map[string]any {
	return map[string]any{"name": c.Name, "role": string(c.Role), "network": c.Chat.Channel, "account": c.Chat.Address}
}

// roleGivenLine is whose account was given which role. Earlier entries have
// only the name.
func roleGivenLine(said func(string) string) locales.Line {
	name, role := plain(said("name")), roleLine(booking.Role(said("role")))
	if said("account") == "" {
		return locales.Say("staff.colleague", "Name", name, "Role", role)
	}
	return locales.Say("staff.colleague_at", "Name", name, "Account", plain(said("network")+" "+said("account")), "Role", role)
}

// whoLine names who did it: a clerk by name, and by account where another goes by
// that name, a citizen by none.
func (f Facts) whoLine(act AuditEntry, among []AuditEntry) locales.Line {
	if act.Account == (Chat{}) {
		return otherLine(act.By)
	}
	taken := func(name string, account Chat) bool {
		return account != act.Account && sameName(name, act.By)
	}
	if slices.ContainsFunc(f.Staff.Colleagues, func(c Colleague) bool { return taken(c.Name, c.Chat) }) ||
		slices.ContainsFunc(among, func(a AuditEntry) bool { return a.Account != (Chat{}) && taken(a.By, a.Account) }) {
		return locales.Say("staff.who.account", "Name", plain(act.By), "Account", plain(act.Account.Channel+" "+act.Account.Address))
	}
	return plain(act.By)
}

// How the history names programs: what acts by itself when the time has come or an
// office file has changed, and what enters a file.
const (
	ByProgram = "clock"
	ByImport  = "import"
	ByPickup  = "pickup"
)

// otherLine names who is no account: a citizen by none, a program.
func otherLine(by string) locales.Line {
	switch {
	case strings.HasPrefix(by, "person "), by == "erased":
		return locales.Say("staff.who.citizen")
	case by == "letter":
		return locales.Say("staff.who.letter")
	case by == "", by == ByProgram:
		return locales.Say("staff.who.program")
	case by == ByImport, by == ByPickup:
		return locales.Say("staff.who.file")
	}
	return plain(by)
}
