package dialogs

import "terminbote/locales"

// tellPickup says that what was applied for is there, and opens the booking to
// fetch it.
func (f Facts) tellPickup(n Notice) View {
	v := View{
		Title: locales.Say("pickup.title"),
		Body:  []locales.Line{locales.Say("pickup.text", "Number", n.Appointment.Number.String(), "Day", f.dayOf(n.Appointment))},
	}
	for _, item := range n.Appointment.Items {
		if c, ok := n.Office.Concern(item.Concern); ok && c.Pickup != "" {
			v.Body = append(v.Body, locales.Say("bring.item", "Item", quantityLine(item.Name, item.Quantity)))
		}
	}
	v.Body = append(v.Body, placeLine(n.Office))
	if len(n.Office.Pickups(n.Appointment)) == 0 {
		v.Body = append(v.Body, locales.Say("pickup.come", "Phone", n.Office.Phone))
		return v
	}
	v.Ask = locales.Say("pickup.ask")
	v.Groups = []Group{{Columns: 1, Choices: []Choice{{ID: pickupChoice, Label: locales.Say("pickup.book")}}}}
	return v
}
