package bot

import "context"

// Elector lets one replica of several do what must not be done twice at once.
type Elector interface {
	// Lead waits until this replica leads, then runs do with a context that
	// ends when it no longer leads, and waits again after that, until ctx ends.
	Lead(ctx context.Context, do func(context.Context))
}
