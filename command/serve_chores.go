package command

import (
	"context"
	"errors"
	"time"

	"terminbote/bot"
	"terminbote/bot/web"
	"terminbote/storage"
)

// chores is what is done again and again, and how often, each under a condition.
// What nobody waits for is done every hour.
func chores(store *storage.Store, towns func() []*storage.Store, now func() time.Time, only condition) []bot.Chore {
	once := func(do chore) func(context.Context) error {
		return only(func(ctx context.Context) error { return do(ctx, now()) })
	}
	each := func(of func(*storage.Store) chore) func(context.Context) error { return once(forEach(towns, of)) }
	awaited := func(ctx context.Context) ([]*storage.Store, error) { return store.Awaited(ctx, towns()) }
	return []bot.Chore{
		{Name: "offer times to those who wait", Every: 20 * time.Second, Do: once(forThose(awaited, func(store *storage.Store) chore { return uncounted(store.OfferTimes) }))},
		{Name: "drop holds that ran out", Every: time.Minute, Do: once(uncounted(store.DropHolds))},
		{Name: "learn how many new people are usual", Every: time.Minute, Do: each(func(store *storage.Store) chore { return store.LearnRush })},
		{Name: "mark missed appointments", Every: time.Minute, Do: each(func(store *storage.Store) chore { return uncounted(store.MarkMissed) })},
		{Name: "tell how late it is", Every: time.Minute, Do: each(func(store *storage.Store) chore { return uncounted(store.TellLate) })},
		{Name: "tell those the office files no longer serve", Every: time.Hour, Do: each(func(store *storage.Store) chore { return uncounted(store.TellUnserved) })},
		{Name: "tell of concerns that the office files have given up", Every: time.Hour, Do: each(func(store *storage.Store) chore { return uncounted(store.TellDropped) })},
		{Name: "measure what days had to give", Every: time.Hour, Do: each(func(store *storage.Store) chore { return store.MeasureDays })},
		{Name: forgetting, Every: time.Minute, Do: each(forgetIdle)},
		{Name: "erase old personal data", Every: time.Hour, Do: each(func(store *storage.Store) chore { return store.EraseOld })},
		{Name: "tidy inbox", Every: time.Hour, Do: once(store.TidyInbox)},
		{Name: "tidy mails", Every: time.Hour, Do: once(store.TidyLetters)},
		{Name: "tidy what counts against limits", Every: time.Hour, Do: once(store.TidyDeeds)},
	}
}

// chore is something to do at a moment.
type chore = func(context.Context, time.Time) error

// forEach does a chore for each town. What goes wrong in one keeps the others
// from nothing.
func forEach(towns func() []*storage.Store, of func(*storage.Store) chore) chore {
	return forThose(func(context.Context) ([]*storage.Store, error) { return towns(), nil }, of)
}

// forThose does a chore for each of the towns at which there is anything to do: asking
// each of hundreds would keep the database busy.
func forThose(towns func(context.Context) ([]*storage.Store, error), of func(*storage.Store) chore) chore {
	return func(ctx context.Context, now time.Time) error {
		some, err := towns(ctx)
		wrong := []error{err}
		for _, s := range some {
			wrong = append(wrong, of(s)(ctx, now))
		}
		return errors.Join(wrong...)
	}
}

// condition does something only where it holds.
type condition func(func(context.Context) error) func(context.Context) error

// always is the condition that always holds.
func always(do func(context.Context) error) func(context.Context) error { return do }

const forgetting = "forget talks in browsers that nobody goes on with"

// forgetIdle forgets what was said in browsers half an hour ago. Whose browser
// it was may be somebody else's by now.
func forgetIdle(store *storage.Store) chore {
	return func(ctx context.Context, now time.Time) error {
		return store.ForgetTalks(ctx, web.Channel, now.Add(-web.Idle))
	}
}

// uncounted is do without the number of what was done.
func uncounted[N any](do func(context.Context, time.Time) (N, error)) func(context.Context, time.Time) error {
	return func(ctx context.Context, now time.Time) error {
		_, err := do(ctx, now)
		return err
	}
}
