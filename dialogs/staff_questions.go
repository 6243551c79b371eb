package dialogs

// The questions of a booking for somebody on the phone: those that a citizen
// is asked, put by the clerk. What a concern wants to know first, and what to
// bring, is read out at the end.
var phoneQuestions = []question{
	whichStep{},
	staffCategoryStep{},
	concernStep{},
	quantityStep{},
	personsStep{},
	officeStep{},
	whenStep{},
	dayStep{},
	timeStep{},
	nameStep{},
	staffPhoneStep{},
	staffMailStep{},
	staffReviewStep{},
}

var phoneMoveQuestions = []question{whenStep{}, dayStep{}, timeStep{}, staffMoveStep{}}

// The questions of a closure. The people it hits are shown before it is made.
var closeQuestions = []question{overrideDayStep{}, overrideHoursStep{}, overrideDeskStep{}, closeReasonStep{}, closeReviewStep{}}

// The questions of extra hours.
var openQuestions = []question{overrideDayStep{}, overrideHoursStep{}, overrideDeskStep{}, openForStep{}, openReviewStep{}}

func (staffFlow) questions(t *talk) []question {
	switch {
	case t.Work.Task == closingTask:
		return closeQuestions
	case t.Work.Task == openingTask:
		return openQuestions
	case t.Draft.Moving != 0:
		return phoneMoveQuestions
	}
	return phoneQuestions
}
