package storage

// Strip is what the tests look at of how faults are told.
var Strip = strip
