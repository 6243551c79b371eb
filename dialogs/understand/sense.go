package understand

// sense is the part that a word or a phrase plays in what is said about days,
// times, people and numbers. A phrase may have several.
type sense uint8

const (
	// Of days.
	sWeekday    sense = iota // value: from Sunday, 0
	sWeekdays                // of every week: dienstags
	sMonth                   // value: from January, 1
	sDay                     // value: days from today
	sSpan                    // value: its days; month for a month
	sOrdinal                 // value
	sFeast                   // value: month*100+day
	sPartOf                  // value: 1 the beginning, 2 the middle, 3 the end
	sWeekOf                  // week 49
	sWeekWith                // the week of a date
	sOfMonth                 // between a week and its month
	sMonthWeek               // value: a week of that month
	sMonthPart               // value: likewise, of this month
	sWeekend                 // Saturday and Sunday
	sWorkdays                // Monday to Friday
	sNext                    // of the calendar week after this one
	sComing                  // the first to come
	sAfterNext               //
	sThis                    //
	sLast                    //
	sIn                      // in three days
	sHence                   // three days from now
	sWithin                  // within the next three days
	sAgo                     // three weeks ago
	sSoonest                 // as early as possible
	sAnyDay                  //
	sAnyTime                 //
	sAnyWhen                 // either does
	sIdle                    // likewise, where a day is asked for
	sUrgent                  // soonest, where a day is asked for
	sDontKnow                // no answer
	sYears                   // behind a number: no time
	sYear                    // a year as a stretch: nächstes Jahr
	sNewYear                 // the year to come
	sYearsEnd                // between Christmas and New Year
	sIsOld                   // before a number: it is an age
	sEach                    // je: so many for everybody named
	sEachOf                  // beides, von jedem: so many of everything named
	sOutright                // people, counted no matter who they are
	sLatest                  // the last of what fits
	sSameTime                // the time of day spoken of: zur gleichen Zeit
	sSameGiven               // what was given before, or is offered: die gleiche
	sOn                      // announces a date
	sYet                     // heute noch: says nothing more
	sImpossible              // behind a day: that one does not do
	sNever                   // not, never: ends what says that
	sNor                     // between days that do not do
	sEvent                   // what is told happens then; nobody wants to come then
	sBusy                    // work, school: a time beside it is not free
	sDayBefore               // behind a day: what is wanted lies before it
	sDayAfter                // behind a day: what is wanted lies after it
	sAway                    // on holiday: the days beside it are not free
	sReturns                 // back again: from the day beside it on somebody is free
	sDone                    // behind a time: from then on somebody is free
	sDue                     // behind a time: until then somebody is free
	sEnds                    // beside work and a time: it is over then
	sBegins                  // beside work and a time: it begins then
	sMust                    // somebody has to: beside a time and what begins then
	sWorks                   // a verb of what somebody has to do
	sWas                     // what is told lies behind
	sSince                   // before a day that lies behind
	sOnto                    // between a day and the one it is moved to: auf
	sCannot                  // before a day that does not do: can't make it
	sSaying                  // an idiom that is not about what its words are: zum ersten Mal
	sWeekOn                  // the week after that one

	// Of times.
	sNumber        // value
	sCount         // value; never an hour
	sHalf          //
	sQuarter       //
	sThreeQuarters //
	sOClock        //
	sMinutes       //
	sHours         // a length in hours
	sAM            //
	sPM            //
	sNight         // behind a time: the hours before six, or before midnight
	sClock         // value: minutes after midnight
	sPart          // value: a part of the day
	sPartInDay     // likewise, only behind a day: Tuesday morning
	sPartShort     // likewise cut short: di vorm., Tue a.m.
	sEarlyPart     // the early afternoon
	sLatePart      // the late afternoon
	sNotEarly      // any time but the first of the day
	sNotLate       // any time but the last of the day
	sWhile         // while, when
	sBeforeDoing   // before somebody does something
	sAfterDoing    // once somebody has done it
	sSchool        // where children are in the forenoon
	sAt            // at nine
	sAbout         // around nine
	sAboutBehind   // nine or so
	sTo            // minutes to an hour
	sPast          // minutes past an hour

	// Between what is named.
	sFrom      // from, not before
	sAfter     // after
	sUntil     // until, at the latest
	sUntilThen // see you
	sBefore    // before
	sBetween   //
	sThrough   // Monday to Friday
	sAnd       //
	sOr        //
	sOnly      //
	sNot       //
	sButRather // not Tuesday but Wednesday
	sEvery     // any morning but Wednesday
	sInsteadOf // two instead of one

	// Of what was chosen before.
	sTooEarly   //
	sTooLate    //
	sLater      //
	sEarlier    //
	sABit       // a bit later
	sOnceThere  // begins what says that they are there anyway: wo ich schon (da bin)
	sList       // das zweite Angebot
	sPick       // der, die, das: before an ordinal
	sTheLast    //
	sTheLastBut // the last but one
	sTheMid     // the middle one
	sTheSoon    // the earliest of a list
	sTheTop     // the uppermost of a list
	sTheLate    // the latest of a list
	sPlace      // number 2, option 2
	sLength     // value: minutes: half an hour
	sDayOn      // the day after that
	sDayBack    // the day before that
	sSlot       // an appointment
	sWanting    // a day near it is wanted, not told

	// Of people and of how many.
	sSelf       // I, me
	sCaller     // in a clerk's line, who calls: für sie und die Kinder
	sKin        // value: how many people the word says
	sPeople     // counted: persons, adults, children
	sComesAlong // behind a relative: comes along
	sFew        // some: no number
	sCompany    // value: zu zweit, both of us
	sWeAre      // we are four
	sMine       // my, our, a
	sWith       //
	sTimes      // twice: zweimal; value, or 0 for the word behind a number

	// Of names and addresses.
	sNameIs     // mein Name ist
	sNameBehind // … ist mein Name
	sHost       // before somebody with a title, who is of the office: bei Frau Meier
	sFamilyName // family name: … first name: …
	sGivenName  //
	sNameUnder  // auf, unter dem Namen: weaker
	sTitle      // Herr: no part of the name
	sDegree     // Dr.: a part of it
	sParticle   // von
	sAtSign     // at, klammeraffe
	sDot        // punkt
	sDash       // minus, bindestrich
	sLowDash    // unterstrich

	// Of what is corrected.
	sWrong       // falsch, ändern
	sRight       // before an answer, with not: stimmt der Name nicht
	sMistaken    // what I said last was wrong
	sMisread     // that is not what I came for
	sWithLetters // before the letters that a name is written with
	sOfLetters   // before a letter: doppel
	sNeed        // needed so many: no time
	sAfterAll    // before a number: so many after all
	sField       // value: which answer
)

// partWindow are the hours of a part of the day.
type dayPart int

const (
	early dayPart = iota + 1
	forenoon
	midday
	afterwards // the afternoon
	evening
	lateInDay // the late afternoon
	afterNoon // the early afternoon
)

// fields are the answers that can be called wrong, by the value of sField.
var fields = [...]Expect{ExpectWish, ExpectName, ExpectMail, ExpectPhone, ExpectWhen, ExpectPersons, ExpectQuantity, ExpectOffice}
