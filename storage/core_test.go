package storage_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// core is what a short run tries of storage, besides the contract: of each
// subject the test that goes from end to end, and what must never break.
var core = []string{
	"TestWhatIsBookedIsFoundAgain", "TestBookingTwiceBooksOnce", "TestAHoldThatRanOutFreesItsTimeAtOnce",
	"TestNobodyGivesBackWhatIsAnothers", "TestAMoveKeepsTheOldTimeUntilItIsConfirmed", "TestACancelledTimeRestsBeforeThePublicSeesIt",
	"TestACodeMakesAnAppointmentSomebodysOwn", "TestAConversationSurvivesARestart", "TestATurnThatFailsLeavesNothing",
	"TestUpdatesOfAChatAreAnsweredInOrderAndOnce", "TestWhoBooksFiveMinutesAfterTheReminderIsNotReminded",
	"TestAFreedTimeIsOfferedAndTaken", "TestTheNextIsCalledServedAndDone", "TestAClosureBeatsEverythingAndForgetsNobody",
	"TestWhoIsHitByAClosureSitsElsewhereOrIsTold", "TestAnImportIsAllOrNothing", "TestNobodyDoesWhatTheirRoleDoesNotAllow",
	"TestAfterTheOfficesTimeNothingLeadsToAnybody", "TestAnErasureLeavesNothingOfAPerson", "TestEverybodyIsGivenAllThatIsStoredAboutThem",
	"TestDeedsOutliveThePersonAndNameNobody", "TestStatisticsCountWhatBecameOfVisits", "TestWhoDoesNotComeIsMissedAndToldKindly",
	"TestStaffAreReachedOnlyWhileTheyAreThere", "TestWithoutMailNewcomersKeepAShareOfADay", "TestATicketIsOfOneDay",
	"TestNothingThatAClerkLooksUpIsAnotherTowns", "TestManyForFewDesksFillThemExactly", "TestADayThatWasReadBeforeGoesByTheClock",
}

func TestTheCoreIsThere(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source.Write(text)
	}
	for _, name := range core {
		if !strings.Contains(source.String(), "\nfunc "+name+"(t *testing.T) {") {
			t.Errorf("%s is in the core, and nowhere else", name)
		}
	}
}
