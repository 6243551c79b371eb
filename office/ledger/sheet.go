package ledger

import (
	"bytes"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openSheet reads a spreadsheet (.xlsx): the first of its sheets that holds
// anything. Days and times come as Excel stores them, as serial numbers.
func openSheet(content []byte) (source, error) {
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: 8 * largestFile})
	if err != nil {
		return nil, errors.New("the spreadsheet cannot be read; save it as .xlsx without a password, or as CSV")
	}
	defer file.Close()
	for _, name := range file.GetSheetList() {
		cells, err := file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, errors.New("the spreadsheet cannot be read; save it as CSV")
		}
		if found := sheetRows(cells); len(found) > 0 {
			return &found, nil
		}
	}
	return &rows{}, nil
}

// sheetRows is the rows that hold anything, each as wide as the widest.
func sheetRows(cells [][]string) rows {
	width := 0
	for _, row := range cells {
		width = max(width, len(row))
	}
	var all rows
	for i, row := range cells {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		all = append(all, record{line: i + 1, cells: append(row, make([]string, width-len(row))...)})
	}
	return all
}
