package extract

func (p *page) findIncidents() {}
