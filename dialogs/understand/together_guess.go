package understand

import (
	_ "embed"
	"sync"
)

//go:embed together/model.bin
var togetherFile []byte

// together is what was learnt of how people say that they want several things, or one
// beside others that they only mention. It knows the same matters as the model of matters,
// and judges each by itself.
var together = sync.OnceValue(func() *matterModel { return mustDecode(togetherFile) })

// wanted is how likely each entry is wanted, whatever else is.
func (r *Reader) wanted(clues []clue) []guess {
	model := r.together
	all := r.matters.unlikely()
	for i, p := range model.wanted(model.weigh(clues)) {
		if at := r.matters.at[i]; at >= 0 {
			all[at].likely = max(all[at].likely, float64(p))
		}
	}
	return all
}
