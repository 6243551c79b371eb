package understand

// concerns finds what somebody comes for in the words that nothing else
// explains.
func (r *Reader) concerns(words []word, free []bool, in Context) []candidate { return nil }

// questions finds questions to the assistant.
func (r *Reader) questions(words []word, in Context) []candidate { return nil }

// talk finds small talk, anger, emergencies and nonsense.
func (r *Reader) talk(words []word, in Context) []candidate { return nil }
