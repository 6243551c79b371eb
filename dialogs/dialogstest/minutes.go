package dialogstest

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// changeMinutes enters how long a concern takes from a day on.
func (r *records) changeMinutes(c dialogs.ChangeMinutes) (booking.OverrideID, error) {
	o, ok := r.memory.town.Office(c.Office)
	if !ok {
		return 0, booking.ErrUnknown
	}
	first := time.Duration(c.Minutes) * time.Minute
	if err := o.MayChangeMinutes(c.Concern, first, c.From, r.now); err != nil {
		return 0, err
	}
	overrides := r.world.overrides[o.ID]
	concern, _ := o.With(overrides, c.From).Concern(c.Concern)
	change := booking.MinutesChange{
		ID: r.nextOverride(), Concern: c.Concern, From: c.From, First: first, Further: concern.Further, By: r.clerk.Name, At: r.now,
	}
	overrides.Minutes = append(slices.Clone(overrides.Minutes), change)
	r.world.overrides[o.ID] = overrides
	r.note(dialogs.MinutesChanged, map[string]any{
		"concern": string(c.Concern), "day": c.From.String(), "minutes": float64(c.Minutes), "before": concern.First.Minutes(),
	})
	return change.ID, nil
}

// restoreMinutes takes a change back.
func (r *records) restoreMinutes(c dialogs.RestoreMinutes) error {
	for office, overrides := range r.world.overrides {
		i := slices.IndexFunc(overrides.Minutes, func(x booking.MinutesChange) bool { return x.ID == c.Change })
		if i < 0 || c.Change == 0 {
			continue
		}
		gone := overrides.Minutes[i]
		if err := r.clerk.Role.MayUndo(gone.At, r.now); err != nil {
			return err
		}
		overrides.Minutes = slices.Delete(slices.Clone(overrides.Minutes), i, i+1)
		r.world.overrides[office] = overrides
		file, _ := r.memory.town.Office(office)
		now, _ := file.With(overrides, gone.From).Concern(gone.Concern)
		r.note(dialogs.MinutesBack, map[string]any{
			"concern": string(gone.Concern), "day": gone.From.String(), "before": gone.First.Minutes(), "minutes": now.First.Minutes(),
		})
		return nil
	}
	return booking.ErrUnknown
}
