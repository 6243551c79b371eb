package understand

// questions finds questions to the assistant.
func (r *Reader) questions(words []word, in Context) []candidate { return nil }

// talk finds small talk, anger, emergencies and nonsense.
func (r *Reader) talk(words []word, in Context) []candidate { return nil }
