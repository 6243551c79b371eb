package understand

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

// The model's file, all numbers little-endian: the length of the names and how
// many clues, cells and sentences there are; the unit; the names, a line each;
// of each clue its hash, in how many sentences it stands and how many cells it
// has; the cells.
const (
	headLength = 5 * 4
	clueLength = 4 + 2 + 2
	cellLength = 2
)

// errModel says that the file is not what was written.
var errModel = errors.New("understand: a model's file is damaged")

// decodeModel reads the model's file, and keeps what it says of each clue where it is.
func decodeModel(file []byte) (*matterModel, error) {
	if len(file) < headLength {
		return nil, errModel
	}
	number := func(i int) int { return int(binary.LittleEndian.Uint32(file[4*i:])) }
	names, clues, cells, sentences := number(0), number(1), number(2), number(3)
	if len(file) != headLength+names+clues*clueLength+cells*cellLength {
		return nil, errModel
	}
	m := &matterModel{
		names:  strings.Split(string(file[headLength:headLength+names]), "\n"),
		hashes: make([]uint32, clues),
		rarity: make([]float32, clues),
		starts: make([]uint32, clues+1),
		cells:  file[len(file)-cells*cellLength:],
		unit:   math.Float32frombits(binary.LittleEndian.Uint32(file[4*4:])),
	}
	m.readClues(file[headLength+names:], sentences)
	m.index()
	if int(m.starts[clues]) != cells {
		return nil, errModel
	}
	return m, nil
}

func (m *matterModel) readClues(file []byte, sentences int) {
	for i := range m.hashes {
		at := file[i*clueLength:]
		m.hashes[i] = binary.LittleEndian.Uint32(at)
		m.rarity[i] = rarity(int(binary.LittleEndian.Uint16(at[4:])), sentences)
		m.starts[i+1] = m.starts[i] + uint32(binary.LittleEndian.Uint16(at[6:]))
	}
}

// rarity is how much a clue counts that stands in n of all sentences.
func rarity(n, sentences int) float32 {
	return float32(math.Log(float64(sentences+1) / float64(n)))
}
