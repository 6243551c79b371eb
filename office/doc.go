// Package office reads and checks office files, the YAML in which a town lays
// down what its citizens' offices offer, when and by which rules. It turns them
// into booking's offices and says of every fault where it is and what was
// expected. It also holds the sample office, Werne's.
//
// It knows nothing of appointments, of what staff change later, or of how
// anything is shown.
package office
