// Package understand reads what people type: days, times, numbers, the words
// typed in place of a button, names, mail addresses, and what somebody comes
// for.
//
// It is pure. It knows no office, no conversation and no clock: today comes in
// as an argument, and whether a time is free or a number too large is for the
// caller to say. What a word means stands in the files of its language
// (german*.go, english*.go); the rules that combine words are shared by all of
// them. Every text is tried in the person's language first and then in the
// others, since people mix them.
//
// A [Reader] makes one [Reading] of a message: all that it says, whatever is
// asked. [Context] says which question stands open; it settles what is
// ambiguous. Small grammars propose candidates for stretches of words, the set
// that explains most without overlapping is chosen, and concerns are looked
// for in what is left. docs/understanding.md tells more.
//
// What a flow does with a reading, in this order:
//
//   - an emergency ([TalkValue]) is answered at once, and nothing else;
//   - an [IntentValue] that leads elsewhere (cancel, start, my appointments) is
//     followed; Yes, No, Enough and Next answer the open question;
//   - [CorrectionValue] forgets the answer that it names, [ConcernValue] with
//     Negated takes the concern off, both before new values are filled in;
//   - [ConcernValue], [DaysValue], [HoursValue], [ShiftValue], [ChoiceValue],
//     [CountValue], [PersonsValue], names and addresses fill in what they
//     answer, whether it was asked or not, and are said back in one line;
//   - what is in doubt, or a concern with Rivals, is asked about, one question at a time, before it counts;
//     so is [MailValue] with Meant, and [Days] with a Fault;
//   - [QuestionValue]s are answered, and then the open question stands again;
//   - what stands in Rest is mentioned, so that nothing is dropped silently;
//     where that is much, what stands in Unmet;
//   - to a question in Unanswered it is said that nobody here knows.
//
// It asks rather than guesses: what was not understood is in Rest, and what is
// not sure, as what a story is likely to be about, has a certainty below
// [Doubt].
package understand
