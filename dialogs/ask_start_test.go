package dialogs_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestOneLinkAfterTheOther(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).turn(t, dialogs.Started{Payload: "concern_id-card"})
	again := v.turn(t, dialogs.Started{Payload: "concern_id-card"})
	if again.step == "resume" {
		t.Error("the same link twice asks whether to give up what it led to")
	}
	other := booking.ConcernID("")
	for _, c := range v.memory.Town().Offices[0].Concerns {
		if c.ID != "id-card" && !c.PhoneOnly {
			other = c.ID
		}
	}
	second := v.turn(t, dialogs.Started{Payload: "concern_" + string(other)})
	if second.step != "resume" {
		t.Fatalf("at %s", second.step)
	}
	taken := second.tap(t, "over")
	if w := taken.state.Draft.Wishes; len(w) != 1 || w[0].Concern != other {
		t.Errorf("the second link led to %v", w)
	}
	kept := second.tap(t, "continue")
	if w := kept.state.Draft.Wishes; len(w) != 1 || w[0].Concern != "id-card" {
		t.Errorf("going on led to %v", w)
	}
}

func TestALinkToWhatIsGoneSaysSo(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t))
	for _, payload := range []string{"concern_divorce", "category_none", "concern_", "hello"} {
		if got := v.turn(t, dialogs.Started{Payload: payload}); !got.remarked("start.gone") || got.step != "category" {
			t.Errorf("%s: at %s, %v", payload, got.step, got.remarks)
		}
		busy := v.say(t, "Perso").turn(t, dialogs.Started{Payload: payload})
		if !busy.remarked("start.gone") || busy.step != "resume" || len(busy.state.Draft.Wishes) != 1 {
			t.Errorf("%s in the middle: at %s, %v", payload, busy.step, busy.remarks)
		}
	}
	if got := v.turn(t, dialogs.Started{}); got.remarked("start.gone") {
		t.Error("a start without a link is said to have led nowhere")
	}
}

// A link that somebody wrote by hand may lack what says that it is a concern.
func TestALinkMayNameAConcernAlone(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).turn(t, dialogs.Started{Payload: "id-card"})
	if w := v.state.Draft.Wishes; len(w) != 1 || w[0].Concern != "id-card" {
		t.Errorf("it led to %v", w)
	}
}
