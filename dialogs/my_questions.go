package dialogs

// The questions of a booking, of a move, and of a change of what an appointment is for.
var (
	bookQuestions = []question{
		whichStep{},
		categoryStep{},
		concernStep{},
		agreeStep{},
		quantityStep{},
		personsStep{},
		officeStep{},
		whenStep{},
		dayStep{},
		timeStep{},
		nameStep{},
		mailStep{},
		bringStep{},
		reviewStep{},
	}
	moveQuestions   = []question{whenStep{}, dayStep{}, timeStep{}, moveStep{}}
	changeQuestions = []question{
		whichStep{},
		categoryStep{},
		concernStep{},
		agreeStep{},
		quantityStep{},
		personsStep{},
		whenStep{},
		dayStep{},
		timeStep{},
		moveStep{},
	}
)

// The questions for a place on the waiting list: for a first appointment, and
// for an earlier time of one.
var (
	waitQuestions        = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, nameStep{}, mailStep{}, waitReviewStep{}}
	waitEarlierQuestions = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, waitReviewStep{}}
)

// questions is what a citizen is asked, in this order.
func (citizenFlow) questions(t *talk) []question {
	switch {
	case t.Draft.Wait.On && t.Draft.Moving != 0:
		return waitEarlierQuestions
	case t.Draft.Wait.On:
		return waitQuestions
	case t.Draft.Changes:
		return changeQuestions
	case t.Draft.Moving != 0:
		return moveQuestions
	}
	return bookQuestions
}
