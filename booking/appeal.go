package booking

import "hash/fnv"

// Appeals tells whether the reminder of the appointment with a number says what it
// costs others if nobody comes. Which ones do is left to the numbers, which nobody
// chooses: an office can compare the two parts.
func (p Policy) Appeals(n Number) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(n)) // it never fails
	return int(h.Sum32()%100) < p.Appeal
}
