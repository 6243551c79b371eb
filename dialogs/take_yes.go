package dialogs

import (
	"reflect"
	"slices"
	"strings"

	"terminbote/dialogs/understand"
)

// What stands beside a yes to a question that binds: it is answered or said back, and not passed
// over with the yes.

// agreeing is what takes up a question that binds.
var agreeing = []understand.Intent{understand.Yes, understand.Next, understand.Book, understand.Enough}

// hangsOn tells whether something is set against a yes that binds, or it hangs on something: "ja, aber
// mit Express".
func (x *taking) hangsOn(intent understand.Intent) bool {
	return x.said.Proviso != "" && x.binds() && slices.Contains(agreeing, intent)
}

// asksForYes asks for a plain yes where what binds, or takes something away, is answered with a question, or
// the yes hangs on something.
func (x *taking) asksForYes(intent understand.Intent) bool {
	switch {
	case intent == understand.Yes && (x.binds() || x.view.Grave) && x.asksBack():
		x.askYes()
	case x.hangsOn(intent):
		x.hearProviso()
	default:
		return false
	}
	return true
}

// passDoubtsOfProviso passes over what words of a proviso could mean besides, and hardly do: "nur wenn
// ich parken kann" asks for no parking permit.
func (x *taking) passDoubtsOfProviso() {
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && (f.Sure < understand.Doubt || len(v.Rivals) > 0) && strings.Contains(x.said.Proviso, f.Words)
	})
}

// hearProviso answers what a yes hangs on, or says that nobody here can. Nothing is done before a
// plain yes.
func (x *taking) hearProviso() {
	x.used = true
	switch {
	case len(values[understand.QuestionValue](x.said)) > 0 || x.answersAs(x.said.Proviso):
	case x.said.Unsure:
		x.miss("yes.unsure") // "ja, vielleicht"
	default:
		x.miss("yes.proviso", "Words", quote(x.said.Proviso), "Phone", x.phone())
	}
}

// answersAs answers what is told beside a yes as if it were asked, where it is of a kind that people
// ask leave for: "nur wenn ich parken kann", "ich bringe meinen Hund mit".
func (x *taking) answersAs(told string) bool {
	said := x.understood(told+"?", understand.ExpectWish, View{})
	for _, f := range said.Found {
		q, is := f.Value.(understand.QuestionValue)
		if is && f.Sure >= understand.Doubt && toldAsAsked[q.About] {
			x.answer(q)
			return true
		}
	}
	return false
}

// toldAsAsked is what somebody tells who wants to know whether it may be.
var toldAsAsked = map[understand.Topic]bool{
	understand.AboutParking: true, understand.AboutTransit: true, understand.AboutAccess: true, understand.AboutPayment: true, understand.AboutPhoto: true,
	understand.AboutLanguages: true, understand.AboutLength: true, understand.AboutFee: true, understand.AboutNotices: true, understand.AboutTown: true,
}

// sayBeside says what was told beside a yes that was taken, and was not.
func (x *taking) sayBeside() {
	var left []string
	for _, clause := range x.said.BesideYes {
		if !x.answersAs(clause) {
			left = append(left, clause)
		}
	}
	if x.bound && len(left) > 0 {
		x.remark("taken.rest", "Words", quote(strings.Join(left, " … ")))
	}
}

// hearsYesLeft takes up a yes that binds of which nothing was made yet. It counts beside what is so
// already ("passt, bis Dienstag"), and not beside what it hangs on; behind an answer it is said how to
// agree.
func (x *taking) hearsYesLeft(before Draft) {
	if !x.said.Agrees || !x.binds() || x.step().name() != x.stood || len(x.commands) > 0 {
		return
	}
	same := before
	same.Days, same.Hours, same.Or = x.Draft.Days, x.Draft.Hours, x.Draft.Or
	changes := x.used && !reflect.DeepEqual(same, x.Draft)
	switch {
	case x.missed:
	case x.answered:
		x.remark("yes.if_so")
	case changes:
	case x.said.Proviso != "" && (!x.used || len(x.echo) > 0):
		x.echo = nil
		x.hearProviso()
		if x.answered {
			x.remark("yes.if_so")
		}
	case x.used && len(x.remarks) == 0:
		x.echo, x.bound = nil, true
		x.choose(yesChoice)
	}
}

// asksBack tells whether a yes to what binds, or takes something away, is itself a question, or stands beside one about money
// or with a but: "ja?", "stimmt alles?", "ja, was kostet das nochmal?". Nobody books bindingly so.
func (x *taking) asksBack() bool {
	if !strings.Contains(x.said.Text, "?") {
		return false
	}
	questions := values[understand.QuestionValue](x.said)
	money := slices.ContainsFunc(questions, func(q understand.QuestionValue) bool {
		return q.About == understand.AboutFee || q.About == understand.AboutPayment
	})
	return len(questions)+len(x.said.Unanswered) == 0 || money || x.said.Instead
}

// askYes asks for a plain yes where what was asked is not answered anyhow.
func (x *taking) askYes() {
	x.used = true
	switch {
	case len(values[understand.QuestionValue](x.said)) > 0:
	case x.asked == understand.ExpectReview:
		x.miss("review.asked")
	default:
		x.miss("yes.asked")
	}
}
