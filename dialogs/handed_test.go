package dialogs

import (
	"slices"
	"testing"

	"terminbote/booking"
)

// commandsOf is the names of what is to be done.
func commandsOf(talk *talk) []string {
	var all []string
	for _, c := range talk.commands {
		all = append(all, CommandName(c))
	}
	return all
}

// What somebody does while staff hold the talk goes to them, or brings the assistant back.
func TestWhatIsDoneWhileStaffHoldTheTalk(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		event    Event
		passed   bool // nothing else is done about it
		commands []string
		remark   string
		handed   bool
	}{
		"words":             {Said{Text: "guten Tag"}, true, []string{"relay"}, "", true},
		"nothing":           {Said{Text: "  "}, true, nil, "remark.empty", true},
		"a network command": {Said{Text: "/ende"}, true, []string{"take back"}, "", false},
		"the way back":      {Said{Text: inGerman(handoverStep{}.show(at(citizenFlow{}, noScreen, "")).Groups[0].Choices[0].Label)}, true, []string{"take back"}, "", false},
		"a picture":         {Sent{}, true, nil, "handover.text_only", true},
		"a contact":         {Introduced{Name: "Erika"}, true, nil, "handover.text_only", true},
		"a press":           {Tapped{Choice: backChoice}, false, nil, "", true},
		"the menu":          {Asked{For: appointmentsChoice}, false, []string{"take back"}, "", false},
		"the assistant":     {Asked{For: assistantChoice}, true, []string{"take back"}, "", false},
		"begun again":       {Started{}, true, []string{"take back"}, "", false},
		"a link":            {Started{Payload: "concern_passport"}, false, []string{"take back"}, "", false},
		"a result":          {Result{}, false, nil, "", true},
		"an old notice":     {Responded{Notice: 3}, true, nil, "notice.over", true},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Handed, talk.Misses = true, 2
		passed, remark := talk.passedOn(tt.event), ""
		if len(talk.remarks) > 0 {
			remark = talk.remarks[0].Key
		}
		if passed != tt.passed || !slices.Equal(commandsOf(talk), tt.commands) || remark != tt.remark || talk.Handed != tt.handed || !tt.handed && talk.Misses > 0 {
			t.Errorf("%s: passed on %v, %v, %q, handed %v, %d misses", name, passed, commandsOf(talk), remark, talk.Handed, talk.Misses)
		}
		talk = at(citizenFlow{}, noScreen, "")
		if talk.passedOn(tt.event) || len(talk.commands)+len(talk.remarks) > 0 {
			t.Errorf("%s: where the assistant talks it is passed on", name)
		}
	}
}

// What came of handing over, of a message and of the end is said.
func TestWhatCameOfTalkingToStaffIsSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		result func(*talk, Result)
		err    error
		remark string
		handed bool // before: false
	}{
		"handed over": {(*talk).handedOver, nil, "handover.begun", true},
		"too often":   {(*talk).handedOver, booking.ErrTooOften, "handover.too_often", false},
		"nobody":      {(*talk).handedOver, booking.ErrUnknown, "handover.away", false},
		"passed on":   {(*talk).relayed, nil, "handover.passed", true},
		"too fast":    {(*talk).relayed, booking.ErrTooOften, "handover.slower", true},
		"over":        {(*talk).relayed, booking.ErrOver, "handover.over", false},
	} {
		talk := at(citizenFlow{}, personScreen, "")
		talk.Handed, talk.Misses = tt.handed && tt.remark != "handover.begun" || tt.remark == "handover.over", 3
		tt.result(talk, Result{Refused: tt.err})
		if len(talk.remarks) != 1 || talk.remarks[0].Key != tt.remark || talk.Handed != tt.handed {
			t.Errorf("%s: %v, handed %v", name, talk.remarks, talk.Handed)
		}
	}
	for kind, want := range map[LineKind]string{PlaceLine: "handover.place", LostLine: "handover.lost", OverLine: "handover.ended"} {
		if v := AnswerView(HandoverLine{Kind: kind, Place: 2}); v.Body[0].Key != want {
			t.Errorf("%s: %v", kind, v.Body)
		}
	}
	if v := AnswerView(HandoverLine{Kind: ClerkLine, Text: "a\nb"}); v.Title.Key != "handover.answer" || len(v.Body) != 2 || inGerman(v.Body[1]) != "b" {
		t.Errorf("a clerk's: %v, %v", v.Title, v.Body)
	}
}

// A talk with staff is ended by the word for finishing, alone and in any language, and a
// role is given to the name behind its command.
func TestSomeWordsOfClerksAreReadOutsideOfATalk(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"fertig": true, "done": true, "fertig K7M4PQ": false, "fertig 7": false, "ich bin fertig damit": false, "ja": false, "": false} {
		if got := EndsTalk(text); got != want {
			t.Errorf("%q ends a talk: %v", text, got)
		}
	}
	for text, want := range map[string]string{"rolle ben leitung": "ben", "role @ben lead": "ben", "rolle ben": "", "heute": "", "ben": ""} {
		if got := AppointedName(text); got != want {
			t.Errorf("%q gives a role to %q, want %q", text, got, want)
		}
	}
}
